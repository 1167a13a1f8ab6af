package domicile.desktop.assessment.findings;

import domicile.assessment.Assessment;
import domicile.assessment.FailureFinding;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.PlainScrollPane;
import domicile.desktop.kit.ScrollTo;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * Rows by candidates under heads that stay in sight. Arrow keys walk from cell to cell; a cell that has the keyboard
 * focus is explained.
 */
final class Matrix {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Consumer<Cell> chosen;
    private final HBox heads = new HBox();
    private final VBox rowHeads = new VBox();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new PlainScrollPane();
    private final BorderPane root = new BorderPane();
    private List<List<Optional<Button>>> cells = new ArrayList<>();

    /** What a cell stands for. */
    sealed interface Cell {
        OfferingAssessment candidate();

        record Whole(OfferingAssessment candidate) implements Cell {}

        record Mode(OfferingAssessment candidate, FailureFinding finding) implements Cell {}

        record One(OfferingAssessment candidate, Finding finding) implements Cell {}
    }

    Matrix(AssessmentViewModel model, Texts texts, Consumer<Cell> chosen) {
        this.model = model;
        this.texts = texts;
        this.chosen = chosen;
        heads.getStyleClass().add("matrix-line");
        rowHeads.getStyleClass().add("matrix-column");
        rows.getStyleClass().add("matrix-column");
        rows.setId("matrix");
        scroll.setContent(rows);
        scroll.getStyleClass().add("edge-to-edge");
        Pane corner = new Pane();
        corner.getStyleClass().add("matrix-corner");
        HBox top = new HBox(corner, clipped(heads));
        root.setTop(top);
        root.setLeft(clipped(rowHeads));
        root.setCenter(scroll);
        root.getStyleClass().add("matrix");
        // the heads move with the cells: left and right with the columns, up and down with the rows
        rows.localToSceneTransformProperty().subscribe(t -> {
            Point2D at = scroll.sceneToLocal(rows.localToScene(0, 0));
            heads.setTranslateX(at.getX());
            rowHeads.setTranslateY(at.getY());
        });
        model.assessmentProperty().subscribe(a -> show());
        model.dossierProperty().map(Dossier::accepted).subscribe(a -> show());
    }

    Region node() {
        return root;
    }

    /** How wide it is when all columns are in sight. */
    ObservableValue<Double> whole() {
        return rows.widthProperty().map(w -> w.doubleValue() + rowHeads.getWidth());
    }

    /** A pane that shows no more of its content than fits into it. */
    private static Pane clipped(Node content) {
        Pane pane = new Pane(content);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        return pane;
    }

    private void show() {
        Assessment a = model.assessmentProperty().get();
        heads.getChildren().clear();
        rowHeads.getChildren().clear();
        rows.getChildren().clear();
        cells = new ArrayList<>();
        a.offerings().forEach(o -> heads.getChildren().add(Ui.text(model.offering(o.offering()), "matrix-head")));
        row(texts.get("findings.verdict"), a, "verdict-cell", o -> Optional.of(new Cell.Whole(o)));
        for (FailureMode mode : FailureMode.values()) {
            row(
                    texts.of(mode),
                    a,
                    "mode-cell",
                    o -> o.failureModes().stream()
                            .filter(f -> f.failureMode() == mode)
                            .findFirst()
                            .map(f -> new Cell.Mode(o, f)));
        }
        TreeSet<Requirement> asked = new TreeSet<>();
        a.offerings().forEach(o -> o.requirements().forEach(f -> asked.add(f.requirement())));
        for (Requirement requirement : asked) {
            row(
                    Names.requirement(requirement, texts.locale()),
                    a,
                    "finding-cell",
                    o -> o.requirements().stream()
                            .filter(f -> f.requirement() == requirement)
                            .findFirst()
                            .map(f -> new Cell.One(o, f)));
        }
    }

    private void row(
            String title, Assessment a, String style, Function<OfferingAssessment, Optional<? extends Cell>> cellOf) {
        List<Optional<? extends Cell>> found = a.offerings().stream()
                .<Optional<? extends Cell>>map(cellOf::apply)
                .toList();
        // who accepted what stands below it
        String height = found.stream().anyMatch(c -> c.flatMap(this::accepted).isPresent()) ? "tall" : "low";
        rowHeads.getChildren().add(Ui.text(title, "matrix-row", style + "-head", height));
        HBox line = new HBox();
        line.getStyleClass().add("matrix-line");
        List<Optional<Button>> buttons = new ArrayList<>();
        for (Optional<? extends Cell> at : found) {
            Optional<Button> button = at.map(c -> cell(c, title, style, cells.size(), buttons.size()));
            buttons.add(button);
            Region shown = button.<Region>map(b -> b).orElseGet(Pane::new);
            shown.getStyleClass().addAll("cell-box", height);
            line.getChildren().add(shown);
        }
        cells.add(buttons);
        rows.getChildren().add(line);
    }

    private Button cell(Cell cell, String title, String style, int row, int column) {
        Mark mark = mark(cell);
        Optional<AcceptedRisk> risk = accepted(cell);
        Button button =
                new Button(mark.text() + risk.map(r -> "\n" + said(cell, r)).orElse(""));
        button.setWrapText(true);
        button.getStyleClass().addAll("flat", "matrix-cell", mark.style(), style);
        button.setAccessibleText(
                texts.pair(model.offering(cell.candidate().offering()) + ", " + title, button.getText()));
        button.setOnAction(e -> chosen.accept(cell));
        button.focusedProperty().subscribe((was, now) -> {
            if (now) {
                ScrollTo.in(scroll, button);
                chosen.accept(cell);
            }
        });
        button.addEventFilter(KeyEvent.KEY_PRESSED, e -> walk(e, row, column));
        return button;
    }

    private Mark mark(Cell cell) {
        return switch (cell) {
            case Cell.Whole(OfferingAssessment o) -> Mark.of(o.verdict(), texts);
            case Cell.Mode(OfferingAssessment o, FailureFinding f) -> Mark.of(f.state(), texts);
            case Cell.One(OfferingAssessment o, Finding f) -> Mark.of(f.status(), texts);
        };
    }

    private Optional<AcceptedRisk> accepted(Cell cell) {
        return switch (cell) {
            case Cell.Whole w -> Optional.empty();
            case Cell.Mode m -> Optional.empty();
            case Cell.One(OfferingAssessment o, Finding f) ->
                model.acceptedRisk(o.offering(), f).filter(r -> model.standing(r, f) != AcceptedRisk.Standing.OVER);
        };
    }

    /** Until when it is accepted; what counts no longer only asks to be looked at. */
    private String said(Cell cell, AcceptedRisk risk) {
        boolean counts = cell instanceof Cell.One(OfferingAssessment o, Finding f)
                && model.standing(risk, f) == AcceptedRisk.Standing.COUNTS;
        return counts ? texts.get("risk.short", texts.day(risk.until())) : texts.get("risk.confirm.short");
    }

    private void walk(KeyEvent e, int row, int column) {
        int down = switch (e.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            default -> 0;
        };
        int right = switch (e.getCode()) {
            case RIGHT -> 1;
            case LEFT -> -1;
            default -> 0;
        };
        if (e.isAltDown() || down == 0 && right == 0) {
            return;
        }
        e.consume();
        int r = row + down;
        int c = column + right;
        while (r >= 0 && r < cells.size() && c >= 0 && c < cells.get(r).size()) {
            Optional<Button> next = cells.get(r).get(c);
            if (next.isPresent()) {
                next.get().requestFocus();
                return;
            }
            r += down;
            c += right;
        }
    }
}
