package domicile.desktop.help;

import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The help screen: terms, keys, about. */
final class HelpView {
    private final Texts texts;
    private final Map<String, String> keys;
    private final Supplier<Optional<Register>> register;
    private final String where;
    private final String dataFolder;
    private final BorderPane root = new BorderPane();
    private final ScrollPane scroll = new PlainScrollPane();
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final ToggleButton terms;

    /**
     * @param keys what each key does, by what to press
     * @param where where the register lies
     */
    HelpView(
            Texts texts,
            Map<String, String> keys,
            Supplier<Optional<Register>> register,
            String where,
            String dataFolder) {
        this.texts = texts(texts);
        this.keys = keys;
        this.register = register;
        this.where = where;
        this.dataFolder = dataFolder;
        root.setId("help");
        Styles.dress(root, "help/help.css");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText(this.texts.get("help.title"));
        search.setId("help-search");
        search.setPromptText(this.texts.get("help.search"));
        search.setAccessibleText(this.texts.get("help.search"));
        list.setId("terms");
        Glossary glossary = new Glossary(this.texts);
        search.textProperty().subscribe(text -> show(glossary.find(text)));
        ToggleGroup group = new ToggleGroup();
        terms = tab("help.terms", group, this::terms);
        ToggleButton keyboard = tab("help.keys", group, this::keyboard);
        ToggleButton about = tab("help.about", group, this::about);
        Label title = new Label(this.texts.get("help.title"));
        title.getStyleClass().add("detail-title");
        FlowPane head = new FlowPane(title, terms, keyboard, about);
        head.getStyleClass().addAll("bar-flow", "help-head");
        root.setTop(head);
        root.setCenter(scroll);
        terms.fire();
    }

    /** The help's own words, with those of its terms. */
    static Texts texts(Texts shared) {
        return shared.screen("help");
    }

    /** Explains a term. */
    void explain(Term term) {
        terms.fire();
        search.setText(texts.of(term));
        // what scrolls is in the window once it has its skin
        root.applyCss();
        search.requestFocus();
    }

    /** The screen. */
    Node node() {
        return root;
    }

    private ToggleButton tab(String key, ToggleGroup group, Supplier<Node> content) {
        ToggleButton tab = new ToggleButton(texts.get(key));
        tab.setId(key.replace('.', '-'));
        tab.setToggleGroup(group);
        tab.setOnAction(e -> {
            tab.setSelected(true);
            scroll.setContent(content.get());
            scroll.setVvalue(0);
        });
        return tab;
    }

    private void show(List<Glossary.Entry> found) {
        list.getChildren().setAll(found.stream().map(this::term).toList());
        if (found.isEmpty()) {
            list.getChildren().add(label(texts.get("help.none"), "muted"));
        }
    }

    private Node terms() {
        return page(search, list);
    }

    private Node term(Glossary.Entry entry) {
        VBox box = new VBox(
                label(entry.name(), "layer-head"),
                label(entry.text(), "term-text"),
                label(texts.get("help.source", entry.source()), "muted"));
        box.getStyleClass().add("term");
        return box;
    }

    private Node keyboard() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        int row = 0;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            grid.add(label(key.getKey(), "key"), 0, row);
            grid.add(label(key.getValue(), "term-text"), 1, row++);
        }
        return page(grid);
    }

    private Node about() {
        List<String> lines = About.lines(texts, register.get(), where, dataFolder);
        VBox page = page();
        lines.forEach(l -> page.getChildren().add(label(l, "term-text")));
        Button copy = new Button(texts.get("about.copy"));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", lines));
            Clipboard.getSystemClipboard().setContent(content);
        });
        page.getChildren().addAll(copy, label(texts.get("about.parts"), "section-head"));
        About.parts().forEach(p -> page.getChildren().add(label(p, "muted")));
        return page;
    }

    private static VBox page(Node... nodes) {
        VBox page = new VBox(nodes);
        page.getStyleClass().add("help-page");
        return page;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
