package domicile.residency;

/** Where the provider has its seat. */
public record Headquarters(String country, String city) implements FactValue {
    public static final FactKind<Headquarters> FACT_KIND = FactKind.of("headquarters", Headquarters.class, f -> {
        var country = f.needed("country", FieldType.COUNTRY, Headquarters::country);
        var city = f.needed("city", FieldType.LINE, Headquarters::city);
        return in -> new Headquarters(in.get(country), in.get(city));
    });

    @Override
    public FactKind<Headquarters> factKind() {
        return FACT_KIND;
    }

    @Override
    public boolean contradicts(FactValue other) {
        return other instanceof Headquarters h && !country.equals(h.country);
    }
}
