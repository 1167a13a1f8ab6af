package domicile.register;

import domicile.json.Node;
import domicile.residency.AppliesTo;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Model;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Refusal;
import domicile.residency.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one fact line of a pack. */
final class FactReader {
    private static final List<String> RELATIONS = List.of("INVESTOR", "PARTNER", "OWNER", "FRAMEWORK_PARTNER");

    private final Areas areas;
    private final Set<Integer> sources;
    private final Set<String> providers;
    private final LocalDate today;

    FactReader(Areas areas, Set<Integer> sources, Set<String> providers, LocalDate today) {
        this.areas = areas;
        this.sources = Set.copyOf(sources);
        this.providers = Set.copyOf(providers);
        this.today = today;
    }

    Fact<?> read(Node line) {
        FactValue value = switch (line.get("fact").text()) {
            case "placement" -> placement(line);
            case "attestation" -> attestation(line);
            case "retention" -> retention(line);
            case "zdr" -> {
                allow(line, "zdr", "models", "services");
                yield new FactValue.ZeroRetention(line.get("zdr").oneOf(FactValue.Zdr.class), appliesTo(line));
            }
            case "trainingReuse" -> {
                allow(line, "reuse");
                yield new FactValue.TrainingReuse(line.get("reuse").oneOf(FactValue.Reuse.class));
            }
            case "modelFamilies" -> {
                allow(line, "families", "openEnded");
                yield new FactValue.ModelFamilies(line.get("families").filledSet(Node::id), flag(line, "openEnded"));
            }
            case "corporateTie" -> {
                allow(line, "party", "country", "relation");
                yield new FactValue.CorporateTie(
                        line.get("party").text(), country(line.get("country")), relation(line.get("relation")));
            }
            case "trustPortal" -> {
                allow(line, "url");
                yield new FactValue.TrustPortal(line.get("url").url());
            }
            case "headquarters" -> {
                allow(line, "country", "city");
                yield new FactValue.Headquarters(
                        country(line.get("country")), line.get("city").text());
            }
            case "governingLaw" -> {
                allow(line, "country");
                yield new FactValue.GoverningLaw(country(line.get("country")));
            }
            case "note" -> {
                allow(line, "topic");
                line.get("text");
                yield new FactValue.Note(line.get("topic").text());
            }
            default ->
                throw line.get("fact")
                        .refuse(
                                Refusal.UNKNOWN_VALUE,
                                line.get("fact").text(),
                                "placement, attestation, retention, zdr, trainingReuse, modelFamilies, corporateTie,"
                                        + " trustPortal, headquarters, governingLaw, note");
        };
        return new Fact<>(
                value,
                line.find("text").map(Node::text).orElse(""),
                line.find("variant").map(Node::id).orElse(""),
                citations(line));
    }

    private static String relation(Node node) {
        String relation = node.text();
        if (!RELATIONS.contains(relation)) {
            throw node.refuse(Refusal.UNKNOWN_VALUE, relation, String.join(", ", RELATIONS));
        }
        return relation;
    }

    private static void allow(Node line, String... own) {
        String[] all = new String[own.length + 5];
        String[] common = {"fact", "text", "variant", "source", "read"};
        System.arraycopy(common, 0, all, 0, common.length);
        System.arraycopy(own, 0, all, common.length, own.length);
        line.only(all);
    }

    /** A model that an offering lists. */
    Model model(Node line) {
        line.only("id", "family", "until", "source", "read");
        return new Model(
                line.get("id").id(),
                line.get("family").id(),
                line.find("until").map(Node::dayOrMonth),
                citations(line));
    }

    private List<Citation> citations(Node line) {
        Node source = line.get("source");
        Node read = line.get("read");
        if (!source.isArray()) {
            return List.of(new Citation(source(source), read.pastDay(today)));
        }
        List<Integer> sorted = source.filledSet(this::source);
        if (!read.isArray()) {
            LocalDate day = read.pastDay(today);
            return sorted.stream().map(n -> new Citation(n, day)).toList();
        }
        List<Node> days = read.items();
        if (days.size() != sorted.size()) {
            throw read.refuse(Refusal.DAY_FOR_EACH_SOURCE, days.size(), sorted.size());
        }
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            citations.add(
                    new Citation(source(source.items().get(i)), days.get(i).pastDay(today)));
        }
        citations.sort(Comparator.comparingInt(Citation::source));
        return citations;
    }

    private int source(Node node) {
        int number = node.whole(0, 1_000_000);
        if (!sources.contains(number)) {
            throw node.refuse(Refusal.UNKNOWN_SOURCE, String.valueOf(number));
        }
        return number;
    }

    private Placement placement(Node line) {
        allow(
                line,
                "layer",
                "id",
                "name",
                "selection",
                "places",
                "openEnded",
                "deployments",
                "since",
                "models",
                "services");
        if (line.get("places").items().isEmpty()) {
            throw line.get("places").refuse(Refusal.EMPTY_LIST);
        }
        return new Placement(
                line.get("layer").oneOf(Layer.class),
                line.get("id").id(),
                line.get("name").text(),
                line.get("selection").oneOf(Selection.class),
                line.get("places").items().stream().map(this::place).toList(),
                flag(line, "openEnded"),
                ids(line, "deployments"),
                line.find("since").map(Node::dayOrMonth),
                appliesTo(line));
    }

    private Attestation attestation(Node line) {
        allow(
                line,
                "kind",
                "status",
                "holder",
                "scope",
                "level",
                "deployments",
                "since",
                "outOfScope",
                "someServicesOutOfScope",
                "models",
                "services");
        Attestation.Kind kind = line.get("kind").oneOf(Attestation.Kind.class);
        Optional<Node> level = line.find("level");
        if (level.isPresent() && kind != Attestation.Kind.FEDRAMP) {
            throw level.get().refuse(Refusal.LEVEL_WITHOUT_FEDRAMP, kind);
        }
        String holder = line.get("holder").id();
        if (!providers.contains(holder)) {
            throw line.get("holder").refuse(Refusal.UNKNOWN_PROVIDER, holder);
        }
        return new Attestation(
                kind,
                line.get("status").oneOf(Attestation.Status.class),
                holder,
                line.find("scope").map(Node::text).orElse(""),
                level.map(n -> n.oneOf(Attestation.FedRampLevel.class)),
                ids(line, "deployments"),
                line.find("since").map(Node::dayOrMonth),
                ids(line, "outOfScope"),
                flag(line, "someServicesOutOfScope"),
                appliesTo(line));
    }

    private static FactValue.Retention retention(Node line) {
        allow(line, "days", "from", "what", "models", "services");
        return new FactValue.Retention(
                line.get("days").whole(0, 36_500),
                line.find("from").map(Node::dayOrMonth),
                line.get("what").text(),
                appliesTo(line));
    }

    private static AppliesTo appliesTo(Node line) {
        return new AppliesTo(ids(line, "models"), ids(line, "services"));
    }

    private static boolean flag(Node line, String field) {
        return line.find(field).map(Node::truth).orElse(false);
    }

    private static List<String> ids(Node line, String field) {
        return line.find(field).map(n -> n.filledSet(Node::id)).orElse(List.of());
    }

    private Place place(Node node) {
        String code = node.text();
        return areas.place(code).orElseThrow(() -> areas.unknown(code, node.where()));
    }

    private String country(Node node) {
        String code = node.text();
        if (areas.place(code).filter(Place.Country.class::isInstance).isEmpty()) {
            throw node.refuse(Refusal.UNKNOWN_COUNTRY, code);
        }
        return code;
    }
}
