package domicile.residency;

/** Whether customers' prompts train base models. */
public record TrainingReuse(Reuse reuse) implements FactValue {
    public static final FactKind<TrainingReuse> FACT_KIND = FactKind.of("trainingReuse", TrainingReuse.class, f -> {
        var reuse = f.needed("reuse", FieldType.choice(Reuse.class), TrainingReuse::reuse);
        return in -> new TrainingReuse(in.get(reuse));
    });

    @Override
    public FactKind<TrainingReuse> factKind() {
        return FACT_KIND;
    }

    /** What a provider states about training on customers' prompts. */
    public enum Reuse {
        NOT_USED_BY_DEFAULT,
        USED_BY_DEFAULT,
        VERIFY
    }
}
