package domicile.scan.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import domicile.scan.tree.Node.Entry;
import domicile.scan.tree.Node.Mapping;
import domicile.scan.tree.Node.Scalar;
import domicile.scan.tree.Node.Sequence;
import domicile.scan.tree.UnreadableException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON, with comments. */
public final class JsonText {
    /** How deep any file may nest. */
    public static final int MAX_DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(4_000_000)
                    .maxNumberLength(10_000)
                    .build())
            .build();

    private JsonText() {}

    /** The document; empty for a file that holds nothing. */
    public static Optional<Node> read(String text) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            Node root = value(parser);
            end(parser);
            return Optional.of(root);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether it is JSON, without keeping it. */
    public static void check(String text) throws UnreadableException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() != null) {
                parser.skipChildren();
                end(parser);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static void end(JsonParser parser) throws IOException, UnreadableException {
        if (parser.nextToken() != null) {
            JsonLocation more = parser.currentTokenLocation();
            throw new UnreadableException(Reason.SYNTAX, new Mark(more.getLineNr(), more.getColumnNr()));
        }
    }

    private static UnreadableException unreadable(IOException e) {
        Reason reason = e instanceof StreamConstraintsException ? Reason.TOO_DEEP : Reason.SYNTAX;
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? new UnreadableException(
                        reason,
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr(),
                        e)
                : new UnreadableException(reason, 1, 1, e);
    }

    private static Node value(JsonParser parser) throws IOException {
        JsonLocation location = parser.currentTokenLocation();
        Mark mark = new Mark(location.getLineNr(), location.getColumnNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            List<Entry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonLocation at = parser.currentTokenLocation();
                parser.nextToken();
                entries.add(new Entry(key, new Mark(at.getLineNr(), at.getColumnNr()), value(parser)));
            }
            return new Mapping(entries, mark);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Sequence(items, mark);
        }
        return new Scalar(parser.getText(), mark, true);
    }
}
