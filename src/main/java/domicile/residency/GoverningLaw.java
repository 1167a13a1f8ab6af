package domicile.residency;

/** The law that the provider operates under. */
public record GoverningLaw(String country) implements FactValue {
    public static final FactKind<GoverningLaw> FACT_KIND = FactKind.of("governingLaw", GoverningLaw.class, f -> {
        var country = f.needed("country", FieldType.COUNTRY, GoverningLaw::country);
        return in -> new GoverningLaw(in.get(country));
    });

    @Override
    public FactKind<GoverningLaw> factKind() {
        return FACT_KIND;
    }
}
