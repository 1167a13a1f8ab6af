package domicile.register;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Areas;
import domicile.residency.Capture;
import domicile.residency.Fact;
import domicile.residency.FactKinds;
import domicile.residency.FieldType;
import domicile.residency.FrameworkControl;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Provider;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the files of a pack and checks what they say against each other. */
final class PackReader {
    static final String MANIFEST = "pack.json";

    // no part starts with a dot: a pack cannot reach out of its folder
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)?\\.json");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,40}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern CONTROL = Pattern.compile("[A-Za-z0-9&. :()/-]{1,60}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z]+/[a-z0-9.+-]{1,80}(; charset=[A-Za-z0-9._-]{1,40})?");
    private static final int MOST_FILES = 2_000;

    private final Function<String, byte[]> files;
    private final LocalDate today;
    private final FactKinds kinds;

    /**
     * @param files gives a file's bytes by its name in the pack
     * @param today no page can have been read after it
     */
    PackReader(Function<String, byte[]> files, LocalDate today, FactKinds kinds) {
        this.files = files;
        this.today = today;
        this.kinds = kinds;
    }

    Pack read() {
        JsonValue manifest =
                StrictJson.read(MANIFEST, files.apply(MANIFEST)).only("schema", "id", "name", "published", "files");
        schema(manifest, "domicile.pack/1");
        List<JsonValue> sources = new ArrayList<>();
        List<JsonValue> areas = new ArrayList<>();
        List<JsonValue> providers = new ArrayList<>();
        List<JsonValue> frameworks = new ArrayList<>();
        List<JsonValue> captures = new ArrayList<>();
        List<JsonValue> names = manifest.get("files").items();
        if (names.size() > MOST_FILES) {
            throw manifest.get("files").refuse(JsonProblem.OUT_OF_RANGE, names.size(), 1, MOST_FILES);
        }
        manifest.get("files").set(JsonValue::text);
        for (JsonValue name : names) {
            String path = name.matching(PATH, JsonProblem.BAD_ID);
            JsonValue file = StrictJson.read(path, files.apply(path), Pack.MOST_BYTES);
            String schema = file.get("schema").text();
            switch (schema) {
                case "domicile.sources/1" -> sources.add(file.only("schema", "compiledFrom", "sources"));
                case "domicile.areas/1" -> areas.add(file.only("schema", "countries", "blocs", "regions", "adequacy"));
                case "domicile.provider/1" -> providers.add(file.only("schema", "id", "name", "offerings"));
                case "domicile.framework/1" ->
                    frameworks.add(file.only("schema", "framework", "version", "name", "controls"));
                case CaptureFile.SCHEMA -> captures.add(file.only("schema", "captures"));
                default ->
                    throw file.get("schema")
                            .refuse(
                                    JsonProblem.WRONG_SCHEMA,
                                    schema,
                                    "domicile.sources/1, domicile.areas/1, domicile.provider/1, domicile.framework/1, domicile.captures/1");
            }
        }
        Areas gazetteer = areas(single(manifest, areas, "domicile.areas/1"));
        List<Source> cited = sources(single(manifest, sources, "domicile.sources/1"));
        List<Provider> sellers = providers.stream()
                .map(p -> new Provider(p.get("id").id(), p.get("name").text()))
                .toList();
        unique(providers.stream().map(p -> p.get("id")).toList());
        FactReader facts = FactReader.among(gazetteer, cited, sellers, today, kinds);
        return new Pack(
                manifest.get("id").id(),
                manifest.get("name").text(),
                manifest.get("published").pastDay(today),
                sellers,
                offerings(providers, sellers, facts),
                cited,
                gazetteer,
                frameworks.stream().flatMap(f -> controls(f).stream()).toList(),
                captures.stream().flatMap(f -> captures(f, cited).stream()).toList(),
                Documents.NONE);
    }

    static void schema(JsonValue file, String expected) {
        String schema = file.get("schema").text();
        if (!schema.equals(expected)) {
            throw file.get("schema").refuse(JsonProblem.WRONG_SCHEMA, schema, expected);
        }
    }

    private static JsonValue single(JsonValue manifest, List<JsonValue> found, String schema) {
        if (found.size() != 1) {
            throw manifest.get("files").refuse(RegisterProblem.NOT_ONE_FILE, schema);
        }
        return found.getFirst();
    }

    private static void unique(List<JsonValue> ids) {
        Map<String, JsonValue> seen = new HashMap<>();
        for (JsonValue id : ids) {
            JsonValue first = seen.putIfAbsent(id.text(), id);
            if (first != null) {
                throw id.refuse(JsonProblem.DUPLICATE, id.text(), first.where());
            }
        }
    }

    static Capture capture(JsonValue node) {
        node.only(
                "source", "day", "sha256", "bytes", "mediaType", "name", "address", "taken", "who", "how", "withdrawn");
        return new Capture(
                node.get("source").whole(0, Source.HIGHEST),
                node.get("day").day(),
                FactReader.hash(node.get("sha256")),
                node.get("bytes").whole(0, Captures.MOST_BYTES),
                node.get("mediaType").matching(MEDIA_TYPE, JsonProblem.BAD_ID),
                node.get("name").wordsOfAPage(1, Captures.LONGEST_NAME),
                node.get("address").urlOrEmpty(),
                node.get("taken").time(),
                node.get("who").wordsOfAPage(1, Attribution.LONGEST_WHO),
                node.get("how").oneOf(Capture.How.class),
                node.find("withdrawn")
                        .map(w -> w.only("at", "who", "why"))
                        .map(w -> new Capture.Withdrawal(
                                w.get("at").time(),
                                w.get("who").wordsOfAPage(1, Attribution.LONGEST_WHO),
                                w.get("why").wordsOfAPage(1, Attribution.LONGEST_WHY))));
    }

    static List<Capture> captures(JsonValue file, List<Source> sources) {
        List<Capture> captures = new ArrayList<>();
        for (JsonValue node : file.get("captures").items()) {
            Capture capture = capture(node);
            if (sources.stream().noneMatch(s -> s.number() == capture.source())) {
                throw node.get("source").refuse(RegisterProblem.UNKNOWN_SOURCE, String.valueOf(capture.source()));
            }
            captures.add(capture);
        }
        return captures;
    }

    private List<Source> sources(JsonValue file) {
        List<JsonValue> nodes = new ArrayList<>();
        file.find("compiledFrom").ifPresent(nodes::add);
        nodes.addAll(file.get("sources").items());
        List<Source> sources = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (JsonValue node : nodes) {
            Source source = source(node);
            if (!seen.add(source.number())) {
                throw node.get("number").refuse(JsonProblem.DUPLICATE, source.number(), file.where());
            }
            sources.add(source);
        }
        return sources;
    }

    static Source source(JsonValue node) {
        node.only("number", "kind", "publisher", "title", "url", "states");
        return new Source(
                node.get("number").whole(0, Source.HIGHEST),
                node.get("kind").oneOf(Source.Kind.class),
                node.get("publisher").text(),
                node.get("title").text(),
                node.get("url").urlOrEmpty(),
                node.get("states").text());
    }

    private static Areas areas(JsonValue file) {
        unique(file.get("countries").items().stream().map(n -> n.get("code")).toList());
        unique(file.get("blocs").items().stream().map(n -> n.get("code")).toList());
        unique(file.get("regions").items().stream().map(n -> n.get("code")).toList());
        List<Areas.CountryDefinition> countries =
                file.get("countries").items().stream().map(PackReader::country).toList();
        Set<String> known =
                countries.stream().map(Areas.CountryDefinition::code).collect(Collectors.toSet());
        return new Areas(
                countries,
                file.get("blocs").items().stream().map(n -> bloc(n, known)).toList(),
                file.get("regions").items().stream().map(n -> region(n, known)).toList(),
                file.get("adequacy").items().stream()
                        .map(n -> adequacy(n, known))
                        .toList());
    }

    static Areas.CountryDefinition country(JsonValue node) {
        node.only("code", "name");
        return new Areas.CountryDefinition(
                node.get("code").matching(COUNTRY, JsonProblem.BAD_CODE),
                node.get("name").text());
    }

    private static String known(JsonValue node, Set<String> countries) {
        String code = node.text();
        if (!countries.contains(code)) {
            throw node.refuse(RegisterProblem.UNKNOWN_COUNTRY, code);
        }
        return code;
    }

    static Areas.BlocDefinition bloc(JsonValue node, Set<String> countries) {
        node.only("code", "name", "members", "note", "membersUnpublished");
        return new Areas.BlocDefinition(
                node.get("code").matching(CODE, JsonProblem.BAD_CODE),
                node.get("name").text(),
                Set.copyOf(node.get("members").filledSet(n -> known(n, countries))),
                node.get("note").textOrEmpty(),
                node.find("membersUnpublished").map(JsonValue::truth).orElse(false));
    }

    static Areas.RegionDefinition region(JsonValue node, Set<String> countries) {
        node.only("code", "name", "cloud", "country");
        return new Areas.RegionDefinition(
                node.get("code").matching(CODE, JsonProblem.BAD_CODE),
                node.get("name").text(),
                node.get("cloud").id(),
                known(node.get("country"), countries));
    }

    static Areas.AdequacyDecision adequacy(JsonValue node, Set<String> countries) {
        node.only("country", "since", "scope");
        return new Areas.AdequacyDecision(
                known(node.get("country"), countries),
                node.get("since").day(),
                node.get("scope").textOrEmpty());
    }

    private static List<Offering> offerings(List<JsonValue> providers, List<Provider> sellers, FactReader reader) {
        List<Offering> offerings = new ArrayList<>();
        unique(providers.stream()
                .flatMap(p -> p.get("offerings").items().stream())
                .map(o -> o.get("id"))
                .toList());
        for (JsonValue provider : providers) {
            for (JsonValue node : provider.get("offerings").items()) {
                node.only("id", "name", "operator", "products", "models", "facts");
                String operator = node.get("operator").id();
                if (sellers.stream().noneMatch(p -> p.id().equals(operator))) {
                    throw node.get("operator").refuse(RegisterProblem.UNKNOWN_PROVIDER, operator);
                }
                offerings.add(offering(node, provider.get("id").id(), reader, facts(node.get("facts"), reader)));
            }
        }
        offerings.sort(Comparator.comparing(Offering::id));
        return offerings;
    }

    /** What an offering says of itself, with these facts. */
    static Offering offering(JsonValue node, String provider, FactReader reader, List<Fact<?>> facts) {
        node.find("models")
                .ifPresent(
                        all -> unique(all.items().stream().map(m -> m.get("id")).toList()));
        return new Offering(
                node.get("id").id(),
                node.get("name").text(),
                provider,
                node.get("operator").id(),
                node.find("products").map(PackReader::products).orElse(List.of()),
                node.find("models")
                        .map(all -> all.items().stream().map(reader::model).toList())
                        .orElse(List.of()),
                facts);
    }

    /** In the pack's order: the first is the name that a document to be obtained has to have. */
    private static List<String> products(JsonValue list) {
        list.filledSet(JsonValue::text);
        return list.items().stream().map(JsonValue::text).toList();
    }

    private static List<Fact<?>> facts(JsonValue list, FactReader reader) {
        List<Fact<?>> facts = new ArrayList<>();
        Map<String, JsonValue> seen = new HashMap<>();
        for (JsonValue line : list.items()) {
            Fact<?> fact = reader.read(line);
            JsonValue first = seen.putIfAbsent(fact.id(), line);
            if (first != null) {
                throw line.refuse(RegisterProblem.DUPLICATE_FACT, fact.id(), first.where());
            }
            facts.add(fact);
        }
        deploymentsExist(facts, seen);
        return facts;
    }

    /** Whatever names a deployment names one of the same offering. */
    private static void deploymentsExist(List<Fact<?>> facts, Map<String, JsonValue> lines) {
        Set<String> deployments = facts.stream()
                .map(Fact::value)
                .filter(v -> v instanceof Placement p && p.layer() == Layer.INFERENCE)
                .map(v -> ((Placement) v).id())
                .collect(Collectors.toSet());
        for (Fact<?> fact : facts) {
            fact.value().factKind().own().stream()
                    .filter(f -> f.type().form() == FieldType.Form.DEPLOYMENTS)
                    .flatMap(f -> Optional.ofNullable(lines.get(fact.id())).flatMap(l -> l.find(f.name())).stream())
                    .forEach(named -> there(named, deployments));
        }
    }

    private static void there(JsonValue named, Set<String> deployments) {
        for (String id : named.filledSet(JsonValue::id)) {
            if (!deployments.contains(id)) {
                throw named.refuse(RegisterProblem.UNKNOWN_DEPLOYMENT, id);
            }
        }
    }

    private static List<FrameworkControl> controls(JsonValue file) {
        String framework = file.get("framework").text();
        String version = file.get("version").text();
        file.get("name").text();
        unique(file.get("controls").items().stream().map(n -> n.get("id")).toList());
        return file.get("controls").items().stream()
                .map(n -> control(n, framework, version))
                .toList();
    }

    static FrameworkControl control(JsonValue node, String framework, String version) {
        node.only("id", "title", "requirements");
        return new FrameworkControl(
                node.get("id").matching(CONTROL, JsonProblem.BAD_ID),
                framework,
                version,
                node.get("title").text(),
                node.get("requirements").set(n -> n.matching(CODE, JsonProblem.BAD_CODE)));
    }
}
