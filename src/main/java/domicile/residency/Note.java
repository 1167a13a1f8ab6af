package domicile.residency;

/** Something that no other kind holds. The fact's own text says it. */
public record Note(String topic) implements FactValue.Informative {
    public static final FactKind<Note> FACT_KIND = FactKind.of("note", Note.class, f -> {
                var topic = f.identity(f.needed("topic", FieldType.LINE, Note::topic));
                return in -> new Note(in.get(topic));
            })
            .asWords();

    @Override
    public FactKind<Note> factKind() {
        return FACT_KIND;
    }
}
