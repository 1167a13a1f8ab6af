package domicile.report.html;

import static domicile.report.html.Markup.PLAIN;
import static domicile.report.html.Markup.attributes;
import static domicile.report.html.Markup.css;

import domicile.report.document.Block;
import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Look;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Style;
import domicile.report.document.Block.Table;
import domicile.report.document.Document;
import domicile.report.document.Inline;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel.Mark;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in a page, for a browser and for the one that sets a PDF. */
final class HtmlBody {
    private static final int ALL = 1000;

    private final Document document;
    /** Whether pages have numbers, which a stylesheet adds. */
    private final boolean paper;

    private final Markup out = new Markup();
    /** Shares of a width, in thousandths: a page may not have styles but in its stylesheet. */
    private final TreeSet<Integer> widths = new TreeSet<>();

    HtmlBody(Document document, boolean paper) {
        this.document = document;
        this.paper = paper;
        if (document.letterhead().shown()) {
            out.element("div", css("letterhead"), () -> letterhead(document.letterhead()));
        }
        blocks(document.blocks());
    }

    /** The elements. */
    String elements() {
        return out.toString();
    }

    /** Rules for a stylesheet that are of this document alone. */
    String rules() {
        return widths.stream()
                .map(w -> String.format(Locale.ROOT, ".w%d{width:%s%%}", w, w / 10.0))
                .collect(Collectors.joining("\n"));
    }

