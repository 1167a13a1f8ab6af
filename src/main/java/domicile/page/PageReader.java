package domicile.page;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * Reads a page that somebody saved: HTML, a web archive, PDF, Word, Markdown or plain text, told apart by what the
 * bytes are and then by the name of the file. Nothing in it is run, loaded or looked up.
 */
public final class PageReader {
    /** The largest file of a page, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;
    /** How many units a page may have: more is no page that people read. */
    private static final int MAX_UNITS = 200_000;
    /** Fewer letters than these beside scripts, and a place for what they make: the text is made by the scripts. */
    private static final int FEW_LETTERS = 200;

    private static final int NO_LETTERS = 20;
    private static final String MADE_BY_SCRIPTS = "noscript, #root, #app, #__next, #__nuxt";

    private PageReader() {}

    /** Whether bytes are a Word document that is locked with a password. */
    public static boolean locked(byte[] bytes) {
        return LockedOffice.is(bytes);
    }

    /**
     * The bytes of an office document as it is without its password; others as they are.
     *
     * @throws ProblemException when it is locked and the password is missing or another one
     */
    public static byte[] unlocked(byte[] bytes, String name, Optional<String> password) {
        return LockedOffice.is(bytes) ? LockedOffice.open(bytes, name, password) : bytes;
    }

    /** The text of a plain file by its mark, else as UTF-8, else as old files are written. */
    public static String decoded(byte[] bytes) {
        return Charsets.text(bytes, Optional.empty());
    }

    /**
     * What a page's bytes are.
     *
     * @param name of the file, for its ending and for what is said of it
     * @throws ProblemException when they are of no known format
     */
    public static PageFormat format(byte[] bytes, String name) {
        String ending = name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
        String start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return PageFormat.PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return PageFormat.DOCX;
        }
        boolean archive = ending.equals("mht") || ending.equals("mhtml");
        if (archive || start.matches("(?si)(?:[\\w-]+: [^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*content-type: *multipart/.*")) {
            return PageFormat.MHTML;
        }
        if (start.indexOf('\0') >= 0 && !Charsets.marked(bytes)) {
            throw PageProblem.PAGE_FORMAT.at(name);
        }
        if (ending.matches("x?html?")
                || start.matches("(?si)[^<]{0,16}(?:<\\?xml.*?>|<!--.*?-->|\\s)*<(?:!doctype html|html)\\b.*")) {
            return PageFormat.HTML;
        }
        return ending.equals("md") || ending.equals("markdown") ? PageFormat.MARKDOWN : PageFormat.TEXT;
    }

    /**
     * The text of a page's bytes.
     *
     * @param name of the file, for its ending and for what is said of it
     * @param charset that whoever sent the page has named; for HTML and plain text
     * @throws ProblemException when they are broken, locked, of no known format or without text
     */
    public static PageText read(byte[] bytes, String name, Optional<Charset> charset) {
        return read(bytes, format(bytes, name), name, charset);
    }

    /** As {@link #read(byte[], String, Optional)}, of bytes of which the format is known. */
    public static PageText read(byte[] bytes, PageFormat format, String name, Optional<Charset> charset) {
        Layout layout = layout(bytes, format, name, charset, Optional.empty());
        if (!layout.hasText()) {
            throw PageProblem.PAGE_WITHOUT_TEXT.at(name);
        }
        return layout.text();
    }

    /**
     * The text of a document's bytes with where its words stand; without any text for a PDF that is a scan.
     *
     * @param name of the file, for its ending and for what is said of it
     * @param password that opens it, where it is locked
     * @throws ProblemException when they are broken, locked or of no known format
     */
    public static Layout layout(byte[] bytes, String name, Optional<String> password) {
        if (LockedOffice.is(bytes)) {
            return layout(LockedOffice.open(bytes, name, password), name, Optional.empty());
        }
        PageFormat format = format(bytes, name);
        Layout layout = layout(bytes, format, name, Optional.empty(), password);
        if (!layout.hasText() && format != PageFormat.PDF) {
            throw PageProblem.PAGE_WITHOUT_TEXT.at(name);
        }
        return layout;
    }

    private static Layout layout(
            byte[] bytes, PageFormat format, String name, Optional<Charset> charset, Optional<String> password) {
        Layout layout;
        try {
            layout = switch (format) {
                case PDF -> PdfText.of(bytes, name, password);
                case DOCX -> DocxText.of(bytes);
                case MHTML -> Layout.unplaced(html(WebArchive.page(bytes), name));
                case HTML -> Layout.unplaced(html(Charsets.html(bytes, charset), name));
                case MARKDOWN -> Layout.unplaced(MarkdownText.of(Charsets.text(bytes, charset)));
                case TEXT -> Layout.unplaced(PlainText.of(Charsets.text(bytes, charset)));
            };
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw PageProblem.PAGE_BROKEN.because(e, name);
        }
        if (layout.text().units().size() > MAX_UNITS) {
            throw PageProblem.PAGE_TOO_LONG.at(name, MAX_UNITS);
        }
        return layout;
    }

    private static PageText html(Document page, String name) {
        PageText text = HtmlText.of(page);
        int letters = text.units().stream().mapToInt(u -> u.text().length()).sum();
        boolean made = letters < NO_LETTERS || !page.select(MADE_BY_SCRIPTS).isEmpty();
        if (letters < FEW_LETTERS && made && !page.select("script").isEmpty()) {
            throw PageProblem.PAGE_NEEDS_SCRIPTS.at(name);
        }
        return text;
    }
}
