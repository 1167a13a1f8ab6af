package domicile.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.nodes.Document;

/** The page in a web archive (MHTML, RFC 2557): its first part that is HTML. */
final class WebArchive {
    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxContentLen(PageReader.MAX_BYTES)
            .setMaxHeaderCount(1000)
            .setMaxLineLen(-1)
            .build();

    private static final int DEEPEST = 20;

    private WebArchive() {}

    /** The page; {@link IOException} when there is none. */
    static Document page(byte[] archive) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(LIMITS);
        Message message = builder.parseMessage(new ByteArrayInputStream(archive));
        try {
            Entity page = html(message, 0).orElseThrow(() -> new IOException("no part is HTML"));
            if (!(page.getBody() instanceof SingleBody body)) {
                throw new IOException("the HTML part has no body");
            }
            try (InputStream in = body.getInputStream()) {
                return Charsets.html(in.readAllBytes(), charset(page));
            }
        } finally {
            message.dispose();
        }
    }

    private static Optional<Entity> html(Entity entity, int depth) {
        if (entity.getBody() instanceof Multipart parts && depth < DEEPEST) {
            return parts.getBodyParts().stream()
                    .flatMap(part -> html(part, depth + 1).stream())
                    .findFirst();
        }
        return entity.getMimeType().matches("(?i)text/html|application/xhtml\\+xml")
                ? Optional.of(entity)
                : Optional.empty();
    }

    private static Optional<Charset> charset(Entity part) {
        // mime4j says us-ascii where none is named
        String named = part.getHeader().getField("Content-Type") == null
                ? ""
                : part.getHeader().getField("Content-Type").getBody();
        if (!named.toLowerCase(java.util.Locale.ROOT).contains("charset") || part.getCharset() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(part.getCharset()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
