package domicile.document;

import domicile.page.Bm25;
import domicile.page.Layout;
import domicile.residency.Areas;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds in one document the passages for every kind of evidence. A passage is found by a pattern: words that must stand
 * in it and words that must not. Rules rank first, then how rare its words are in the document.
 */
final class ClauseFinder {
    private static final int MOST = 5;
    private static final int LONGEST = 2_000;

    private static final Pattern NAMED = Pattern.compile("^\\W{0,2}((?:\\p{Lu}[\\p{L}\\p{N}.-]*\\s?){1,4})");
    private static final Pattern API =
            Pattern.compile("(?<![\\p{L}\\p{N}])((?:\\p{Lu}[\\p{L}\\p{N}]*\\s){1,3}API)(?!\\p{L})");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A segment that a pattern has found. */
    private record Hit(int segment, ClausePattern pattern, double score) {}

    private final List<Segment> segments;
    /** Each segment. */
    private final PhraseIndex own;
    /** Each segment behind what leads it in and its table's head. */
    private final PhraseIndex around;
    /** Each segment, and an item behind what leads it in. */
    private final PhraseIndex told;

    private final List<PatternFile> files;
    private final Areas areas;
    private final PlaceNames places;
    private final DateWords dates;
    private final ProductWords products;
    private final PaperFacts facts;
    private final Hedges hedges;
    private final Optional<String> offering;
    private final Map<Integer, List<PlaceNames.Found>> placesOf = new HashMap<>();
    private final Optional<Bm25> index;
    private List<String> inferencePlaces = List.of();

