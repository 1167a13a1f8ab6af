package domicile.desktop.kit;

import domicile.residency.AppliesTo;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactKind;
import domicile.residency.FactValue;
import domicile.residency.FactWords;
import domicile.residency.FieldType;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.Model;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.ZeroRetention;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What facts and citations say, in a reader's language. */
public final class FactTexts implements FactWords.Shown {
    private final Texts texts;
    private final Register register;

    /** For one state of a register, whose names of places and providers are used. */
    public FactTexts(Texts texts, Register register) {
        this.texts = texts.screen("register");
        this.register = register;
    }

    /** What a fact is about, such as {@code SOC 2 Type II}. */
    public String about(FactValue value) {
        return switch (value) {
            case Placement p -> texts.pair(texts.of(p.layer()), p.name());
            case Attestation a -> Names.attestation(a.kind(), texts.locale());
            default -> texts.get("fact." + value.factKind().id());
        };
    }

    /**
     * What a fact is about, by its id, for versions that may no longer be in force: {@code SOC 2 Type II},
     * {@code Corporate tie: AE, mgx}; what tells it from one that disagrees stands in brackets, and so do the models
     * and services that a narrower one speaks for.
     */
    public static String aboutId(String id, Texts shared) {
        int variant = id.lastIndexOf('#');
        if (variant >= 0) {
            return aboutId(id.substring(0, variant), shared) + " (" + id.substring(variant + 1) + ")";
        }
        int use = shared.kinds().ofFact(id).filter(FactKind::narrows).isPresent() ? id.indexOf('@') : -1;
        if (use >= 0) {
            return aboutId(id.substring(0, use), shared) + " ("
                    + id.substring(use + 1).replace("+", "").replace(",", ", ") + ")";
        }
        Texts texts = shared.screen("register");
        String[] parts = id.split("/", 3);
        return switch (parts[0]) {
            case "placement" ->
                parts.length < 3
                        ? id
                        : texts.pair(texts.find(Layer.class, parts[1]).orElse(parts[1]), parts[2]);
            case "attestation" -> parts.length < 2 ? id : attestation(parts[1], texts.locale());
            default ->
                texts.find("fact." + parts[0])
                        .map(name -> parts.length < 2 || parts[1].isEmpty()
                                ? name
                                : texts.pair(
                                        name,
                                        id.substring(parts[0].length() + 1).replace("/", ", ")))
                        .orElse(id);
        };
    }

