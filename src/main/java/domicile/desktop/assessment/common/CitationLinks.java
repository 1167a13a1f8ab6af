package domicile.desktop.assessment.common;

import domicile.desktop.kit.QuoteLink;
import domicile.desktop.kit.Texts;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Citations as links that open the source. */
public final class CitationLinks {
    private final Register register;
    private final Texts texts;
    private final Consumer<String> openLink;
    private final Consumer<Citation> showPage;

    /** @param showPage shows the words of a citation in their page */
    public CitationLinks(Register register, Texts texts, Consumer<String> openLink, Consumer<Citation> showPage) {
        this.register = register;
        this.texts = texts;
        this.openLink = openLink;
        this.showPage = showPage;
    }

    /** Each with its publisher, the day that it was read, and the words that carry the fact where they are in hand. */
    public Node full(List<Citation> citations) {
        return links(citations, true);
    }

    /** Each by its number alone; the rest is in the tip. */
    public Node brief(List<Citation> citations) {
        return links(citations, false);
    }

    private Node links(List<Citation> citations, boolean full) {
        // whole ones below each other: beside each other they could not wrap
        Pane pane = full ? new VBox() : new FlowPane();
        pane.getStyleClass().add("cites");
        Map<Citation, List<Citation>> byPage = new LinkedHashMap<>();
        citations.stream()
                .distinct()
                .forEach(c -> byPage.computeIfAbsent(new Citation(c.source(), c.read()), p -> new ArrayList<>())
                        .add(c));
        byPage.forEach((page, all) -> register.source(page.source()).ifPresent(s -> {
            pane.getChildren().add(link(s, page, full));
            if (full) {
                all.forEach(c -> QuoteLink.of(c, texts, showPage).ifPresent(pane.getChildren()::add));
            }
        }));
        return pane;
    }

    private Node link(Source source, Citation citation, boolean full) {
        String number = "[" + source.number() + "]";
        String words = number + " " + source.publisher() + ", " + texts.get("cite.read", texts.day(citation.read()))
                + (source.kind().firstHand() ? "" : ", " + texts.get("cite.secondHand"));
        Labeled link = source.url().isEmpty() ? new Label() : linked(source);
        link.setText(full ? words : number);
        link.setWrapText(full);
        link.setAccessibleText(words + ", " + source.title());
        link.setTooltip(new Tooltip(Stream.of(words, source.title(), source.url())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"))));
        return link;
    }

    private Hyperlink linked(Source source) {
        Hyperlink link = new Hyperlink();
        link.setOnAction(e -> openLink.accept(source.url()));
        return link;
    }
}