    ClauseFinder(Layout layout, Register register, Optional<String> offering) {
        this.segments = Segments.of(layout);
        this.own = new PhraseIndex(segments.stream().map(Segment::lower).toList());
        this.around = new PhraseIndex(segments.stream()
                .map(s -> Phrases.lower(s.lead() + " \n " + s.head() + " \n ") + s.lower())
                .toList());
        this.told = new PhraseIndex(segments.stream()
                .map(s -> s.form() == Segment.Form.ITEM ? Phrases.lower(s.lead()) + " \n " + s.lower() : s.lower())
                .toList());
        this.files = Languages.of(segments);
        this.areas = register.areas();
        this.places = new PlaceNames(areas, Languages.ALL);
        this.dates = new DateWords(Languages.ALL);
        this.products = new ProductWords(register);
        this.facts = new PaperFacts(segments, files, dates, products);
        this.hedges = new Hedges(segments, files, own);
        this.offering = offering;
        this.index = segments.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bm25(segments.stream().map(s -> words(s.lower())).toList()));
    }

    private static Map<String, Double> words(String lower) {
        Map<String, Double> words = new HashMap<>();
        WORDS.splitAsStream(lower).filter(w -> !w.isEmpty()).forEach(w -> words.merge(w, 1.0, Double::sum));
        return words;
    }

    Optional<String> language() {
        return Languages.code(files);
    }

    /** Every kind of evidence, in their order. */
    List<Clauses.OfKind> kinds() {
        List<Clauses.OfKind> all = new ArrayList<>();
        for (Evidence.Kind kind : Evidence.Kind.values()) {
            Clauses.OfKind found = kind(kind);
            if (kind == Evidence.Kind.ORDER_FORM_INFERENCE_REGION && found.found()) {
                inferencePlaces = found.passages().getFirst().values().places();
            }
            all.add(found);
        }
        return all;
    }

    private Clauses.OfKind kind(Evidence.Kind kind) {
        List<Hit> ranked = ranked(new ArrayList<>(best(kind).values()), kind);
        Set<Integer> found = found(ranked);
        // what is only near says what is missing: nothing is where the clause is found
        List<Passage> passages = ranked.stream()
                .filter(h -> found.isEmpty() || !h.pattern().near())
                .map(hit -> passage(hit.segment(), kind, Optional.of(hit), found))
                .toList();
        List<Passage> ordered = new ArrayList<>(passages);
        ordered.sort(Comparator.comparing((Passage p) -> p.warnings().contains(Warning.NAMES_ANOTHER_PRODUCT)));
        return new Clauses.OfKind(
                kind, !found.isEmpty(), ordered.stream().limit(MOST).toList());
    }

    /** The best pattern of a kind for each segment that any finds. */
    private Map<Integer, Hit> best(Evidence.Kind kind) {
        Map<Integer, Hit> best = new TreeMap<>();
        for (PatternFile file : files) {
            Optional.ofNullable(file.kinds.get(kind))
                    .ifPresent(k -> k.patterns()
                            .forEach(pattern -> hits(pattern)
                                    .forEach(hit -> best.merge(hit.segment(), hit, (a, b) -> better(b, a) ? b : a))));
        }
        return best;
    }

    private static Set<Integer> found(Collection<Hit> hits) {
        return hits.stream().filter(h -> !h.pattern().near()).map(Hit::segment).collect(Collectors.toSet());
    }

    /**
     * The passages that some units are of, in the order of the document, whether a pattern finds them or not: somebody
     * has named their words. {@link #kinds} comes first.
     *
     * @param first index of the first unit
     * @param end index of the unit after the last
     */
    List<Passage> of(Evidence.Kind kind, int first, int end) {
        Map<Integer, Hit> best = best(kind);
        Set<Integer> found = found(best.values());
        return IntStream.range(0, segments.size())
                .filter(i -> segments.get(i).first() < end && segments.get(i).end() > first)
                .mapToObj(i -> passage(i, kind, Optional.ofNullable(best.get(i)), found))
                .toList();
    }

    private static boolean better(Hit one, Hit other) {
        return one.pattern().near() == other.pattern().near()
                ? one.score() > other.score()
                : !one.pattern().near();
    }

    /** What is found first, group by group; what is only near after it. */
    private List<Hit> ranked(List<Hit> hits, Evidence.Kind kind) {
        Map<String, Double> asked = new HashMap<>();
        hits.forEach(
                h -> words(segments.get(h.segment()).lower()).forEach((w, n) -> asked.merge(w, 0.01, Double::sum)));
        double[] rare = index.map(i -> i.scores(asked)).orElse(new double[0]);
        double most = hits.stream().mapToDouble(h -> rare[h.segment()]).max().orElse(1);
        Comparator<Hit> order = Comparator.comparing((Hit h) -> h.pattern().near())
                .thenComparing(Comparator.comparingDouble(
                                (Hit h) -> h.score() + 0.01 * rare[h.segment()] / Math.max(most, 1e-9))
                        .reversed())
                .thenComparingInt(Hit::segment);
        List<Hit> sorted = hits.stream().sorted(order).toList();
        Map<String, List<Hit>> groups = new LinkedHashMap<>();
        sorted.forEach(h -> groups.computeIfAbsent(
                        h.pattern().near() ? "~" : h.pattern().group(), g -> new ArrayList<>())
                .add(h));
        List<Hit> all = new ArrayList<>();
        groups.values().forEach(group -> all.add(group.getFirst()));
        sorted.stream().filter(h -> !all.contains(h)).forEach(all::add);
        int room = kind == Evidence.Kind.BAA_PRODUCT_SCHEDULE ? 40 : MOST * 2;
        return all.stream().limit(room).toList();
    }

    private List<Hit> hits(ClausePattern pattern) {
        if (facts.paper == Paper.LIST
                || (!pattern.papers().isEmpty() && !pattern.papers().contains(facts.paper))
                || !pattern.title().map(t -> t.in(facts.title)).orElse(true)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean candidate = segment.form() != Segment.Form.HEADING
                    && segment.form() != Segment.Form.COMPANY
                    && segment.text().length() <= LONGEST;
            int at = i;
            if (candidate && matches(pattern, i)) {
                double more = pattern.more().stream().filter(m -> own.in(m, at)).count() / 20.0;
                hits.add(new Hit(i, pattern, Math.min(0.99, pattern.weight() / 10.0 + more)));
            }
        }
        return hits;
    }

    private boolean matches(ClausePattern pattern, int at) {
        Segment segment = segments.get(at);
        return pattern.under().map(u -> u.in(above(segment))).orElse(true)
                && (!pattern.needs().contains(ClausePattern.Need.ROW)
                        || (segment.row() && !segment.head().isEmpty()))
                && says(pattern, at);
    }

    /** Whether a segment says what a pattern looks for, wherever it stands. */
    boolean says(ClausePattern pattern, int at) {
        boolean words = pattern.all().stream().allMatch(p -> around.in(p, at))
                && (pattern.all().isEmpty() || pattern.all().stream().anyMatch(p -> own.in(p, at)));
        if (!words) {
            return false;
        }
        return pattern.none().stream().noneMatch(p -> told.in(p, at))
                && pattern.needs().stream().allMatch(need -> has(at, need));
    }

    private String above(Segment segment) {
        String heading =
                segment.heading() < 0 ? "" : segments.get(segment.heading()).lower();
        return heading + " \n " + Phrases.lower(segment.head());
    }

    private boolean has(int at, ClausePattern.Need need) {
        Segment segment = segments.get(at);
        return switch (need) {
            case PLACE -> named(at).stream().anyMatch(f -> !vague(f.place())) || samePlace(segment);
            case AREA -> !named(at).isEmpty();
            case PRODUCT -> !promised(segment, products.in(segment.text())).isEmpty();
            case ROW -> true;
        };
    }

    private boolean samePlace(Segment segment) {
        return files.stream().anyMatch(f -> f.words("samePlace").in(segment.lower()));
    }

    /** The places of a segment, but for those that it leaves out. */
    private List<PlaceNames.Found> named(int at) {
        return placesOf.computeIfAbsent(at, i -> {
            Segment segment = segments.get(i);
            List<int[]> out = hedges.leftOut(segment);
            return places.in(segment.text()).stream()
                    .filter(f -> out.stream().noneMatch(o -> f.from() >= o[0] && f.to() <= o[1]))
                    .toList();
        });
    }

    private List<ProductWords.Found> promised(Segment segment, List<ProductWords.Found> all) {
        List<int[]> out = hedges.leftOut(segment);
        return all.stream()
                .filter(f -> out.stream().noneMatch(o -> f.from() >= o[0] && f.to() <= o[1]))
                .toList();
    }

    /** Whether nobody says which countries a place has. */
    private boolean vague(Place place) {
        return place instanceof Place.Bloc bloc
                && areas.blocs().stream().anyMatch(b -> b.code().equals(bloc.code()) && b.membersUnpublished());
    }

    private Passage passage(int at, Evidence.Kind kind, Optional<Hit> hit, Set<Integer> found) {
        Segment segment = segments.get(at);
        boolean near = hit.map(h -> h.pattern().near()).orElse(true);
        Passage.Values values = values(at, kind, near);
        return new Passage(
                segment.text(),
                segment.page(),
                segment.toPage(),
                segment.rectangles(),
                values,
                hedges.of(at, kind, found),
                warnings(at, kind, hit.map(h -> h.pattern().warns()).orElse(Set.of()), values),
                segment.inserted(),
                Math.round(hit.map(Hit::score).orElse(0.0) * (near ? 50 : 100)) / 100.0);
    }

    /** Whether what a kind of document says is about places. */
    static boolean ofPlaces(Evidence.Kind kind) {
        return switch (kind) {
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    STORAGE_RESIDENCY_CLAIM,
                    OWNERSHIP_DECLARATION -> true;
            case ZDR_ADDENDUM,
                    BAA_PRODUCT_SCHEDULE,
                    VENDOR_BAA,
                    SOC2_REPORT,
                    ORDER_FORM_NO_TRAINING,
                    DPA_SIGNED,
                    CERTIFICATE,
                    FEDRAMP_AUTHORIZATION -> false;
        };
    }

    private Passage.Values values(int at, Evidence.Kind kind, boolean near) {
        Segment segment = segments.get(at);
        List<String> codes = new ArrayList<>();
        List<String> regions = new ArrayList<>();
        if (ofPlaces(kind)) {
            if (samePlace(segment)) {
                codes.addAll(inferencePlaces);
            }
            for (PlaceNames.Found f : named(at)) {
                switch (f.place()) {
                    case Place.CloudRegion r -> {
                        codes.add(r.country());
                        regions.add(r.code());
                    }
                    case Place.Country c -> codes.add(c.code());
                    case Place.Bloc b -> {
                        if (!vague(b)) {
                            codes.add(b.code());
                        }
                    }
                    case Place.World w -> codes.add(w.code());
                }
            }
            if (!regions.isEmpty()) {
                // regions say more than the bloc after which their profile or zone is called
                codes.removeIf(code -> areas.blocs().stream()
                        .anyMatch(b -> b.code().equals(code)
                                && regions.stream()
                                        .flatMap(r -> areas.place(r).stream())
                                        .allMatch(r -> b.members().containsAll(areas.countriesOf(r)))));
            }
        }
        return new Passage.Values(
                List.copyOf(new LinkedHashSet<>(codes)),
                List.copyOf(new LinkedHashSet<>(regions)),
                product(at, kind),
                facts.draft ? Optional.empty() : date(segment),
                facts.date,
                kind == Evidence.Kind.ZDR_ADDENDUM && !near ? OptionalInt.of(0) : OptionalInt.empty());
    }

    /** The day from which a clause holds: its own, where it is later than the paper's. */
    private Optional<String> date(Segment segment) {
        String lower = segment.lower();
        List<String> days = new ArrayList<>();
        for (DateWords.Found date : dates.in(lower)) {
            String before = lower.substring(0, date.from());
            String after = lower.substring(date.to());
            boolean cell = segment.row()
                    && (before.isEmpty() || before.endsWith("| "))
                    && (after.isEmpty() || after.startsWith(" |"));
            if (cell || files.stream().anyMatch(f -> f.words("from").ends(before))) {
                days.add(date.iso());
            }
        }
        if (facts.paper == Paper.REPORT) {
            return facts.date;
        }
        facts.date.ifPresent(days::add);
        return days.stream().max(Comparator.naturalOrder());
    }

    private Optional<String> product(int at, Evidence.Kind kind) {
        Segment segment = segments.get(at);
        Set<String> named = new LinkedHashSet<>();
        promised(segment, products.in(segment.text())).forEach(f -> named.add(f.name()));
        if (!named.isEmpty()) {
            return Optional.of(String.join(", ", named));
        }
        if (kind == Evidence.Kind.DPA_SIGNED) {
            return Optional.empty();
        }
        if (segment.row()
                && (kind == Evidence.Kind.BAA_PRODUCT_SCHEDULE
                        || segment.cells().size() > 2)) {
            return Optional.of(segment.cells().getFirst());
        }
        Optional<String> described = described(segment);
        if (kind == Evidence.Kind.SOC2_REPORT) {
            // a report is about one system, whichever of its sentences is quoted
            return described.or(() -> segments.stream()
                    .filter(s -> s.form() == Segment.Form.SENTENCE)
                    .flatMap(s -> described(s).stream())
                    .findFirst());
        }
        return ordered(segment)
                .or(() -> described)
                .or(() -> term(segment))
                .or(() -> kind == Evidence.Kind.VENDOR_BAA ? Optional.empty() : facts.product);
    }

    /** The product of the row that a clause refers to, as {@code item 1}. */
    private Optional<String> ordered(Segment segment) {
        for (PatternFile file : files) {
            for (MatchResult item : file.words("items").all(segment.lower())) {
                Matcher number = Pattern.compile("^\\W{0,3}(\\d{1,2})(?![.\\d])")
                        .matcher(segment.lower().substring(item.end()));
                if (number.find()) {
                    Optional<String> row = segments.stream()
                            .filter(s -> s.row()
                                    && s.cells().size() > 1
                                    && s.cells()
                                            .getFirst()
                                            .replaceAll("\\D", "")
                                            .equals(number.group(1)))
                            .findFirst()
                            .map(s -> products.in(s.text()).stream()
                                    .findFirst()
                                    .map(ProductWords.Found::name)
                                    .orElse(s.cells().get(1).split(",")[0]));
                    if (row.isPresent()) {
                        return row;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> described(Segment segment) {
        for (PatternFile file : files) {
            for (MatchResult before : file.words("namedBy").all(segment.lower())) {
                Matcher name = NAMED.matcher(segment.text().substring(before.end()));
                if (name.find()) {
                    return Optional.of(name.group(1).strip());
                }
            }
        }
        return Optional.empty();
    }

    /** A product that a term of the clause stands for. */
    private Optional<String> term(Segment segment) {
        Optional<String> own = api(segment.text());
        return own.isPresent()
                ? own
                : segments.stream()
                        .filter(s -> s.text().startsWith("\"") && s.text().indexOf('"', 1) > 0)
                        .filter(s -> segment.text()
                                .contains(s.text().substring(1, s.text().indexOf('"', 1))))
                        .flatMap(s -> api(s.text()).stream())
                        .findFirst();
    }

    private static Optional<String> api(String text) {
        Matcher api = API.matcher(text);
        return api.find()
                ? Optional.of(api.group(1).replaceFirst("^(?:The|Die|Das|Der|La|Le|L) ", ""))
                : Optional.empty();
    }

    private Set<Warning> warnings(int at, Evidence.Kind kind, Set<Warning> told, Passage.Values values) {
        Segment segment = segments.get(at);
        Set<Warning> all = EnumSet.noneOf(Warning.class);
        all.addAll(told);
        for (PatternFile file : files) {
            file.warnings.forEach((warning, words) -> {
                if (words.in(segment.lower()) && asks(warning, kind, segment)) {
                    all.add(warning);
                }
            });
        }
        if (segment.inserted()) {
            all.add(Warning.NOT_YET_ACCEPTED);
        }
        if (!hedges.leftOut(segment).isEmpty()) {
            all.add(Warning.EXCLUDES);
        }
        if (values.places().isEmpty() && (ofPlaces(kind) || kind == Evidence.Kind.SOC2_REPORT)) {
            all.add(Warning.NAMES_NO_PLACE);
        }
        if (values.product().isEmpty() && asksForProduct(kind)) {
            all.add(Warning.NAMES_NO_PRODUCT);
        }
        values.product().ifPresent(product -> {
            boolean another = offering.map(o -> !products.names(product, o))
                    .orElse(kind == Evidence.Kind.BAA_PRODUCT_SCHEDULE
                            && products.in(product).isEmpty());
            if (another) {
                all.add(Warning.NAMES_ANOTHER_PRODUCT);
            }
        });
        return all;
    }

    private static boolean asksForProduct(Evidence.Kind kind) {
        return switch (kind) {
            case ORDER_FORM_INFERENCE_REGION,
                    ORDER_FORM_STORAGE_REGION,
                    ENDPOINT_SERVICES_REGION,
                    ZDR_ADDENDUM,
                    BAA_PRODUCT_SCHEDULE,
                    VENDOR_BAA -> true;
            case SOC2_REPORT,
                    ORDER_FORM_NO_TRAINING,
                    DPA_SIGNED,
                    STORAGE_RESIDENCY_CLAIM,
                    CERTIFICATE,
                    FEDRAMP_AUTHORIZATION,
                    OWNERSHIP_DECLARATION -> false;
        };
    }

    /** Whether a warning means anything for a kind: storage is what a storage clause is about. */
    private boolean asks(Warning warning, Evidence.Kind kind, Segment segment) {
        return switch (warning) {
            case SPEAKS_OF_STORAGE ->
                (kind == Evidence.Kind.ORDER_FORM_INFERENCE_REGION || kind == Evidence.Kind.ENDPOINT_SERVICES_REGION)
                        && files.stream().noneMatch(f -> f.words("inference").in(segment.lower()));
            case SIGNATURE_OR_LAW_PLACE -> ofPlaces(kind);
            case NAMES_NO_PRODUCT, NAMES_ANOTHER_PRODUCT, NAMES_NO_PLACE, EFFORTS_ONLY, EXCLUDES, NOT_YET_ACCEPTED ->
                true;
        };
    }
}
