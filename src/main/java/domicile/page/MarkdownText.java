package domicile.page;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/** The text of a Markdown page: CommonMark with tables, read as the HTML that it stands for. */
final class MarkdownText {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(100)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    /** Between marks of emphasis they would keep these from being marks. */
    private static final Pattern UNSEEN = Pattern.compile("[\u00AD\u200B\u2060\uFEFF]");

    private MarkdownText() {}

    static PageText of(String markdown) {
        return HtmlText.of(Jsoup.parse(
                RENDERER.render(PARSER.parse(UNSEEN.matcher(markdown).replaceAll("")))));
    }
}
