package domicile.desktop.assessment.findings;

import domicile.assessment.Advisable;
import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.questionnaire.Dossier;
import domicile.report.model.AssessmentTexts;
import domicile.residency.Evidence;
import domicile.residency.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The matrix, and beside it why the chosen cell says what it says. */
public final class FindingsView {
    private static final double LARGER_PART = 0.64;
    private static final double NEAR = 0.01;
    private static final double MARGIN = 40;

    /** Where a finding leads to. */
    public interface Leads {
        /** To the question that decides a part. */
        void answer(Workload.Part part);

        /** To what an offering's documents say for a requirement. */
        void read(String offering, Requirement requirement);

        /** As {@link #read(String, Requirement)}, of files that are taken in for that. */
        void read(List<Path> files, String offering, Requirement requirement);

        /** To the clause of a piece of evidence. */
        void open(Evidence evidence);
    }

    private final AssessmentViewModel model;
    private final FindingDetail detail;
    private final BorderPane root = new BorderPane();
    private Optional<Matrix.Cell> chosen = Optional.empty();
    private double placed = LARGER_PART;

    public FindingsView(
            AssessmentViewModel model,
            Texts texts,
            CitationLinks links,
            VendorAnswersViewModel vendors,
            Notices notices,
            Leads leads) {
        this.model = model;
        AssessmentTexts words = new AssessmentTexts(texts.locale());
        this.detail = new FindingDetail(model, texts, links, vendors, notices, leads);
        Matrix matrix = new Matrix(model, texts, this::explain);
        SplitPane split = new SplitPane(matrix.node(), Ui.readable(detail.node(), texts.get("findings.detail")));
        split.setDividerPositions(placed);
        split.widthProperty().subscribe(w -> divide(split, matrix));
        matrix.whole().subscribe(w -> divide(split, matrix));
        Label provisional = Ui.text("", "notice");
        provisional.setId("provisional");
        provisional.setMaxWidth(Double.MAX_VALUE);
        provisional.managedProperty().bind(provisional.visibleProperty());
        FlowPane unasked = new FlowPane();
        unasked.setId("not-asked");
        unasked.getStyleClass().addAll("bar-flow", "unasked");
        unasked.managedProperty().bind(unasked.visibleProperty());
        root.setTop(new VBox(provisional, unasked));
        root.setCenter(split);
        // a file that is dropped on a finding is read for it
        FileDrop.on(
                root,
                () -> finding().isPresent(),
                files -> finding()
                        .ifPresent(c -> leads.read(
                                files, c.candidate().offering(), c.finding().requirement())));
        model.assessmentProperty().subscribe(a -> {
            int undecided = a.workload().undecided().size();
            provisional.setVisible(undecided > 0);
            provisional.setText(texts.get("findings.undecided", undecided));
            unasked.setVisible(!a.notAsked().isEmpty());
            unasked.getChildren().setAll(Ui.muted(texts.get("findings.notAsked")));
            a.notAsked().forEach(n -> unasked.getChildren().add(ask(n, words, leads::answer)));
            again();
        });
        model.dossierProperty().map(Dossier::accepted).subscribe(a -> again());
        vendors.workbooksProperty().subscribe((was, now) -> again());
    }

    public Node node() {
        return root;
    }

    private Optional<Matrix.Cell.One> finding() {
        return chosen.filter(Matrix.Cell.One.class::isInstance).map(Matrix.Cell.One.class::cast);
    }

    /** What was not asked, as the way to its question. */
    private static Button ask(Advisable advisable, AssessmentTexts words, Consumer<Workload.Part> answer) {
        return Ui.button(
                words.of(advisable),
                "ask-" + advisable.name(),
                () -> answer.accept(part(advisable)),
                "flat",
                "small",
                "accent");
    }

    private static Workload.Part part(Advisable advisable) {
        return switch (advisable) {
            case DATA_CATEGORIES -> Workload.Part.DATA_CATEGORIES;
            case TRAINING_REUSE -> Workload.Part.TRAINING_REUSE;
            case RETENTION -> Workload.Part.RETENTION_MAX_DAYS;
            case STORAGE_LOCATION -> Workload.Part.STORAGE;
            case ENDPOINT_SERVICES_LOCATION -> Workload.Part.ENDPOINT_SERVICES;
        };
    }

    /** Gives the matrix the larger part and no more than it can use, until somebody moves the divider. */
    private void divide(SplitPane split, Matrix matrix) {
        double at = split.getDividerPositions()[0];
        boolean untouched = Math.abs(at - placed) < NEAR;
        double whole = matrix.whole().getValue();
        if (split.getWidth() > 0 && whole > 0 && untouched) {
            placed = Math.min(LARGER_PART, (whole + MARGIN) / split.getWidth());
            split.setDividerPositions(placed);
        }
    }

    private void explain(Matrix.Cell cell) {
        chosen = Optional.of(cell);
        detail.show(cell);
    }

    /** The same place in the matrix as it is now; the best candidate when the place is gone. */
    private void again() {
        Optional<Matrix.Cell> now = chosen.flatMap(this::now);
        now.or(() -> model.assessmentProperty().get().offerings().stream()
                        .findFirst()
                        .map(Matrix.Cell.Whole::new))
                .ifPresent(this::explain);
    }

    private Optional<Matrix.Cell> now(Matrix.Cell cell) {
        return model.assessmentProperty().get().offerings().stream()
                .filter(o -> o.offering().equals(cell.candidate().offering()))
                .findFirst()
                .flatMap(o -> switch (cell) {
                    case Matrix.Cell.Whole w -> Optional.<Matrix.Cell>of(new Matrix.Cell.Whole(o));
                    case Matrix.Cell.Mode m ->
                        o.failureModes().stream()
                                .filter(f -> f.failureMode() == m.finding().failureMode())
                                .findFirst()
                                .<Matrix.Cell>map(f -> new Matrix.Cell.Mode(o, f));
                    case Matrix.Cell.One one ->
                        o.requirements().stream()
                                .filter(f -> f.requirement() == one.finding().requirement())
                                .findFirst()
                                .<Matrix.Cell>map(f -> new Matrix.Cell.One(o, f));
                });
    }
}
