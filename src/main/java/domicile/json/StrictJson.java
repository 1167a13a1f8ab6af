package domicile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.problem.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON text (RFC 8259) into nodes that know where they stand. One value, no duplicate names, within limits.
 */
public final class StrictJson {
    /** The largest file that is not said to be larger, in bytes. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int LONGEST_WORD = 20;

    private static final JsonFactory FACTORY = factory(MAX_BYTES);

    private final String file;
    private final JsonParser parser;
    private String pointer = "";

    private StrictJson(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    // duplicate names are found by hand: Jackson's own detection does not tell the pointer
    private static JsonFactory factory(int most) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxDocumentLength(most)
                        .maxStringLength(100_000)
                        .maxNameLength(1_000)
                        .maxNumberLength(40)
                        .build())
                .build();
    }

    /** Reads the bytes of a file; refuses what is not UTF-8, not JSON, or beyond the limits. */
    public static JsonValue read(String file, byte[] bytes) {
        return read(file, bytes, MAX_BYTES);
    }

    /**
     * As {@link #read(String, byte[])}, of a file that may be larger.
     *
     * @param most bytes, at least one MiB
     */
    public static JsonValue read(String file, byte[] bytes, int most) {
        if (bytes.length > most) {
            throw FileProblem.FILE_TOO_LARGE.at(file, most / 1024 / 1024);
        }
        return read(file, decode(file, bytes), most == MAX_BYTES ? FACTORY : factory(most));
    }

    /** Reads a text; {@code file} names it in refusals. */
    public static JsonValue read(String file, String text) {
        return read(file, text, FACTORY);
    }

    private static JsonValue read(String file, String text, JsonFactory factory) {
        if (text.isBlank()) {
            throw JsonProblem.EMPTY_FILE.at(file);
        }
        try (JsonParser parser = factory.createParser(text)) {
            StrictJson reader = new StrictJson(file, parser);
            try {
                return reader.document();
            } catch (StreamConstraintsException e) {
                throw JsonProblem.BEYOND_LIMITS.because(e, reader.where(e), MAX_DEPTH);
            } catch (JsonEOFException e) {
                throw JsonProblem.CUT_OFF.because(e, reader.where(e));
            } catch (JsonProcessingException e) {
                JsonLocation at = Optional.ofNullable(e.getLocation()).orElse(parser.currentLocation());
                throw JsonProblem.NOT_JSON.because(e, reader.where(e), at.getColumnNr(), word(text, at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /** What stands where the reading stopped, in place of the parser's own words, which name its options. */
    private static String word(String text, JsonLocation at) {
        int start = (int) Math.clamp(at.getCharOffset(), 0, text.length() - 1);
        return text.substring(start)
                .codePoints()
                .limit(LONGEST_WORD)
                .takeWhile(c -> c != '\n' && c != '\r')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String decode(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            throw JsonProblem.NOT_UTF8.because(
                    new CharacterCodingException(), new SourceLocation(file, "", line), String.valueOf(in.position()));
        }
        String text = out.toString();
        if (text.startsWith("\uFEFF")) {
            throw JsonProblem.BYTE_ORDER_MARK.at(new SourceLocation(file, "", 1));
        }
        return text;
    }

    private JsonValue document() throws IOException {
        parser.nextToken();
        JsonValue root = value();
        pointer = "";
        if (parser.nextToken() != null) {
            throw JsonProblem.TRAILING_CONTENT.at(
                    new SourceLocation(file, "", parser.currentTokenLocation().getLineNr()));
        }
        return root;
    }

    private JsonValue value() throws IOException {
        String here = pointer;
        int line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        JsonValue.Value value = switch (token) {
            case START_OBJECT -> new JsonValue.Value.Fields(fields(here));
            case START_ARRAY -> new JsonValue.Value.Items(items(here));
            case VALUE_STRING -> new JsonValue.Value.Text(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> new JsonValue.Value.Fraction(parser.getText());
            case VALUE_TRUE -> new JsonValue.Value.Truth(true);
            case VALUE_FALSE -> new JsonValue.Value.Truth(false);
            case VALUE_NULL -> new JsonValue.Value.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a text parser gives no " + token);
        };
        return new JsonValue(file, here, line, value);
    }

    private JsonValue.Value whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> new JsonValue.Value.Whole(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new JsonValue.Value.Fraction(parser.getText());
        };
    }

    private Map<String, JsonValue> fields(String here) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            pointer = here + "/" + name.replace("~", "~0").replace("/", "~1");
            if (fields.containsKey(name)) {
                throw duplicate(name);
            }
            parser.nextToken();
            fields.put(name, value());
            pointer = here;
        }
        return fields;
    }

    private ProblemException duplicate(String name) {
        int line = parser.currentTokenLocation().getLineNr();
        return JsonProblem.DUPLICATE_FIELD.at(new SourceLocation(file, pointer, line), name);
    }

    private List<JsonValue> items(String here) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            pointer = here + "/" + items.size();
            items.add(value());
            pointer = here;
        }
        return items;
    }

    private SourceLocation where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return new SourceLocation(
                file, pointer, location == null ? parser.currentLocation().getLineNr() : location.getLineNr());
    }
}