    private void letterhead(Letterhead head) {
        head.logo().ifPresent(logo -> {
            String size = attributes("width", String.valueOf(logo.width()), "height", String.valueOf(logo.height()));
            String picture = attributes("src", logo.dataUri(), "alt", document.logoWords()) + size;
            out.element("p", css("logo"), () -> out.empty("img", picture));
        });
        if (!head.name().isEmpty()) {
            out.element("p", css("organisation"), head.name());
        }
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            block(block);
            out.raw("\n");
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Title t -> out.element("h1", css(t.size().name().toLowerCase(Locale.ROOT)), t.text());
            case Block.Heading h -> out.element("h" + h.level(), attributes("id", h.anchor()), h.text());
            case Paragraph p -> paragraph(p);
            case Block.Listing l -> out.element(l.numbered() ? "ol" : "ul", PLAIN, () -> items(l.items()));
            case Block.Facts f -> facts(f);
            case Table t -> {
                if (t.look() == Look.GRID) {
                    // it is wider than a narrow screen
                    out.element("div", css("scroll"), () -> table(t));
                } else {
                    table(t);
                }
            }
            case Block.Section s -> {
                String attributes = attributes("class", classes(s.flow().css(), s.group()), "id", s.anchor());
                out.element("section", attributes, () -> blocks(s.blocks()));
            }
            case Block.Contents c ->
                out.element("section", css(classes("contents", c.flow().css())), () -> contents(c));
            case Block.Box b -> out.element("div", css("box"), () -> blocks(b.blocks()));
            case Block.Room room ->
                out.element(
                        "div", css("room"), () -> out.element("p", PLAIN, () -> out.element("b", PLAIN, room.words())));
            case Block.Filters f -> out.element("form", css("filters"), () -> filters(f));
        }
    }

    private static String classes(String... names) {
        return Stream.of(names).filter(n -> !n.isEmpty()).collect(Collectors.joining(" "));
    }

    private void paragraph(Paragraph p) {
        out.element("p", css(p.style().css()), () -> p.words().forEach(this::inline));
    }

    /** Paragraphs; one alone needs no element of its own. */
    private void paragraphs(List<Paragraph> lines) {
        if (lines.size() == 1 && lines.getFirst().style() == Style.PLAIN) {
            lines.getFirst().words().forEach(this::inline);
        } else {
            lines.stream().filter(p -> !p.words().isEmpty()).forEach(this::paragraph);
        }
    }

    private void items(List<List<Paragraph>> items) {
        items.forEach(item -> out.element("li", PLAIN, () -> paragraphs(item)).raw("\n"));
    }

    private void caption(String caption) {
        if (!caption.isEmpty()) {
            out.element("caption", PLAIN, caption);
        }
    }

    private void facts(Block.Facts f) {
        boolean several = f.columns() > 1;
        int last = f.facts().size() - (several ? 1 : 0);
        out.element("table", css(several ? "facts" : "facts pairs"), () -> {
            caption(f.caption());
            out.element("tbody", PLAIN, () -> {
                for (int i = 0; i < last; i += f.columns()) {
                    facts(f.facts().subList(i, Math.min(i + f.columns(), last)), f.columns());
                }
                if (several) {
                    facts(f.facts().subList(last, last + 1), f.columns());
                }
            });
        });
    }

    /** The last value of a row takes what is left of it. */
    private void facts(List<Fact> row, int columns) {
        String head = attributes("scope", "row", "class", columns == 1 ? width(ALL / 4) : "");
        int left = 2 * (columns - row.size()) + 1;
        out.element(
                "tr",
                PLAIN,
                () -> row.forEach(fact -> {
                    String span = left > 1 && fact.equals(row.getLast()) ? String.valueOf(left) : "";
                    out.element("th", head, fact.label());
                    out.element("td", attributes("colspan", span), () -> inline(fact.says()));
                }));
    }

    private String width(int thousandths) {
        widths.add(thousandths);
        return "w" + thousandths;
    }

    private void table(Table t) {
        int total = t.columns().stream().mapToInt(Column::share).sum();
        out.element("table", css(t.look().css()), () -> {
            caption(t.caption());
            out.element(
                    "thead",
                    PLAIN,
                    () -> out.element("tr", PLAIN, () -> t.columns().forEach(c -> head(c, total))));
            out.element("tbody", PLAIN, () -> t.rows().forEach(row -> row(t, row)));
        });
    }

    private void head(Column c, int total) {
        String attributes = attributes("scope", "col", "class", classes(width(ALL * c.share() / total), c.group()));
        out.element("th", attributes, () -> {
            if (c.anchor().isEmpty()) {
                out.text(c.head());
            } else {
                link(c.head(), c.anchor(), c.title(), "");
            }
        });
    }

    private void row(Table t, Row row) {
        out.raw("\n").element("tr", attributes("id", row.anchor(), "class", row.group()), () -> {
            for (int i = 0; i < row.cells().size(); i++) {
                cell(t, i, row.cells().get(i));
            }
        });
    }

    private void cell(Table t, int column, Cell cell) {
        String classes = css(classes(cell.ground().map(Mark::css).orElse(""), cell.group()));
        if (column == 0) {
            out.element("th", attributes("scope", "row") + classes, () -> paragraphs(cell.lines()));
        } else if (cell.lines().isEmpty()) {
            out.raw("<td>&#160;</td>");
        } else {
            // a narrow screen shows the cells of the front below each other, where none has its head
            boolean front = t.look().css().startsWith("front");
            String head =
                    attributes("data-head", front ? t.columns().get(column).head() : "");
            out.element("td", classes + head, () -> paragraphs(cell.lines()));
        }
    }

    private void contents(Block.Contents c) {
        out.element("h2", PLAIN, c.heading());
        out.element(
                "ul",
                PLAIN,
                () -> document.outline()
                        .forEach(e -> out.element(
                                "li", css("level" + e.level()), () -> link(e.text(), e.anchor(), e.text(), ""))));
    }

    private void filters(Block.Filters f) {
        f.choices()
                .forEach(choice -> out.element("fieldset", PLAIN, () -> {
                    out.element("legend", PLAIN, choice.legend());
                    choice.options()
                            .forEach(o -> out.element("label", PLAIN, () -> {
                                out.empty(
                                        "input",
                                        attributes(
                                                "type", "checkbox", "id", "show-" + o.group(), "checked", "checked"));
                                badge(" ", o.mark());
                            }));
                }));
        out.element(
                "p",
                attributes("class", "hidden-note", "role", "status"),
                () -> out.text(f.hidden() + " ").element("button", attributes("type", "reset"), f.reset()));
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text t -> out.text(t.text());
            case Inline.Strong s -> out.element("b", PLAIN, s.text());
            case Inline.Soft s -> out.element("span", css("soft"), s.text());
            case Inline.Code c -> out.element("code", PLAIN, c.text());
            case Inline.Lack l -> out.element("em", attributes("title", l.title()), l.text());
            case Inline.Badge b -> badge("", b.mark());
            case Inline.Count c -> out.element("span", css("count"), () -> badge(c.count() + " ", c.mark()));
            case Inline.Result r ->
                out.element(
                        "a",
                        attributes("href", "#" + r.anchor(), "title", r.title()),
                        () -> sign(r.mark())
                                .text(" ")
                                .element("span", css("word"), r.mark().word()));
            case Inline.Link l -> link(l.text(), l.anchor(), l.title(), "");
            case Inline.Cite c -> link(c.label(), c.anchor(), c.title(), "cite");
            case Inline.OnPage o -> {
                link(o.text(), o.anchor(), "", "where");
                out.text(paper ? "" : ".");
            }
            case Inline.Web w ->
                out.element("a", attributes("href", w.url(), "title", w.title(), "rel", "noreferrer"), w.url());
            case Inline.Break b -> out.empty("br", PLAIN);
        }
    }

    private void link(String text, String anchor, String title, String css) {
        out.element("a", attributes("class", css, "href", "#" + anchor, "title", title), text);
    }

    private void badge(String before, Mark mark) {
        out.text(before)
                .element("span", css("mark " + mark.css()), () -> sign(mark).text(" " + mark.word()));
    }

    private Markup sign(Mark mark) {
        return out.element("span", attributes("class", "sym", "aria-hidden", "true"), mark.symbol());
    }
}
