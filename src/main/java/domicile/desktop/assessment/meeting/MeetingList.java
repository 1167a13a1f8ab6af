package domicile.desktop.assessment.meeting;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Meeting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What a meeting writes down one after the other, each with a button that takes it away and can be undone.
 *
 * @param <T> what is written down
 */
final class MeetingList<T> {
    private final String id;
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Notices notices;
    private final Function<Meeting, List<T>> of;
    private final BiFunction<Meeting, List<T>, Meeting> with;
    private final VBox list = new VBox();

    /**
     * @param id of the list; the buttons are called after it
     * @param of the items of a meeting
     * @param with a meeting with others
     */
    MeetingList(
            String id,
            AssessmentViewModel model,
            Texts texts,
            Notices notices,
            Function<Meeting, List<T>> of,
            BiFunction<Meeting, List<T>, Meeting> with) {
        this.id = id;
        this.model = model;
        this.texts = texts;
        this.notices = notices;
        this.of = of;
        this.with = with;
        list.setId(id);
        list.getStyleClass().add("list");
    }

    /**
     * The rows, made anew whenever the items change.
     *
     * @param name an item's name, for what is said about it
     * @param shown what stands in an item's row
     */
    Node node(Function<T, String> name, BiFunction<T, Integer, Node> shown) {
        model.dossierProperty().map(d -> of.apply(d.meeting())).subscribe(items -> {
            list.getChildren().clear();
            for (int i = 0; i < items.size(); i++) {
                list.getChildren().add(row(items.get(i), i, name, shown));
            }
        });
        return list;
    }

    private Node row(T item, int index, Function<T, String> name, BiFunction<T, Integer, Node> shown) {
        Button remove = Ui.button("✕", id + "-remove", () -> remove(item, index, name.apply(item)), "flat", "small");
        remove.setAccessibleText(texts.get("actions.remove", name.apply(item)));
        Node words = shown.apply(item, index);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, remove);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("bar");
        return row;
    }

    private void remove(T item, int index, String name) {
        change(all -> all.remove(index));
        notices.undoInAssessment(
                texts.get("actions.removed", name), () -> change(all -> all.add(Math.min(index, all.size()), item)));
    }

    void change(Consumer<List<T>> change) {
        model.keep(d -> {
            List<T> all = new ArrayList<>(of.apply(d.meeting()));
            change.accept(all);
            return d.with(with.apply(d.meeting(), all));
        });
    }
}
