package domicile.desktop.register;

import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.residency.Areas;
import domicile.search.Facet;

/** How facets are called. */
final class FacetNames {

    private FacetNames() {}

    /** A facet's name within its group. */
    static String of(Facet facet, Areas areas, Texts texts) {
        return switch (facet) {
            case Facet.Inside i -> Names.place(i.place(), areas, texts.locale());
            case Facet.Unstated u -> texts.get("facets.unstated");
            case Facet.Silent s -> texts.get(s.group().places() ? "detail.notPublished" : "detail.none");
            case Facet.Disputed d -> texts.of(Facet.Said.CONFLICT);
            case Facet.Certification c -> Names.attestation(c.kind(), texts.locale());
            case Facet.Contract c -> c.said().status().map(texts::of).orElseGet(() -> texts.of(c.said()));
            case Facet.FedRamp f ->
                f.level().revision5() ? texts.of(f.level()) : texts.get("facets.accepted", texts.of(f.level()));
            case Facet.Zdr z -> texts.of(z.zdr());
            case Facet.Retention r -> texts.of(r.days());
            case Facet.Training t -> texts.of(t.reuse());
            case Facet.Model m -> m.family();
            case Facet.Fresh f -> texts.of(f.age());
            case Facet.Tie t -> Names.country(t.country(), texts.locale());
        };
    }
}
