package domicile.desktop.shell;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.Fuzzy;
import domicile.desktop.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The command palette: everything by its name, found by a few letters, done by Enter. Lies over the window. */
final class Palette {
    private static final int MOST = 50;

    private final StackPane over;
    private final Texts texts;
    private final Supplier<List<Command>> commands;
    private final TextField typed = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);
    private final StackPane shade = new StackPane();
    private List<Command> all = List.of();
    private Runnable refocus = () -> {};

    /**
     * @param over what it lies over
     * @param commands asked anew every time it opens
     */
    Palette(StackPane over, Texts texts, Supplier<List<Command>> commands) {
        this.over = over;
        this.texts = texts;
        this.commands = commands;
        typed.setId("palette");
        typed.setPromptText(texts.get("palette.prompt"));
        typed.setAccessibleText(texts.get("palette.prompt"));
        list.setId("palette-list");
        list.setAccessibleText(texts.get("palette.prompt"));
        list.setFocusTraversable(false);
        list.setCellFactory(l -> new CommandCell());
        list.setPlaceholder(new Label(texts.get("palette.none")));
        list.setOnMouseClicked(e -> runSelected());
        typed.textProperty().subscribe(this::find);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox box = new VBox(typed, list);
        box.getStyleClass().add("palette");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        shade.getChildren().add(box);
        shade.getStyleClass().add("palette-shade");
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        shade.setOnMousePressed(e -> {
            if (e.getTarget() == shade) {
                close();
            }
        });
    }

    void open() {
        if (over.getChildren().contains(shade)) {
            close();
            return;
        }
        Node owner = over.getScene().getFocusOwner();
        refocus = owner == null ? () -> {} : owner::requestFocus;
        all = commands.get();
        typed.clear();
        find("");
        over.getChildren().add(shade);
        typed.requestFocus();
    }

    /** Asks for the commands anew, if it is open: something that is known later has come. */
    void refresh() {
        if (over.getChildren().contains(shade)) {
            all = commands.get();
            find(typed.getText());
        }
    }

    private void close() {
        refocus.run();
        over.getChildren().remove(shade);
    }

    private void find(String text) {
        found.setAll(best(all, text));
        list.getSelectionModel().selectFirst();
    }

    /** The commands that match, the best first; the order stays where they match alike. */
    static List<Command> best(List<Command> all, String text) {
        if (text.isBlank()) {
            return all.stream().limit(MOST).toList();
        }
        record Scored(Command command, int score) {}
        return all.stream()
                .flatMap(c -> Fuzzy.score(text, c.name()).stream().mapToObj(s -> new Scored(c, s)))
                .sorted(Comparator.comparing(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::command)
                .toList();
    }

    private void key(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case ENTER -> runSelected();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void select(int at) {
        if (at >= 0 && at < found.size()) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 4));
        }
    }

    private void runSelected() {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            close();
            command.run().run();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        @Override
        @SuppressWarnings("NullAway") // JavaFX empties a cell by null
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            setGraphic(null);
            if (!empty && command != null) {
                Label name = new Label(command.name());
                Label group = new Label(command.group());
                group.getStyleClass().add("muted");
                group.setMinWidth(Region.USE_PREF_SIZE);
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                HBox row = new HBox(name, gap, group);
                row.setAlignment(Pos.CENTER_LEFT);
                setGraphic(row);
                setAccessibleText(command.name() + ", " + command.group());
            }
        }
    }
}
