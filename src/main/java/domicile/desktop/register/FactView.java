package domicile.desktop.register;

import domicile.assessment.Traps;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.QuoteLink;
import domicile.desktop.kit.Texts;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Model;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** One fact: what it says, in whose words, by which sources read when; to be copied with all of that. */
final class FactView {
    private final Texts texts;
    private final Register register;
    private final FactTexts says;
    private final Consumer<String> openLink;
    private final Consumer<Citation> showPage;
    private final String search;

    /** @param showPage shows the words of a citation in their page */
    FactView(Texts texts, Register register, Consumer<String> openLink, Consumer<Citation> showPage, String search) {
        this.texts = texts;
        this.register = register;
        this.says = new FactTexts(texts, register);
        this.openLink = openLink;
        this.showPage = showPage;
        this.search = search;
    }

    /**
     * A fact as a node.
     *
     * @param about whether to say what it is about, where no heading does
     */
    Node node(Offering offering, Fact<?> fact, boolean about) {
        VBox box = new VBox();
        box.getStyleClass().add("fact");
        String style = says.style(fact.value());
        String value = says.value(fact.value());
        String head = fact.value() instanceof Placement p ? p.name() : says.about(fact.value());
        TextFlow first = new TextFlow();
        if (about) {
            first.getChildren().addAll(Highlight.texts(texts.pair(head, ""), search));
        } else if (fact.value() instanceof Placement) {
            first.getChildren().addAll(Highlight.texts(head, search));
        }
        if (about || !(fact.value() instanceof Placement)) {
            first.getChildren().addAll(marked(value, style));
        }
        first.getStyleClass().add("fact-value");
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox line = new HBox(first, copy(offering, fact, head));
        box.getChildren().add(line);
        if (!about && fact.value() instanceof Placement) {
            TextFlow places = new TextFlow();
            places.getChildren().addAll(marked(value, style));
            box.getChildren().add(places);
        }
        if (!fact.text().isEmpty()) {
            TextFlow text = new TextFlow();
            text.getStyleClass().add("muted-flow");
            text.getChildren().addAll(Highlight.texts(fact.text(), search));
            box.getChildren().add(text);
        }
        box.getChildren().add(cites(fact.citations()));
        return box;
    }

    /** The models that an offering lists: those of one set of pages together. */
    Node models(List<Model> models) {
        VBox box = new VBox();
        box.getStyleClass().add("fact");
        Map<List<Citation>, List<String>> byPages = new LinkedHashMap<>();
        models.forEach(m ->
                byPages.computeIfAbsent(m.citations(), c -> new ArrayList<>()).add(says.model(m)));
        byPages.forEach((pages, names) -> {
            TextFlow line = new TextFlow();
            line.getChildren()
                    .addAll(Highlight.texts(texts.pair(texts.get("detail.models"), String.join(", ", names)), search));
            box.getChildren().addAll(line, cites(pages));
        });
        return box;
    }

    /** What facts do not say, with the sources of those facts. */
    Node trap(Traps.Trap trap) {
        Label says = new Label(ColumnValues.TRAP + trap.says().in(texts.locale()));
        says.setWrapText(true);
        says.setMinHeight(Label.USE_PREF_SIZE);
        VBox box = new VBox(says, cites(trap.citations()));
        box.getStyleClass().add("fact");
        return box;
    }

    private Node cites(List<Citation> citations) {
        FlowPane cites = new FlowPane();
        cites.getStyleClass().add("cites");
        boolean oneDay = citations.stream().map(Citation::read).distinct().count() == 1;
        citations.forEach(c -> {
            cites.getChildren().add(cite(c));
            if (!oneDay || c.equals(citations.getLast())) {
                Label read = new Label(texts.get("cite.read", texts.day(c.read())));
                read.getStyleClass().add("muted");
                cites.getChildren().add(read);
            }
        });
        VBox quoted = new VBox(cites);
        citations.forEach(c -> QuoteLink.of(c, texts, showPage).ifPresent(quoted.getChildren()::add));
        return quoted.getChildren().size() == 1 ? cites : quoted;
    }

    private java.util.List<javafx.scene.text.Text> marked(String value, String style) {
        java.util.List<javafx.scene.text.Text> pieces = Highlight.texts(value, search);
        if (!style.isEmpty()) {
            pieces.forEach(t -> t.getStyleClass().add(style));
        }
        return pieces;
    }

    private Node copy(Offering offering, Fact<?> fact, String head) {
        Button copy = new Button("", Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "copy");
        copy.setAccessibleText(texts.get("detail.copy", head));
        copy.setTooltip(new Tooltip(texts.get("detail.copy", head)));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(says.copy(offering, fact));
            Clipboard.getSystemClipboard().setContent(content);
        });
        return copy;
    }

    /** A link with the source's number and host; the source without an address is named and not linked. */
    private Node cite(Citation citation) {
        String url = register.source(citation.source()).map(s -> s.url()).orElse("");
        if (url.isEmpty()) {
            Label label = new Label(says.source(citation));
            label.getStyleClass().add("muted");
            label.setTooltip(new Tooltip(says.cited(citation)));
            return label;
        }
        Hyperlink link = new Hyperlink(says.source(citation));
        link.setTooltip(new Tooltip(says.cited(citation)));
        link.setAccessibleText(says.cited(citation));
        link.setOnAction(e -> openLink.accept(url));
        return link;
    }

    /** A cited source in full: its number, whose page it is, its address as a link. */
    Node source(Citation citation) {
        VBox box = new VBox();
        box.getStyleClass().add("fact");
        register.source(citation.source()).ifPresent(s -> {
            TextFlow title = new TextFlow();
            String hand = s.secondHand() ? " (" + texts.get("cite.secondHand") + ")" : "";
            title.getChildren()
                    .addAll(Highlight.texts("[" + s.number() + "] " + s.publisher() + ", " + s.title() + hand, search));
            box.getChildren().add(title);
            if (!s.url().isEmpty()) {
                Hyperlink link = new Hyperlink(s.url());
                link.setWrapText(true);
                link.setOnAction(e -> openLink.accept(s.url()));
                box.getChildren().add(link);
            }
            Label read = new Label(texts.get("cite.read", texts.day(citation.read())));
            read.getStyleClass().add("muted");
            box.getChildren().add(read);
        });
        return box;
    }
}
