package domicile.desktop.assessment;

import domicile.desktop.Texts;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Citations as links that open the source. */
final class CitationLinks {
    private final Register register;
    private final Texts texts;
    private final Consumer<String> openLink;

    CitationLinks(Register register, Texts texts, Consumer<String> openLink) {
        this.register = register;
        this.texts = texts;
        this.openLink = openLink;
    }

    /** Each with its publisher and the day that it was read. */
    Node full(List<Citation> citations) {
        return links(citations, true);
    }

    /** Each by its number alone; the rest is in the tip. */
    Node brief(List<Citation> citations) {
        return links(citations, false);
    }

    private Node links(List<Citation> citations, boolean full) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("cites");
        citations.stream()
                .distinct()
                .forEach(c -> register.source(c.source())
                        .ifPresent(s -> pane.getChildren().add(link(s, c, full))));
        return pane;
    }

    private Hyperlink link(Source source, Citation citation, boolean full) {
        String number = "[" + source.number() + "]";
        String words = number + " " + source.publisher() + ", " + texts.get("cite.read", texts.day(citation.read()))
                + (source.kind() == Source.Kind.COMPILED ? ", " + texts.get("cite.secondHand") : "");
        Hyperlink link = new Hyperlink(full ? words : number);
        link.setAccessibleText(words + ", " + source.title());
        link.setTooltip(new Tooltip(words + "\n" + source.title() + "\n" + source.url()));
        link.setDisable(source.url().isEmpty());
        link.setOnAction(e -> openLink.accept(source.url()));
        return link;
    }
}
