package domicile.register;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.problem.Problem;
import domicile.problem.ProblemException;
import domicile.problem.Sha256;
import domicile.residency.Areas;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactField;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.FactValue;
import domicile.residency.FieldReader;
import domicile.residency.FieldType;
import domicile.residency.Model;
import domicile.residency.Place;
import domicile.residency.Provider;
import domicile.residency.Quote;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one fact line of a pack. */
final class FactReader {
    private static final Set<String> COMMON = Set.of("fact", "text", "variant", "source", "read", "quote");

    private static final Pattern HASH = Pattern.compile(Sha256.PREFIX + "[0-9a-f]{64}");

    private final Areas areas;
    private final Set<Integer> sources;
    private final Set<String> providers;
    private final LocalDate today;
    private final FactKinds kinds;

    FactReader(Areas areas, Set<Integer> sources, Set<String> providers, LocalDate today, FactKinds kinds) {
        this.areas = areas;
        this.sources = Set.copyOf(sources);
        this.providers = Set.copyOf(providers);
        this.today = today;
        this.kinds = kinds;
    }

    /** For facts beside these sources and providers. */
    static FactReader among(
            Areas areas, List<Source> sources, List<Provider> providers, LocalDate today, FactKinds kinds) {
        return new FactReader(
                areas,
                sources.stream().map(Source::number).collect(Collectors.toSet()),
                providers.stream().map(Provider::id).collect(Collectors.toSet()),
                today,
                kinds);
    }

    Fact<?> read(JsonValue line) {
        JsonValue name = line.get("fact");
        FactKind<?> kind = kinds.find(name.text())
                .orElseThrow(() -> name.refuse(JsonProblem.UNKNOWN_VALUE, name.text(), kinds.ids()));
        line.only(Stream.concat(COMMON.stream(), kind.fields().stream().map(FactField::name))
                .toArray(String[]::new));
        if (kind.wordy()) {
            line.get("text");
        }
        return new Fact<FactValue>(
                kind.read().apply(new Fields(line)),
                line.find("text").map(JsonValue::text).orElse(""),
                line.find("variant").map(JsonValue::id).orElse(""),
                citations(line));
    }

    /** A model that an offering lists. */
    Model model(JsonValue line) {
        line.only("id", "family", "until", "source", "read", "quote");
        return new Model(
                line.get("id").id(),
                line.get("family").id(),
                line.find("until").map(JsonValue::dayOrMonth),
                citations(line));
    }

    private List<Citation> citations(JsonValue line) {
        List<Citation> pages = pages(line);
        Map<Integer, Quote> quotes = new HashMap<>();
        for (JsonValue said : line.find("quote")
                .map(q -> q.isArray() ? q.items() : List.of(q))
                .orElse(List.of())) {
            int source = said.find("source")
                    .map(s -> s.whole(0, Source.HIGHEST))
                    .orElseGet(() -> pages.size() == 1
                            ? pages.getFirst().source()
                            : said.get("source").whole(0, Source.HIGHEST));
            if (pages.stream().noneMatch(c -> c.source() == source)) {
                throw said.refuse(RegisterProblem.QUOTE_OF_ANOTHER_PAGE, source);
            }
            if (quotes.put(source, quote(said)) != null) {
                throw said.refuse(RegisterProblem.TWO_QUOTES, source);
            }
        }
        return pages.stream()
                .map(c -> Optional.ofNullable(quotes.get(c.source()))
                        .map(c::quoting)
                        .orElse(c))
                .toList();
    }

    /** The words of a page, as {@link RegisterJson} writes them. */
    static Quote quote(JsonValue said) {
        said.only("source", "capture", "exact", "prefix", "suffix", "unit", "row", "withdrawn");
        return new Quote(
                hash(said.get("capture")),
                said.get("exact").wordsOfAPage(1, Quote.MOST),
                said.get("prefix").wordsOfAPage(0, Quote.MOST_AROUND),
                said.get("suffix").wordsOfAPage(0, Quote.MOST_AROUND),
                said.get("unit").oneOf(Quote.Unit.class),
                said.find("row").map(row -> row.wordsOfAPage(1, Quote.MOST)),
                said.find("withdrawn").map(JsonValue::truth).orElse(false));
    }

    /** The digits of {@code sha256:} and 64 hexadecimal digits. */
    static String hash(JsonValue said) {
        return said.matching(HASH, RegisterProblem.NO_HASH).substring(Sha256.PREFIX.length());
    }

    private List<Citation> pages(JsonValue line) {
        JsonValue source = line.get("source");
        JsonValue read = line.get("read");
        if (!source.isArray()) {
            return List.of(new Citation(source(source), read.pastDay(today)));
        }
        List<Integer> sorted = source.filledSet(this::source);
        if (!read.isArray()) {
            LocalDate day = read.pastDay(today);
            return sorted.stream().map(n -> new Citation(n, day)).toList();
        }
        List<JsonValue> days = read.items();
        if (days.size() != sorted.size()) {
            throw read.refuse(RegisterProblem.DAY_FOR_EACH_SOURCE, days.size(), sorted.size());
        }
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            citations.add(
                    new Citation(source(source.items().get(i)), days.get(i).pastDay(today)));
        }
        citations.sort(Comparator.comparingInt(Citation::source));
        return citations;
    }

    private int source(JsonValue node) {
        int number = node.whole(0, Source.HIGHEST);
        if (!sources.contains(number)) {
            throw node.refuse(RegisterProblem.UNKNOWN_SOURCE, String.valueOf(number));
        }
        return number;
    }

    private List<Place> places(JsonValue list) {
        if (list.items().isEmpty()) {
            throw list.refuse(JsonProblem.EMPTY_LIST);
        }
        return list.items().stream()
                .map(n -> areas.place(n.text()).orElseThrow(() -> areas.unknown(n.text(), n.where())))
                .toList();
    }

    private String country(JsonValue node) {
        String code = node.text();
        if (areas.place(code).filter(Place.Country.class::isInstance).isEmpty()) {
            throw node.refuse(RegisterProblem.UNKNOWN_COUNTRY, code);
        }
        return code;
    }

    private String provider(JsonValue node) {
        String id = node.id();
        if (!providers.contains(id)) {
            throw node.refuse(RegisterProblem.UNKNOWN_PROVIDER, id);
        }
        return id;
    }

    /** The fields of a line. */
    private final class Fields implements FieldReader {
        private final JsonValue line;

        Fields(JsonValue line) {
            this.line = line;
        }

        @Override
        public boolean has(String field) {
            return line.find(field).isPresent();
        }

        @Override
        public Object read(String field, FieldType<?> type) {
            JsonValue node = line.get(field);
            return switch (type.form()) {
                case LINE, WORDS -> node.text();
                case ID -> node.id();
                case IDS, DEPLOYMENTS -> node.filledSet(JsonValue::id);
                case NAMES -> node.filledSet(JsonValue::text);
                case PLACES -> places(node);
                case COUNTRY -> country(node);
                case WHOLE -> node.whole(0, type.most());
                case PUBLISHED_DATE -> node.dayOrMonth();
                case FLAG -> node.truth();
                case ADDRESS -> node.url();
                case PROVIDER -> provider(node);
                case CHOICE -> node.oneOf(type.choices());
                case MODELS -> throw new IllegalArgumentException("no field of a fact: " + field);
            };
        }

        @Override
        public ProblemException refuse(String field, Problem why, Object... arguments) {
            return line.get(field).refuse(why, arguments);
        }
    }
}
