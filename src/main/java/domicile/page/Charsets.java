package domicile.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * In which charset a page is written: by the mark at its beginning, by who sent it, by what it says of itself; else
 * UTF-8, and where it is none, the one that old pages are written in.
 */
final class Charsets {
    private static final Charset OLD = Charset.forName("windows-1252");

    private Charsets() {}

    static Document html(byte[] bytes, Optional<Charset> sent) throws IOException {
        Optional<Charset> known = mark(bytes).isPresent() ? Optional.empty() : sent;
        Document page = parsed(bytes, known);
        boolean assumed = known.isEmpty() && page.charset().equals(StandardCharsets.UTF_8);
        return assumed && !utf8(bytes) ? parsed(bytes, Optional.of(OLD)) : page;
    }

    private static Document parsed(byte[] bytes, Optional<Charset> charset) throws IOException {
        return Jsoup.parse(
                new ByteArrayInputStream(bytes), charset.map(Charset::name).orElse(null), "");
    }

    static String text(byte[] bytes, Optional<Charset> sent) {
        Optional<Charset> mark = mark(bytes);
        Charset charset = mark.or(() -> sent).orElseGet(() -> utf8(bytes) ? StandardCharsets.UTF_8 : OLD);
        return new String(bytes, charset);
    }

    /** Whether a text begins with a byte order mark. */
    static boolean marked(byte[] bytes) {
        return mark(bytes).isPresent();
    }

    private static Optional<Charset> mark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
