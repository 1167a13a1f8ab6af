package domicile.residency;

/**
 * An owner, investor or framework partner whose jurisdiction matters.
 *
 * @param country ISO 3166-1 alpha-2 code of the jurisdiction
 * @param relation how the party stands to the provider
 */
public record CorporateTie(String party, String country, Relation relation) implements FactValue {
    public static final FactKind<CorporateTie> FACT_KIND = FactKind.of("corporateTie", CorporateTie.class, f -> {
        var party = f.identity(f.needed("party", FieldType.LINE, CorporateTie::party));
        var country = f.identity(f.needed("country", FieldType.COUNTRY, CorporateTie::country));
        var relation = f.needed("relation", FieldType.choice(Relation.class), CorporateTie::relation);
        return in -> new CorporateTie(in.get(party), in.get(country), in.get(relation));
    });

    @Override
    public FactKind<CorporateTie> factKind() {
        return FACT_KIND;
    }

    @Override
    public String key() {
        return "corporateTie/" + country + "/" + party;
    }

    /** How a party of a corporate tie stands to the provider. */
    public enum Relation {
        INVESTOR,
        PARTNER,
        OWNER,
        FRAMEWORK_PARTNER
    }
}
