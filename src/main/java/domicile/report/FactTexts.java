package domicile.report;

import domicile.residency.AppliesTo;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Placement;
import java.util.ArrayList;
import java.util.List;

/** What a fact of the register is about, and what it says, in words. */
final class FactTexts {
    /** How much of a note stands for it, in characters: about one line of a table. */
    private static final int LONGEST_NOTE = 60;

    private final Texts texts;
    private final Areas areas;

    FactTexts(Texts texts, Areas areas) {
        this.texts = texts;
        this.areas = areas;
    }

    /** What the fact is about; a note by its beginning, as its topic is a key and no word. */
    String about(Fact<?> fact) {
        return switch (fact.value()) {
            case Placement p -> texts.pair(texts.word("layer", p.layer()), CleanText.of(p.name()));
            case Attestation a -> texts.word("attestation", a.kind());
            case FactValue.Retention r ->
                r.what().isEmpty()
                        ? texts.get("fact.retention")
                        : texts.pair(texts.get("fact.retention"), CleanText.of(r.what()));
            case FactValue.ZeroRetention z -> texts.get("fact.zdr");
            case FactValue.TrainingReuse t -> texts.get("fact.training");
            case FactValue.ModelFamilies m -> texts.get("fact.models");
            case FactValue.CorporateTie t -> texts.get("fact.tie");
            case FactValue.TrustPortal t -> texts.get("fact.trustPortal");
            case FactValue.Headquarters h -> texts.get("fact.headquarters");
            case FactValue.GoverningLaw g -> texts.get("fact.governingLaw");
            case FactValue.Note n ->
                texts.pair(
                        texts.get("fact.note"),
                        fact.text().isEmpty()
                                ? CleanText.of(n.topic())
                                : CleanText.cut(CleanText.of(fact.text()), LONGEST_NOTE));
            case FactValue.Informative i -> i.factKind().id();
        };
    }

    /** What the fact says. */
    String says(FactValue value) {
        return switch (value) {
            case Placement p -> placement(p);
            case Attestation a -> attestation(a);
            case FactValue.Retention r ->
                (r.from().isPresent()
                                ? texts.get(
                                        "fact.daysFrom",
                                        r.days(),
                                        texts.date(r.from().orElseThrow()))
                                : texts.get("fact.days", r.days()))
                        + use(r);
            case FactValue.ZeroRetention z -> texts.word("zdr", z.zdr()) + use(z);
            case FactValue.TrainingReuse t -> texts.word("reuse", t.reuse());
            case FactValue.ModelFamilies m ->
                CleanText.of(String.join(", ", m.families())) + (m.openEnded() ? ", …" : "");
            case FactValue.CorporateTie t ->
                CleanText.of(t.party()) + " (" + texts.country(t.country()) + "; "
                        + texts.get("relation." + t.relation()) + ")";
            case FactValue.TrustPortal t -> CleanText.of(t.url());
            case FactValue.Headquarters h -> CleanText.of(h.city()) + ", " + texts.country(h.country());
            case FactValue.GoverningLaw g -> texts.country(g.country());
            case FactValue.Informative i -> "";
        };
    }

    /** A deployment or placement: its name, its places and how it is obtained. */
    String placement(Placement p) {
        String places = texts.places(p.places(), areas);
        String bound = p.openEnded() ? texts.get("fact.openEnded", places) : places;
        return CleanText.of(p.name()) + " (" + bound + "; " + texts.word("selection", p.selection())
                + p.since()
                        .map(d -> "; " + texts.get("fact.since", texts.date(d)))
                        .orElse("") + use(p) + ")";
    }

    /** The models and services that a fact narrower than its offering speaks for. */
    private String use(FactValue value) {
        AppliesTo to = value.appliesTo();
        return (to.models().isEmpty() ? "" : "; " + texts.get("fact.forModels", String.join(", ", to.models())))
                + (to.services().isEmpty()
                        ? ""
                        : "; " + texts.get("fact.forServices", String.join(", ", to.services())));
    }

    private String attestation(Attestation a) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.word("attested", a.status()));
        a.level().ifPresent(l -> parts.add(texts.word("level", l)));
        if (!a.scope().isEmpty()) {
            parts.add(CleanText.of(a.scope()));
        }
        a.since().ifPresent(d -> parts.add(texts.get("fact.since", texts.date(d))));
        if (!a.outOfScope().isEmpty()) {
            parts.add(texts.get("fact.outOfScope", String.join(", ", a.outOfScope())));
        }
        if (a.someServicesOutOfScope()) {
            parts.add(texts.get("fact.someOutOfScope"));
        }
        return String.join("; ", parts) + use(a);
    }
}
