package domicile.desktop.assessment.list;

import domicile.assessment.Assessor;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The saved assessments with their state and age, templates to start from, and worked examples. */
public final class AssessmentList {
    static final List<String> EXAMPLES = List.of("eu-personal-data", "us-health", "us-federal", "general");
    public static final List<String> TEMPLATES = List.of("eu-personal-data", "us-health", "us-federal", "general");

    /** What can be done from the list. */
    public interface Actions {
        void create();

        void fromTemplate(String name);

        void fromExample(String name);

        void importWorkload();

        void open(AssessmentRow row);

        void duplicate(AssessmentRow row);

        void archive(AssessmentRow row, boolean archived);

        void reopen(UUID id);

        void archive(UUID id, String name, boolean archived);

        void duplicate(AssessmentViewModel model);
    }

    private final Texts texts;
    private final Clock clock;
    private final Actions actions;
    private final VBox all = new VBox();
    private final ScrollPane scroll;
    private boolean archivedToo;
    private List<AssessmentRow> rows = List.of();

    public AssessmentList(Texts texts, Clock clock, Actions actions) {
        this.texts = texts;
        this.clock = clock;
        this.actions = actions;
        all.getStyleClass().add("detail");
        scroll = Ui.scroll(all);
    }

    public Node node() {
        return scroll;
    }

    public void show(List<AssessmentRow> saved) {
        rows = saved;
        show();
    }

    /** Those that are shown, the archived ones too. */
    public List<AssessmentRow> rows() {
        return rows;
    }

    private void show() {
        List<AssessmentRow> current =
                rows.stream().filter(r -> !r.saved().archived()).toList();
        List<AssessmentRow> archived =
                rows.stream().filter(r -> r.saved().archived()).toList();
        all.getChildren().setAll(head(archived.size()));
        if (current.isEmpty()) {
            all.getChildren().add(empty());
        }
        current.forEach(r -> all.getChildren().add(row(r)));
        if (archivedToo && !archived.isEmpty()) {
            all.getChildren().add(Ui.text(texts.get("assessments.archived"), "section-head"));
            archived.forEach(r -> all.getChildren().add(row(r)));
        }
        all.getChildren().addAll(Ui.text(texts.get("assessments.examples"), "section-head"), examples());
    }

    private Node head(int archived) {
        Button make = Ui.button(texts.get("assessments.new"), "new-assessment", actions::create, "accent");
        make.setGraphic(Icons.of(Feather.PLUS));
        MenuButton template = new MenuButton(texts.get("assessments.template"));
        template.setId("templates");
        for (String name : TEMPLATES) {
            MenuItem item = new MenuItem(texts.get("template." + name));
            item.setId("template-" + name);
            item.setOnAction(e -> actions.fromTemplate(name));
            template.getItems().add(item);
        }
        Button load = Ui.button(texts.get("assessments.import"), "import-workload", actions::importWorkload);
        CheckBox show = new CheckBox(texts.get("assessments.showArchived", archived));
        show.setId("show-archived");
        show.setSelected(archivedToo);
        show.setVisible(archived > 0);
        show.managedProperty().bind(show.visibleProperty());
        show.setOnAction(e -> {
            archivedToo = show.isSelected();
            show();
        });
        FlowPane bar = new FlowPane(make, template, load, show);
        bar.getStyleClass().add("buttons");
        VBox head = new VBox(Ui.text(texts.get("assessments.title"), "detail-title"), bar);
        head.getStyleClass().add("list-head");
        return head;
    }

    private Node empty() {
        return Ui.text(texts.get("assessments.empty"), "muted");
    }

    private Node row(AssessmentRow row) {
        String name = row.saved().name();
        boolean archived = row.saved().archived();
        Button open = Ui.button(name, "open-" + row.saved().id(), () -> actions.open(row), "flat", "row");
        open.setGraphic(Icons.of(archived ? Feather.ARCHIVE : Feather.FILE_TEXT));
        open.setAccessibleText(texts.pair(name, String.join(", ", marks(row).keySet())));
        open.setWrapText(true);
        open.setMinWidth(0);
        open.setMinHeight(Region.USE_PREF_SIZE);
        open.setMaxWidth(Double.MAX_VALUE);
        open.setAlignment(Pos.CENTER_LEFT);
        FlowPane state = state(row);
        state.setOnMouseClicked(e -> actions.open(row));
        VBox words = new VBox(open, state);
        // or its height would be that of lines of a width of its own
        state.prefWrapLengthProperty().bind(words.widthProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = small("assessments.duplicate", "duplicate", name, () -> actions.duplicate(row));
        Button archive = small(
                archived ? "assessments.restore" : "assessments.archive",
                archived ? "restore" : "archive",
                name,
                () -> actions.archive(row, !archived));
        HBox line = new HBox(words, copy, archive);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("bar", "saved");
        return line;
    }

    private Button small(String key, String id, String name, Runnable does) {
        Button button = Ui.button(texts.get(key), id, does, "flat", "small");
        button.setAccessibleText(texts.pair(texts.get(key), name));
        return button;
    }

    /** The verdicts, best first, what is open, and how old it is. */
    private FlowPane state(AssessmentRow row) {
        FlowPane state = new FlowPane();
        state.getStyleClass().add("saved-state");
        state.setId("state-" + row.saved().id());
        marks(row).forEach((words, style) -> {
            Label label = new Label(words);
            label.getStyleClass().add(style);
            state.getChildren().add(label);
        });
        return state;
    }

    private Map<String, String> marks(AssessmentRow row) {
        Map<String, String> marks = new LinkedHashMap<>();
        row.unreadable().ifPresent(e -> marks.put("! " + texts.get("assessments.unreadable"), Mark.BAD));
        for (Verdict verdict : List.of(Verdict.values()).reversed()) {
            Mark mark = Mark.of(verdict, texts);
            Optional.ofNullable(row.verdicts().get(verdict))
                    .ifPresent(n -> marks.put(n + " " + mark.text(), mark.style()));
        }
        if (row.open() > 0) {
            marks.put(texts.get("assessments.open", row.open()), "muted");
        }
        marks.put(age(row), "muted");
        if (row.unreadable().isEmpty() && row.dossier().unseen(Assessor.RULES_VERSION)) {
            marks.put(texts.get("assessments.rules", row.dossier().lastRules(), Assessor.RULES_VERSION), Mark.OPEN);
        }
        LocalDate today = LocalDate.now(clock);
        row.dossier()
                .reviewOn()
                .ifPresent(day -> marks.put(
                        texts.get(row.due(today) ? "assessments.due" : "assessments.review", texts.day(day)),
                        row.due(today) ? Mark.OPEN : "muted"));
        return marks;
    }

    private String age(AssessmentRow row) {
        LocalDate changed = LocalDate.ofInstant(row.saved().updatedAt(), clock.getZone());
        return texts.get("assessments.age", Math.max(0, ChronoUnit.DAYS.between(changed, LocalDate.now(clock))));
    }

    private Node examples() {
        FlowPane examples = new FlowPane();
        examples.getStyleClass().add("examples");
        for (String name : EXAMPLES) {
            String title = texts.get("example." + name);
            String words = texts.get("example." + name + ".text");
            VBox text = new VBox(Ui.text(title, "layer-head"), Ui.muted(words));
            text.getStyleClass().add("example-words");
            text.setMouseTransparent(true);
            Button card = Ui.button("", "example-" + name, () -> actions.fromExample(name), "card", "example");
            card.setGraphic(text);
            card.setMinWidth(0);
            card.setAccessibleText(texts.pair(title, words));
            examples.getChildren().add(card);
        }
        return examples;
    }
}
