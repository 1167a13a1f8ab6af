package domicile.report.html;

import static domicile.report.html.Markup.PLAIN;
import static domicile.report.html.Markup.attributes;
import static domicile.report.html.Markup.css;

import domicile.problem.Sha256;
import domicile.report.document.Document;
import domicile.report.document.Document.Entry;
import domicile.report.type.Assets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A document as one page that is well-formed XML and valid HTML. */
public final class HtmlPage {
    private HtmlPage() {}

    /**
     * The page for a browser: stylesheet and fonts inside, no script, and a content security policy that lets nothing
     * else in. The same document gives the same text.
     */
    public static String render(Document document) {
        HtmlBody body = new HtmlBody(document, false);
        String css = Assets.text("report.css")
                        .replace("@regular@", base64("fonts/IBMPlexSans-Regular-Latin1.woff2"))
                        .replace("@semibold@", base64("fonts/IBMPlexSans-SemiBold-Latin1.woff2"))
                + body.rules();
        String policy = "default-src 'none'; style-src 'sha256-" + sum(css) + "'; font-src data:;"
                + (document.letterhead().logo().isPresent() ? " img-src data:;" : "")
                + " base-uri 'none'; form-action 'none'";
        Markup page = new Markup().raw("<!DOCTYPE html>\n");
        return page(
                page,
                document,
                () -> page.empty("meta", attributes("charset", "UTF-8"))
                        .empty("meta", attributes("http-equiv", "Content-Security-Policy", "content", policy))
                        .empty("meta", meta("viewport", "width=device-width, initial-scale=1"))
                        .empty("meta", meta("referrer", "no-referrer"))
                        .empty("meta", meta("color-scheme", "light dark"))
                        .empty("meta", meta("generator", "Domicile"))
                        .element("title", PLAIN, document.title())
                        .element("style", PLAIN, () -> page.raw(css)),
                () -> page.element("main", PLAIN, () -> page.raw("\n").raw(body.elements())));
    }

    /** The page for the one that sets it on paper, with bookmarks and what stands on every page. */
    public static String forPaper(Document document, String css) {
        HtmlBody body = new HtmlBody(document, true);
        Document.Running running = document.running();
        Markup page = new Markup();
        return page(
                page,
                document,
                () -> page.element("title", PLAIN, document.title())
                        .empty("meta", meta("subject", document.subject()))
                        .empty("meta", meta("author", document.author()))
                        .element("style", PLAIN, () -> page.raw(css + body.rules()))
                        .element("bookmarks", PLAIN, () -> bookmarks(page, document.outline())),
                () -> page.element(
                                "div",
                                attributes("id", "running-head"),
                                () -> page.element("span", css("left"), running.left())
                                        .element("span", css("right"), running.right()))
                        .element(
                                "div",
                                attributes("id", "running-foot"),
                                () -> page.element("span", css("left"), running.foot())
                                        .element("span", css("right"), () -> number(page, running.pageOf())))
                        .raw("\n" + body.elements()));
    }

    private static String page(Markup page, Document document, Runnable head, Runnable body) {
        String language = attributes("lang", document.lang(), "xml:lang", document.lang());
        page.element(
                "html",
                attributes("xmlns", "http://www.w3.org/1999/xhtml") + language,
                () -> page.raw("\n").element("head", PLAIN, head).raw("\n").element("body", PLAIN, body));
        return page.raw("\n").toString();
    }

    private static String meta(String name, String content) {
        return attributes("name", name, "content", content);
    }

    private static void bookmarks(Markup page, List<Entry> outline) {
        for (int i = 0; i < outline.size(); i++) {
            if (outline.get(i).level() == 1) {
                List<Entry> below = outline.subList(i + 1, outline.size()).stream()
                        .takeWhile(e -> e.level() > 1)
                        .toList();
                bookmark(page, outline.get(i), () -> below.forEach(e -> bookmark(page, e, () -> {})));
            }
        }
    }

    private static void bookmark(Markup page, Entry entry, Runnable below) {
        page.element("bookmark", attributes("name", entry.text(), "href", "#" + entry.anchor()), below);
    }

    private static void number(Markup page, List<String> pageOf) {
        page.text(pageOf.get(0))
                .element("span", css("page"), "")
                .text(pageOf.get(1))
                .element("span", css("pages"), "")
                .text(pageOf.get(2));
    }

    private static String base64(String asset) {
        return Base64.getEncoder().encodeToString(Assets.bytes(asset));
    }

    /** The sum of a text as a content security policy has it. */
    private static String sum(String text) {
        return Base64.getEncoder().encodeToString(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
