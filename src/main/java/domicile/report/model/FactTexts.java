package domicile.report.model;

import domicile.residency.AppliesTo;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactWords;
import domicile.residency.FieldType;
import domicile.residency.Headquarters;
import domicile.residency.ModelFamilies;
import domicile.residency.Note;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            case Placement p -> texts.pair(texts.label(p.layer()), CleanText.of(p.name()));
            case Attestation a -> texts.label(a.kind());
            case Retention r -> r.what().isEmpty() ? texts.kind(r) : texts.pair(texts.kind(r), CleanText.of(r.what()));
            case Note n ->
                texts.pair(
                        texts.kind(n),
                        fact.text().isEmpty()
                                ? CleanText.of(n.topic())
                                : CleanText.cut(CleanText.of(fact.text()), LONGEST_NOTE));
            default -> texts.kind(fact.value());
        };
    }

    /** What the fact says. */
    String says(FactValue value) {
        return switch (value) {
            case Placement p -> placement(p);
            case Attestation a -> attestation(a);
            case Retention r ->
                (r.from().isPresent()
                                ? texts.get(
                                        "fact.daysFrom",
                                        r.days(),
                                        texts.date(r.from().orElseThrow()))
                                : texts.get("fact.days", r.days()))
                        + use(r);
            case ZeroRetention z -> texts.of(z.zdr()) + use(z);
            case TrainingReuse t -> texts.of(t.reuse());
            case ModelFamilies m -> CleanText.of(String.join(", ", m.families())) + (m.openEnded() ? ", …" : "");
            case CorporateTie t ->
                CleanText.of(t.party()) + " (" + texts.country(t.country()) + "; "
                        + texts.word("relation", t.relation()) + ")";
            case Headquarters h -> CleanText.of(h.city()) + ", " + texts.country(h.country());
            case Note n -> "";
            default -> String.join("; ", FactWords.of(value, new InWords(value))) + use(value);
        };
    }

    private final class InWords implements FactWords.Shown {
        private final FactValue value;

        InWords(FactValue value) {
            this.value = value;
        }

        @Override
        public Optional<String> word(String key) {
            return value.factKind().word(key, texts.locale());
        }

        @Override
        public Optional<String> choice(Enum<?> chosen) {
            return word(chosen.getDeclaringClass().getSimpleName() + "." + chosen.name())
                    .or(() -> texts.find(chosen));
        }

        @Override
        public String item(FieldType.Form form, String said) {
            return switch (form) {
                case PLACES -> areas.place(said).map(p -> texts.place(p, areas)).orElse(said);
                case COUNTRY -> texts.country(said);
                case PUBLISHED_DATE -> texts.date(new PublishedDate(said));
                case LINE, WORDS, ID, IDS, NAMES, MODELS, DEPLOYMENTS, WHOLE, FLAG, ADDRESS, PROVIDER, CHOICE ->
                    CleanText.of(said);
            };
        }

        @Override
        public String pair(String name, String said) {
            return texts.pair(name, said);
        }
    }

    /** A deployment or placement: its name, its places and how it is obtained. */
    String placement(Placement p) {
        String places = texts.places(p.places(), areas);
        String bound = p.openEnded() ? texts.get("fact.openEnded", places) : places;
        return CleanText.of(p.name()) + " (" + bound + "; " + texts.of(p.selection())
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
        parts.add(texts.of(a.status()));
        a.level().ifPresent(l -> parts.add(texts.of(l)));
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
