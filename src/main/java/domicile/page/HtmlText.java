package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of an HTML page as a reader sees it; scripts, styles and what is hidden are no text, and what is struck out
 * no longer holds.
 */
final class HtmlText {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "audio",
            "video",
            "img",
            "picture",
            "source",
            "track",
            "map",
            "input",
            "textarea",
            "select",
            "datalist",
            "meter",
            "progress",
            "link",
            "meta",
            "del",
            "s",
            "strike");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins",
            "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "samp", "small", "span", "strong", "sub",
            "sup", "time", "tt", "u", "var", "wbr");
    private static final String BREAK = "\n";
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[\\s\\u00A0]*\\n");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    /** Deeper than any page that people write; jsoup itself reads pages without recursion. */
    private static final int DEEPEST = 400;

    private final PageText.Builder page = new PageText.Builder();
    private StringBuilder line = new StringBuilder();
    /** In how many elements that keep the ends of their lines the walk is. */
    private int preformatted;

    private HtmlText() {}

    static PageText of(Document document) {
        HtmlText text = new HtmlText();
        text.children(document.body(), Unit.Kind.PARAGRAPH, 0);
        text.flush(Unit.Kind.PARAGRAPH);
        return text.page.text();
    }

    private void children(Element parent, Unit.Kind kind, int depth) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode words) {
                line.append(preformatted > 0 ? words.getWholeText() : unbroken(words));
            } else if (child instanceof Element element && seen(element) && depth < DEEPEST) {
                element(element, kind, depth + 1);
            }
        }
    }

    private void element(Element element, Unit.Kind kind, int depth) {
        String name = element.normalName();
        if (name.equals("br")) {
            line.append(BREAK);
        } else if (INLINE.contains(name) && !holdsBlocks(element)) {
            children(element, kind, depth);
        } else if (HEADING.matcher(name).matches()) {
            flush(kind);
            children(element, kind, depth);
            heading();
        } else if (name.equals("table") && !layout(element)) {
            flush(kind);
            table(element);
        } else {
            flush(kind);
            Unit.Kind inside = name.equals("li") || name.equals("dd") || name.equals("dt") ? Unit.Kind.ITEM : kind;
            preformatted += name.equals("pre") ? 1 : 0;
            children(element, inside, depth);
            flush(inside);
            preformatted -= name.equals("pre") ? 1 : 0;
        }
    }

    private void heading() {
        String text = line.toString();
        line = new StringBuilder();
        page.heading(text);
    }

    private void flush(Unit.Kind kind) {
        String text = line.toString();
        line = new StringBuilder();
        pieces(text).forEach(piece -> page.block(kind, piece));
    }

    /** Texts that an empty line parts; one break alone is a blank. */
    private static List<String> pieces(String text) {
        return text.contains(BREAK) ? List.of(EMPTY_LINE.split(text)) : List.of(text);
    }

    /** Words in which the end of a line is a blank, as HTML has it. */
    private static String unbroken(TextNode words) {
        return words.getWholeText().replace('\n', ' ').replace('\r', ' ');
    }

    private void table(Element table) {
        List<String> heads = new ArrayList<>();
        for (Element row : table.select("tr")) {
            if (!table.equals(tableOf(row))) {
                continue;
            }
            List<Element> cells = row.children().stream()
                    .filter(c -> c.normalName().equals("td") || c.normalName().equals("th"))
                    .filter(HtmlText::seen)
                    .toList();
            boolean head = !cells.isEmpty()
                    && cells.stream().allMatch(c -> c.normalName().equals("th"));
            if (head && heads.isEmpty()) {
                cells.forEach(c -> heads.add(c.text()));
            }
            page.row(cells.stream().map(HtmlText::cell).toList(), head ? List.of() : heads);
        }
    }

    /** The pieces of a cell: what blocks or an empty line part. */
    private static List<String> cell(Element cell) {
        StringBuilder text = new StringBuilder();
        cell(cell, text, 0);
        return pieces(text.toString());
    }

    private static void cell(Element parent, StringBuilder text, int depth) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(unbroken(words));
            } else if (child instanceof Element element && seen(element) && depth < DEEPEST) {
                boolean block = !INLINE.contains(element.normalName())
                        && !element.normalName().equals("br");
                text.append(block ? BREAK + BREAK : "");
                if (element.normalName().equals("br")) {
                    text.append(BREAK);
                }
                cell(element, text, depth + 1);
                text.append(block ? BREAK + BREAK : "");
            }
        }
    }

    private static Element tableOf(Element row) {
        Element inside = row;
        while (inside.parent() != null && !inside.normalName().equals("table")) {
            inside = inside.parent();
        }
        return inside;
    }

    /** A table that only places blocks on the page. */
    private static boolean layout(Element table) {
        return table.select("table, h1, h2, h3, h4, h5, h6").size() > 1
                || table.attr("role").toLowerCase(Locale.ROOT).matches("presentation|none");
    }

    private static boolean holdsBlocks(Element element) {
        return element.getAllElements().stream()
                .skip(1)
                .anyMatch(e -> !INLINE.contains(e.normalName())
                        && !UNSEEN.contains(e.normalName())
                        && !e.normalName().equals("br"));
    }

    private static boolean seen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return !UNSEEN.contains(element.normalName())
                && !element.hasAttr("hidden")
                && !style.contains("display:none")
                && !style.contains("visibility:hidden")
                && !style.contains("line-through");
    }
}
