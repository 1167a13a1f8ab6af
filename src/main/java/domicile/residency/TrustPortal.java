package domicile.residency;

/** The canonical page that the provider's certifications are read from. */
public record TrustPortal(String url) implements FactValue {
    public static final FactKind<TrustPortal> FACT_KIND = FactKind.of("trustPortal", TrustPortal.class, f -> {
        var url = f.needed("url", FieldType.ADDRESS, TrustPortal::url);
        return in -> new TrustPortal(in.get(url));
    });

    @Override
    public FactKind<TrustPortal> factKind() {
        return FACT_KIND;
    }
}
