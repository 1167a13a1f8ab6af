package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.page.QuoteFinder;
import domicile.residency.Fact;
import domicile.source.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Walks through the facts that have no words yet, each with the likeliest passages: Enter takes the chosen one, Del
 * leaves the fact, and the next comes by itself.
 */
final class SuggestBox {
    private final Texts texts;
    private final Function<Suggestion, String> name;
    private final Function<Fact<?>, String> value;
    private final Consumer<QuoteFinder.Found> look;
    private final BiConsumer<Suggestion, QuoteFinder.Found> take;
    private final Runnable end;
    private final VBox box = new VBox();
    private List<Suggestion> all = List.of();
    private List<RadioButton> choices = List.of();
    private int at;
    private int taken;

    /**
     * @param name of a suggestion's fact, with its offering
     * @param value what a fact says
     * @param look shows a passage in the page
     * @param take lets the fact carry the passage; the next comes at once
     * @param end shows what was there before
     */
    SuggestBox(
            Texts texts,
            Function<Suggestion, String> name,
            Function<Fact<?>, String> value,
            Consumer<QuoteFinder.Found> look,
            BiConsumer<Suggestion, QuoteFinder.Found> take,
            Runnable end) {
        this.texts = texts;
        this.name = name;
        this.value = value;
        this.look = look;
        this.take = take;
        this.end = end;
        box.getStyleClass().add("detail");
        box.setId("suggest");
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    Node node() {
        return box;
    }

    /** Begins with the first of these that has a passage. */
    void start(List<Suggestion> suggestions) {
        all = suggestions.stream().filter(s -> !s.units().isEmpty()).toList();
        at = 0;
        taken = 0;
        show();
    }

    private void next() {
        at++;
        show();
    }

    private void show() {
        box.getChildren().clear();
        if (at >= all.size()) {
            Label done = Lines.text(texts.get("suggest.done", taken, all.size()), "pane-title");
            done.setId("suggest-done");
            Button back = new Button(texts.get("suggest.back"));
            back.setId("suggest-end");
            back.setOnAction(e -> end.run());
            back.setDefaultButton(true);
            box.getChildren().setAll(done, back);
            back.requestFocus();
            return;
        }
        Suggestion one = all.get(at);
        Label count = Lines.text(texts.get("suggest.at", at + 1, all.size()), "muted");
        count.setId("suggest-at");
        box.getChildren().addAll(count, Lines.text(name.apply(one), "pane-title"));
        box.getChildren().add(Lines.text(value.apply(one.fact()), "layer-head"));
        if (!one.fact().text().isEmpty()) {
            box.getChildren().add(Lines.text(one.fact().text(), "muted"));
        }
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> made = new ArrayList<>();
        for (QuoteFinder.Found found : one.units()) {
            int number = made.size() + 1;
            RadioButton choice = new RadioButton(number + "  "
                    + texts.get("cite.quote", found.exact())
                    + found.row()
                            .filter(r -> !found.exact().contains(r))
                            .map(r -> " (" + r + ")")
                            .orElse(""));
            choice.setId("suggest-" + number);
            choice.setWrapText(true);
            choice.setMinHeight(Button.USE_PREF_SIZE);
            choice.setToggleGroup(group);
            choice.selectedProperty().subscribe(on -> {
                if (on) {
                    look.accept(found);
                }
            });
            made.add(choice);
        }
        choices = List.copyOf(made);
        VBox passages = new VBox();
        passages.getStyleClass().add("suggestions");
        passages.getChildren().addAll(choices);
        Button yes = new Button(texts.get("suggest.take"), Icons.of(Feather.CHECK));
        yes.setId("suggest-take");
        yes.getStyleClass().add("accent");
        yes.setOnAction(e -> take());
        Button no = new Button(texts.get("suggest.leave"));
        no.setId("suggest-leave");
        no.setOnAction(e -> next());
        Button stop = new Button(texts.get("suggest.stop"));
        stop.setId("suggest-stop");
        stop.getStyleClass().add("flat");
        stop.setOnAction(e -> end.run());
        box.getChildren()
                .addAll(passages, DecideBox.row(yes, no, stop), Lines.text(texts.get("suggest.keys"), "muted"));
        choices.getFirst().setSelected(true);
        choices.getFirst().requestFocus();
    }

    private void take() {
        if (at < all.size()) {
            for (int i = 0; i < choices.size(); i++) {
                if (choices.get(i).isSelected()) {
                    take.accept(all.get(at), all.get(at).units().get(i));
                    taken++;
                    next();
                    return;
                }
            }
        }
    }

    private void press(KeyEvent e) {
        if (at >= all.size()) {
            return;
        }
        boolean onButton = e.getTarget() instanceof Button;
        if (e.getCode() == KeyCode.ENTER && !onButton) {
            take();
        } else if (e.getCode() == KeyCode.DELETE) {
            next();
        } else if (e.getCode().isDigitKey()) {
            int number = e.getText().isEmpty() ? 0 : e.getText().charAt(0) - '0';
            if (number < 1 || number > choices.size()) {
                return;
            }
            choices.get(number - 1).setSelected(true);
            choices.get(number - 1).requestFocus();
        } else {
            return;
        }
        e.consume();
    }
}
