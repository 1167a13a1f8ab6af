package domicile.desktop.kit;

import domicile.register.PartFields;
import domicile.residency.Citation;
import domicile.residency.Quote;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** The words of a page that carry a fact, in quotation marks; a click shows them in their page. */
public final class QuoteLink {
    /** A longer one is cut; all of it is in the tip and in the page. */
    private static final int LONGEST = 160;

    private QuoteLink() {}

    /** Nothing where nobody has picked the words, or their page was withdrawn. */
    public static Optional<Hyperlink> of(Citation citation, Texts texts, Consumer<Citation> showPage) {
        return citation.quote().filter(q -> citation.quoted()).map(q -> link(q, citation, texts, showPage));
    }

    private static Hyperlink link(Quote quote, Citation citation, Texts texts, Consumer<Citation> showPage) {
        Hyperlink link = new Hyperlink(texts.get("cite.quote", cut(quote.exact())));
        link.setWrapText(true);
        link.setMinHeight(Label.USE_PREF_SIZE);
        link.getStyleClass().add("quote-link");
        link.setAccessibleText(
                texts.pair(texts.get("cite.inPage", citation.source()), texts.get("cite.quote", quote.exact())));
        Tooltip all = new Tooltip(texts.pair(texts.get("cite.inPage", citation.source()), quote.exact()));
        all.setWrapText(true);
        link.setTooltip(all);
        link.setOnAction(e -> {
            link.setVisited(false);
            showPage.accept(citation);
        });
        return link;
    }

    /** The words that a part's pages carry in their JSON, in quotation marks; empty where none does. */
    public static Optional<String> said(Optional<String> json, Texts texts) {
        return json.map(PartFields::citations)
                .filter(all -> all.stream().anyMatch(Citation::quoted))
                .map(all -> all.stream()
                        .filter(Citation::quoted)
                        .map(c -> "[" + c.source() + "] "
                                + texts.get(
                                        "cite.quote",
                                        cut(c.quote().orElseThrow().exact())))
                        .collect(Collectors.joining(", ")));
    }

    /** At a word's end. */
    static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf(' ', LONGEST);
        return words.substring(0, end > LONGEST / 2 ? end : LONGEST).strip() + " …";
    }
}
