package domicile.json;

import domicile.problem.Problem;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import domicile.problem.SourceLocation;
import domicile.residency.PublishedDate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JSON value together with where it stands, read strictly: every method either gives a value of the asked type or
 * refuses with file, pointer and line.
 */
public final class JsonValue {
    private static final int MAX_OWN_WORDS = 100_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,62}[a-z0-9])?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** What a value can be. */
    public sealed interface Value {
        record Fields(Map<String, JsonValue> byName) implements Value {}

        record Items(List<JsonValue> all) implements Value {}

        record Text(String text) implements Value {}

        record Whole(long number) implements Value {}

        /**
         * A number with a fraction or an exponent, or one too large to count with; never wanted, and kept as it was
         * written.
         */
        record Fraction(String written) implements Value {}

        record Truth(boolean truth) implements Value {}

        record Null() implements Value {}
    }

    private final String file;
    private final String pointer;
    private final int line;
    private final Value value;

    JsonValue(String file, String pointer, int line, Value value) {
        this.file = file;
        this.pointer = pointer;
        this.line = line;
        this.value = value;
    }

    public String file() {
        return file;
    }

    public SourceLocation where() {
        return new SourceLocation(file, pointer, line);
    }

    public ProblemException refuse(Problem why, Object... arguments) {
        return why.at(where(), arguments);
    }

    /** Refuses every field that is not among those allowed. */
    public JsonValue only(String... allowed) {
        Set<String> names = Set.of(allowed);
        fields().forEach((name, field) -> {
            if (!names.contains(name)) {
                String[] sorted = allowed.clone();
                Arrays.sort(sorted);
                throw field.refuse(JsonProblem.UNKNOWN_FIELD, name, String.join(", ", sorted));
            }
        });
        return this;
    }

    public JsonValue get(String name) {
        return find(name).orElseThrow(() -> refuse(JsonProblem.MISSING_FIELD, name));
    }

    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(fields().get(name));
    }

    public Map<String, JsonValue> fields() {
        if (value instanceof Value.Fields fields) {
            return fields.byName();
        }
        throw wrongType("{...}");
    }

    public List<JsonValue> items() {
        if (value instanceof Value.Items items) {
            return items.all();
        }
        throw wrongType("[...]");
    }

    public boolean isArray() {
        return value instanceof Value.Items;
    }

    public boolean isNull() {
        return value instanceof Value.Null;
    }

    /** The items of a list that is a set: sorted, each at most once. */
    public <T extends Comparable<? super T>> List<T> set(Function<JsonValue, T> reader) {
        Map<T, JsonValue> seen = new LinkedHashMap<>();
        for (JsonValue item : items()) {
            T one = reader.apply(item);
            JsonValue first = seen.putIfAbsent(one, item);
            if (first != null) {
                throw item.refuse(JsonProblem.DUPLICATE, one, first.where());
            }
        }
        List<T> sorted = new ArrayList<>(seen.keySet());
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    /** As {@link #set}, with at least one item. */
    public <T extends Comparable<? super T>> List<T> filledSet(Function<JsonValue, T> reader) {
        if (items().isEmpty()) {
            throw refuse(JsonProblem.EMPTY_LIST);
        }
        return set(reader);
    }

    /** A text of one line that is not blank. */
    public String text() {
        String text = textOrEmpty();
        if (SafeText.blank(text)) {
            throw refuse(JsonProblem.BLANK_TEXT);
        }
        return text;
    }

    /**
     * A person's own words: anything of up to {@value #MAX_OWN_WORDS} UTF-16 units. Whoever shows it makes it safe to
     * show.
     */
    public String ownWords() {
        if (!(value instanceof Value.Text(String text))) {
            throw wrongType("\"...\"");
        }
        if (text.length() > MAX_OWN_WORDS) {
            throw refuse(JsonProblem.TEXT_TOO_LONG, text.length(), MAX_OWN_WORDS);
        }
        return text;
    }

    /**
     * Words that stand on somebody's page: with markup where the page shows such, and without what cannot be seen.
     *
     * @param least of characters
     * @param most of characters
     */
    public String wordsOfAPage(int least, int most) {
        String text = ownWords();
        if (text.length() < least || SafeText.blank(text) && least > 0) {
            throw refuse(JsonProblem.BLANK_TEXT);
        }
        if (text.length() > most) {
            throw refuse(JsonProblem.TEXT_TOO_LONG, text.length(), most);
        }
        return safe(text);
    }

    private String safe(String text) {
        SafeText.firstUnsafe(text).ifPresent(c -> {
            throw refuse(JsonProblem.UNSAFE_CHARACTER, String.format(Locale.ROOT, "U+%04X", c));
        });
        return text;
    }

    /** A time (ISO 8601, UTC). */
    public Instant time() {
        String text = text();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw refuse(JsonProblem.BAD_DATE, text);
        }
    }

    /** A text of one line. */
    public String textOrEmpty() {
        if (!(value instanceof Value.Text(String text))) {
            throw wrongType("\"...\"");
        }
        if (text.length() > SafeText.MAX_LENGTH) {
            throw refuse(JsonProblem.TEXT_TOO_LONG, text.length(), SafeText.MAX_LENGTH);
        }
        safe(text);
        if (SafeText.holdsMarkup(text)) {
            throw refuse(JsonProblem.MARKUP);
        }
        if (!text.isEmpty() && (blank(text.codePointAt(0)) || blank(text.codePointBefore(text.length())))) {
            throw refuse(JsonProblem.BLANK_EDGE);
        }
        return text;
    }

    private static boolean blank(int codePoint) {
        return Character.isSpaceChar(codePoint);
    }

    /** A lower-case id such as {@code anthropic-bedrock}. */
    public String id() {
        return matching(ID, JsonProblem.BAD_ID);
    }

    public String matching(Pattern pattern, Problem otherwise) {
        String text = text();
        if (!pattern.matcher(text).matches()) {
            throw refuse(otherwise, text);
        }
        return text;
    }

    public int whole(int least, int most) {
        if (!(value instanceof Value.Whole(long number))) {
            throw wrongType("0, 1, 2, ...");
        }
        if (number < least || number > most) {
            throw refuse(JsonProblem.OUT_OF_RANGE, number, least, most);
        }
        return (int) number;
    }

    public boolean truth() {
        if (value instanceof Value.Truth(boolean truth)) {
            return truth;
        }
        throw wrongType("true, false");
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    public <E extends Enum<?>> E oneOf(List<E> constants) {
        String text = text();
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refuse(
                JsonProblem.UNKNOWN_VALUE,
                text,
                constants.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** An absolute http or https address. */
    public String url() {
        String text = text();
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return text;
            }
            throw refuse(JsonProblem.BAD_URL, text);
        } catch (URISyntaxException e) {
            throw refuse(JsonProblem.BAD_URL, text);
        }
    }

    public String urlOrEmpty() {
        return textOrEmpty().isEmpty() ? "" : url();
    }

    public LocalDate day() {
        String text = text();
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw refuse(JsonProblem.BAD_DATE, text);
        }
        throw refuse(JsonProblem.BAD_DATE, text);
    }

    /** A day that is not after today. */
    public LocalDate pastDay(LocalDate today) {
        LocalDate day = day();
        if (day.isAfter(today)) {
            throw refuse(JsonProblem.FUTURE_DATE, day, today);
        }
        return day;
    }

    public PublishedDate dayOrMonth() {
        String text = text();
        try {
            if (DAY.matcher(text).matches() || MONTH.matcher(text).matches()) {
                return new PublishedDate(text);
            }
        } catch (DateTimeException e) {
            throw refuse(JsonProblem.BAD_DATE, text);
        }
        throw refuse(JsonProblem.BAD_DATE, text);
    }

    private ProblemException wrongType(String expected) {
        String found = switch (value) {
            case Value.Fields f -> "{...}";
            case Value.Items i -> "[...]";
            case Value.Text t -> "\"...\"";
            case Value.Whole w -> String.valueOf(w.number());
            case Value.Fraction f -> f.written();
            case Value.Truth t -> String.valueOf(t.truth());
            case Value.Null n -> "null";
        };
        return refuse(JsonProblem.WRONG_TYPE, found, expected);
    }
}