    private static String attestation(String name, Locale locale) {
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (kind.name().equals(name)) {
                return Names.attestation(kind, locale);
            }
        }
        return name;
    }

    /** The value itself, without what it is about. */
    public String value(FactValue value) {
        return switch (value) {
            case Placement p ->
                p.places().stream()
                                .map(place -> Names.place(place, register.areas(), texts.locale()))
                                .collect(Collectors.joining(", "))
                        + (p.openEnded() ? ", " + texts.get("detail.openEnded") : "")
                        + " · " + texts.word(p.selection())
                        + p.since()
                                .map(s -> " · " + texts.get("detail.since", date(s)))
                                .orElse("")
                        + use(p);
            case Attestation a ->
                mark(a).text() + " · " + register.providerName(a.holder())
                        + (a.scope().isEmpty() ? "" : " · " + a.scope())
                        + a.since()
                                .map(s -> " · " + texts.get("detail.since", date(s)))
                                .orElse("")
                        + (a.outOfScope().isEmpty()
                                ? ""
                                : " · " + texts.get("detail.outOfScope", String.join(", ", a.outOfScope())))
                        + (a.someServicesOutOfScope() ? " · " + texts.get("detail.someOutOfScope") : "")
                        + use(a);
            case Retention r ->
                texts.pair(r.what(), texts.get("detail.days", r.days()))
                        + r.from()
                                .map(d -> " · " + texts.get("detail.from", date(d)))
                                .orElse("")
                        + use(r);
            case ModelFamilies m -> String.join(", ", m.families()) + (m.openEnded() ? " …" : "");
            case CorporateTie c ->
                c.party() + " (" + Names.country(c.country(), texts.locale()) + ")" + " · " + texts.of(c.relation());
            case Headquarters h -> h.city() + ", " + Names.country(h.country(), texts.locale());
            default -> String.join(" · ", FactWords.of(value, this)) + use(value);
        };
    }

    @Override
    public Optional<String> word(String key) {
        return texts.find(key);
    }

    @Override
    public Optional<String> choice(Enum<?> value) {
        return texts.find(value);
    }

    @Override
    public String item(FieldType.Form form, String said) {
        return switch (form) {
            case PLACES ->
                register.areas()
                        .place(said)
                        .map(p -> Names.place(p, register.areas(), texts.locale()))
                        .orElse(said);
            case COUNTRY -> Names.country(said, texts.locale());
            case PUBLISHED_DATE -> date(new PublishedDate(said));
            case PROVIDER -> register.providerName(said);
            case LINE, WORDS, ID, IDS, NAMES, MODELS, DEPLOYMENTS, WHOLE, FLAG, ADDRESS, CHOICE -> said;
        };
    }

    @Override
    public String pair(String name, String value) {
        return texts.pair(name, value);
    }

    /** The models and services that a fact narrower than its offering speaks for. */
    private String use(FactValue value) {
        AppliesTo to = value.appliesTo();
        return (to.models().isEmpty() ? "" : " · " + texts.get("detail.forModels", String.join(", ", to.models())))
                + (to.services().isEmpty()
                        ? ""
                        : " · " + texts.get("detail.forServices", String.join(", ", to.services())));
    }

    /** What heads the names that contracts give an offering. */
    public String products() {
        return texts.get("detail.products");
    }

    /** What heads the models that an offering lists. */
    public String models() {
        return texts.get("detail.models");
    }

    /** A model with its family, and the last day that it is served where that is published. */
    public String model(Model model) {
        return model.id() + " (" + model.family() + ")"
                + model.until()
                        .map(d -> ", " + texts.get("detail.until", date(d)))
                        .orElse("");
    }

    private String date(PublishedDate date) {
        return date(date, texts);
    }

    /** A day as the language writes it, or a month. */
    static String date(PublishedDate date, Texts texts) {
        return date.text().length() == 7 ? date.text() : texts.day(date.latest());
    }

    /** The mark of an attestation, level included. */
    Mark mark(Attestation a) {
        return Mark.of(
                new Offering("", "", "", "", List.of(new Fact<>(a, "", List.of(new Citation(0, register.asOf()))))),
                a.kind(),
                texts);
    }

    /** The style class of a value; empty for one that is neither good nor bad. */
    public String style(FactValue value) {
        return switch (value) {
            case Attestation a -> mark(a).style();
            case TrainingReuse t -> Mark.training(t.reuse(), texts).style();
            case ZeroRetention z -> z.zdr().obtainable() ? "" : Mark.OPEN;
            default -> "";
        };
    }

    /** The source of a citation in a few words: its number and its host, or its publisher where it has no address. */
    public String source(Citation citation) {
        Optional<Source> source = register.source(citation.source());
        return "[" + citation.source() + "]"
                + source.map(s -> " " + host(s.url()).orElse(s.publisher())).orElse("")
                + (source.filter(Source::secondHand).isPresent() ? " (" + texts.get("cite.secondHand") + ")" : "");
    }

    /** The source in full, with its address and the day that it was read. */
    public String cited(Citation citation) {
        Optional<Source> source = register.source(citation.source());
        List<String> parts = new ArrayList<>();
        source.ifPresent(s -> {
            parts.add(s.publisher());
            parts.add(s.title());
            if (!s.url().isEmpty()) {
                parts.add(s.url());
            }
        });
        if (source.filter(Source::secondHand).isPresent()) {
            parts.add(texts.get("cite.secondHand"));
        }
        parts.add(texts.get("cite.read", texts.day(citation.read())));
        return "[" + citation.source() + "] " + String.join(", ", parts);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(h -> h.startsWith("www.") ? h.substring(4) : h);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A fact with its citations, as plain text to be pasted elsewhere. */
    public String copy(Offering offering, Fact<?> fact) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.pair(offering.name() + " – " + about(fact.value()), value(fact.value())));
        if (!fact.text().isEmpty()) {
            lines.add(fact.text());
        }
        fact.citations().forEach(c -> lines.add(cited(c)));
        lines.add(texts.get("detail.copied", texts.day(register.asOf()), register.hash()));
        return String.join("\n", lines);
    }
}
