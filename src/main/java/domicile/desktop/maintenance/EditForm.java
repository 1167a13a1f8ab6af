package domicile.desktop.maintenance;

import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.residency.Layer;
import domicile.residency.Placement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form that adds or changes something: its fields, and the pages and days without which nothing is saved. */
final class EditForm {
    private static final Pattern POINTER = Pattern.compile("#/([A-Za-z]+)");

    private final EditViewModel model;
    private final EditViewModel.Opened opened;
    private final Texts texts;
    private final Runnable close;
    private final VBox root = new VBox();
    private final VBox own = new VBox();
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<String, FieldInput> fields = new LinkedHashMap<>();
    private final CitationRows citations;
    private final DatePicker validFrom = new DatePicker();
    private final FieldInput from;
    private final FieldInput why;
    private final Label problem = new Label();
    private final VBox foot = new VBox();
    private EditableKind shape;
    /** What the change is made upon. */
    private Draft before;

    /** @param close shows what was there before the form */
    EditForm(EditViewModel model, EditViewModel.Opened opened, Texts texts, Runnable close) {
        this.model = model;
        this.opened = opened;
        this.texts = texts;
        this.close = close;
        Draft draft = opened.draft();
        this.before = draft;
        this.shape = draft.shape();
        Draft first = opened.first();
        said.putAll(first.fields());
        boolean page = shape.equals(EditableKind.SOURCE);
        citations = new CitationRows(
                first.cited(),
                opened.register().sources(),
                draft.isFact(),
                page ? Optional.of(Integer.valueOf(draft.field("number"))) : Optional.empty(),
                texts);
        validFrom.setValue(first.validFrom());
        from = new FieldInput("validFrom", texts.get("edit.validFrom"), validFrom, () -> "", texts);
        TextField reason = new TextField(first.why());
        why = new FieldInput(DraftCheck.WHY, texts.get("edit.why"), reason, reason::getText, texts);
        Label title = new Label(title(draft));
        title.setId("edit-title");
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().addAll(title, Lines.text(texts.get("edit.legend"), "muted"));
        if (draft.isFact() && draft.part().isEmpty()) {
            root.getChildren().add(kinds().node());
        }
        own.getStyleClass().add("edit-form");
        ask();
        problem.setId("edit-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("mark-bad");
        root.getChildren().addAll(own, citations.node(), from.node(), why.node());
        root.getStyleClass().addAll("detail", "edit-form", "edit-page");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        foot.getChildren().setAll(problem, buttons());
        foot.getStyleClass().addAll("maintenance-foot", "edit-foot");
    }

    private String title(Draft draft) {
        return draft.part()
                .map(part -> texts.get("edit.title", named(draft, part)))
                .orElseGet(() -> draft.isFact()
                        ? texts.get("add.fact", draft.offering())
                        : texts.get(
                                switch (shape.kind()) {
                                    case OFFERING -> "add.offering";
                                    case SOURCE -> "add.source";
                                    case PROVIDER, FACT, COUNTRY, BLOC, REGION, ADEQUACY, CONTROL, CAPTURE ->
                                        "add.provider";
                                }));
    }

    /** A placement by the name that its provider gives it, as the list beside it does. */
    private String named(Draft draft, RegisterKey part) {
        return shape.fact().equals(Optional.of(Placement.FACT_KIND))
                ? texts.pair(texts.find(Layer.class, draft.field("layer")).orElse(""), draft.field("name"))
                : RegisterLabels.name(part, texts);
    }

    Node node() {
        return root;
    }

    /** What stands below the form whichever part of it is seen: what is wrong with it, and what can be done. */
    Node foot() {
        return foot;
    }

    double textSize() {
        return problem.getFont().getSize();
    }

    void focus() {
        root.lookupAll(".first-field").forEach(Node::requestFocus);
    }

    /** Another form may have added a page meanwhile. */
    void refresh() {
        model.sources(sources -> citations.sources(
                Stream.concat(sources.stream(), opened.with().stream().filter(s -> !sources.contains(s)))
                        .toList()));
    }

    private FieldInput kinds() {
        ComboBox<EditableKind> kind = new ComboBox<>();
        kind.getItems()
                .setAll(model.kinds().all().stream().map(EditableKind::of).toList());
        kind.setConverter(new ChoiceWords<>(
                value -> value.fact().map(k -> texts.get("fact." + k.id())).orElse("")));
        kind.setValue(shape);
        kind.getStyleClass().add("first-field");
        kind.valueProperty().subscribe((was, is) -> {
            fields.forEach((name, input) -> said.put(name, input.value()));
            shape = is;
            ask();
        });
        return new FieldInput("shape", texts.get("add.kind"), kind, () -> "", texts).hint(texts.get("add.silence"));
    }

    /** Asks for the fields of the shape; what was written into those of the same name stays. */
    private void ask() {
        fields.clear();
        own.getChildren().clear();
        boolean fresh = opened.draft().part().isEmpty();
        for (Field field : shape.fields()) {
            // The number of a page is given, and what a part is about does not change.
            if (field.identity() && (!fresh || shape.equals(EditableKind.SOURCE))) {
                continue;
            }
            FieldInput input = FieldInput.of(field, said.getOrDefault(field.name(), ""), opened.register(), texts);
            if (fields.isEmpty() && (!fresh || !opened.draft().isFact())) {
                input.control().getStyleClass().add("first-field");
            }
            fields.put(field.name(), input);
            own.getChildren().add(input.node());
        }
    }

    private Node buttons() {
        Button save = new Button(texts.get(opened.draft().part().isPresent() ? "edit.save" : "add.save"));
        save.setId("edit-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(e -> save());
        Button cancel = new Button(texts.get("edit.cancel"));
        cancel.setId("edit-cancel");
        cancel.getStyleClass().add("flat");
        cancel.setOnAction(e -> close.run());
        FlowPane buttons = new FlowPane(save);
        if (opened.draft().isFact() && opened.draft().part().isPresent()) {
            Button remove = new Button(texts.get("edit.remove"));
            remove.setId("edit-remove");
            remove.getStyleClass().addAll("danger", "button-outlined");
            remove.setOnAction(e -> remove());
            buttons.getChildren().add(remove);
        }
        buttons.getChildren().add(cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("buttons-row");
        return buttons;
    }

    private void save() {
        Draft draft = draft();
        if (sound(DraftCheck.of(opened.draft(), draft, opened.register(), model.today()))) {
            model.save(opened.with(), before, draft, close, this::refused);
        }
    }

    private void remove() {
        Draft draft = draft();
        if (sound(DraftCheck.ofRemoval(opened.draft(), draft, opened.register(), model.today()))) {
            model.remove(before, draft, close, this::refused);
        }
    }

    private boolean sound(Map<String, DraftCheck.Wrong> found) {
        fields.forEach((name, input) -> {
            input.tell(Optional.empty());
            Optional.ofNullable(found.get(name)).ifPresent(input::tell);
        });
        why.tell(Optional.empty());
        Optional.ofNullable(found.get(DraftCheck.WHY)).ifPresent(why::tell);
        citations.tell(found);
        boolean day = CitationRows.day(validFrom).isPresent();
        from.tell(day ? Optional.empty() : Optional.of(texts.get("problem.day")));
        int count = found.size() + (day ? 0 : 1);
        problem.setText(count == 0 ? "" : "✗ " + texts.get("edit.wrong", count));
        fields.entrySet().stream()
                .filter(f -> found.containsKey(f.getKey()))
                .<Node>map(f -> f.getValue().control())
                .findFirst()
                .or(() -> citations.first(found))
                .or(() -> day ? Optional.of(why.control()).filter(w -> count > 0) : Optional.of(validFrom))
                .ifPresent(ScrollTo::focus);
        return count == 0;
    }

    /** The register refused: told at the field that it names, or at the foot. Nothing that was written is lost. */
    private void refused(Exception e) {
        String what = ErrorMessage.line(e, texts);
        Optional<FieldInput> at = Optional.empty();
        if (e instanceof ProblemException refused) {
            Matcher pointer = POINTER.matcher(refused.where());
            at = pointer.find() ? Optional.ofNullable(fields.get(pointer.group(1))) : Optional.empty();
        }
        at.ifPresent(input -> {
            input.tell(Optional.of(what));
            ScrollTo.focus(input.control());
        });
        problem.setText("✗ " + (at.isPresent() ? texts.get("edit.wrong", 1) : what));
        // somebody else may have changed it: what they wrote has been told, and to save again is to decide
        model.seen(change -> before = before.seen(change));
    }

    private Draft draft() {
        Map<String, String> all = new LinkedHashMap<>(opened.first().fields());
        fields.forEach((name, input) -> all.put(name, input.value()));
        return new Draft(
                shape,
                opened.draft().offering(),
                opened.draft().part(),
                all,
                citations.cited(),
                CitationRows.day(validFrom).orElse(opened.draft().validFrom()),
                why.value());
    }
}
