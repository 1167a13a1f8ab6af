package domicile.desktop.assessment;

import domicile.assessment.Alternative;
import domicile.assessment.Assessment;
import domicile.assessment.FailureFinding;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.desktop.Mark;
import domicile.desktop.Texts;
import domicile.residency.Citation;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The matrix: failure modes on top, then requirements, for every candidate; a click says why and what would lift it. */
final class FindingsView {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final GridPane matrix = new GridPane();
    private final VBox detail = new VBox();
    private final SplitPane root;

    FindingsView(AssessmentViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        matrix.getStyleClass().add("matrix");
        matrix.setId("matrix");
        detail.getStyleClass().add("detail");
        detail.setId("finding");
        ScrollPane left = new ScrollPane(matrix);
        left.getStyleClass().add("edge-to-edge");
        ScrollPane right = new ScrollPane(detail);
        right.setFitToWidth(true);
        right.getStyleClass().add("edge-to-edge");
        root = new SplitPane(left, right);
        root.setDividerPositions(0.62);
        model.assessmentProperty().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    private void show(Assessment a) {
        matrix.getChildren().clear();
        matrix.getColumnConstraints().setAll(new ColumnConstraints(190));
        int column = 1;
        for (OfferingAssessment o : a.offerings()) {
            matrix.getColumnConstraints().add(new ColumnConstraints(140));
            Label name = new Label(name(o.offering()));
            name.setWrapText(true);
            name.getStyleClass().add("matrix-head");
            matrix.add(name, column, 0);
            matrix.add(cell(Mark.of(o.verdict(), texts), "verdict-cell", () -> explain(o)), column, 1);
            int row = 2;
            for (FailureFinding f : o.failureModes()) {
                matrix.add(cell(Mark.of(f.state(), texts), "mode-cell", () -> explain(o, f)), column, row++);
            }
            column++;
        }
        head(texts.get("findings.verdict"), 1);
        int row = 2;
        for (FailureMode mode : FailureMode.values()) {
            head(texts.of(mode), row++);
        }
        TreeSet<Requirement> asked = new TreeSet<>();
        a.offerings().forEach(o -> o.requirements().forEach(f -> asked.add(f.requirement())));
        for (Requirement requirement : asked) {
            head(title(requirement), row);
            column = 1;
            for (OfferingAssessment o : a.offerings()) {
                Optional<Finding> finding = o.requirements().stream()
                        .filter(f -> f.requirement() == requirement)
                        .findFirst();
                if (finding.isPresent()) {
                    Finding f = finding.get();
                    matrix.add(cell(Mark.of(f.status(), texts), "finding-cell", () -> explain(o, f)), column, row);
                }
                column++;
            }
            row++;
        }
        detail.getChildren().clear();
        a.offerings().stream().findFirst().ifPresent(this::explain);
    }

    private void head(String text, int row) {
        Label head = new Label(text);
        head.setWrapText(true);
        head.getStyleClass().add("matrix-row");
        matrix.add(head, 0, row);
    }

    private String title(Requirement requirement) {
        String words = Sentence.of("requirement." + requirement).in(texts.locale());
        return words.substring(0, 1).toUpperCase(texts.locale()) + words.substring(1);
    }

    private String name(String offering) {
        return model.register().offering(offering).map(o -> o.name()).orElse(offering);
    }

    private static Button cell(Mark mark, String style, Runnable explain) {
        Button cell = new Button(mark.text());
        cell.getStyleClass().addAll("flat", "cell", mark.style(), style);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setOnAction(e -> explain.run());
        return cell;
    }

    private void explain(OfferingAssessment o) {
        detail.getChildren().setAll(heading(name(o.offering())), marked(Mark.of(o.verdict(), texts)));
        list(
                "findings.alternatives",
                o.alternatives().stream().map(this::alternative).toList());
        list(
                "findings.asks",
                o.askList().stream().map(a -> a.question().in(texts.locale())).toList());
        list(
                "findings.clauses",
                o.clauses().stream().map(c -> c.text().in(texts.locale())).toList());
        list(
                "findings.stale",
                o.stale().stream()
                        .map(s -> texts.get(
                                "findings.staleLine", s.fact(), s.citation().source(), s.ageDays()))
                        .toList());
    }

    private String alternative(Alternative a) {
        List<String> parts = new ArrayList<>();
        parts.add(name(a.offering()));
        a.deployment()
                .ifPresent(d -> parts.add(model.register()
                        .offering(a.offering())
                        .flatMap(o -> o.deployments().stream()
                                .map(f -> f.value())
                                .filter(p -> p.id().equals(d))
                                .map(p -> p.name())
                                .findFirst())
                        .orElse(d)));
        a.documents().forEach(d -> parts.add(d.in(texts.locale())));
        return String.join("; ", parts) + " → " + texts.of(a.reaches());
    }

    private void explain(OfferingAssessment o, Finding f) {
        detail.getChildren()
                .setAll(heading(title(f.requirement())), muted(name(o.offering())), marked(Mark.of(f.status(), texts)));
        detail.getChildren().add(text(f.reason().in(texts.locale())));
        cites(f.citations());
        f.missingCitation().ifPresent(m -> list("findings.missing", List.of(m.in(texts.locale()))));
        list("findings.documents", f.documents());
        list("findings.lifts", f.lifts().stream().map(l -> l.in(texts.locale())).toList());
        list("findings.controls", f.controls().isEmpty() ? List.of() : List.of(String.join(", ", f.controls())));
    }

    private void explain(OfferingAssessment o, FailureFinding f) {
        detail.getChildren()
                .setAll(
                        heading(texts.of(f.failureMode())),
                        muted(name(o.offering())),
                        marked(Mark.of(f.state(), texts)));
        detail.getChildren().add(text(f.reason().in(texts.locale())));
        cites(f.citations());
    }

    private void cites(List<Citation> citations) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("cites");
        Register register = model.register();
        citations.forEach(c -> register.source(c.source()).ifPresent(s -> {
            Label cite = new Label("[" + s.number() + "] " + s.publisher() + ", "
                    + texts.get("cite.read", texts.day(c.read()))
                    + (s.kind() == domicile.residency.Source.Kind.COMPILED ? ", " + texts.get("cite.secondHand") : ""));
            cite.getStyleClass().add("muted");
            cite.setTooltip(new Tooltip(s.title() + "\n" + s.url()));
            pane.getChildren().add(cite);
        }));
        detail.getChildren().add(pane);
    }

    private void list(String key, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Label head = new Label(texts.get(key));
        head.getStyleClass().add("section-head");
        detail.getChildren().add(head);
        lines.forEach(l -> detail.getChildren().add(text("• " + l)));
        Button copy = new Button(texts.get("findings.copy"));
        copy.getStyleClass().addAll("flat", "small");
        copy.setAccessibleText(texts.get("findings.copy") + ": " + texts.get(key));
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(lines.stream().collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
        });
        detail.getChildren().add(copy);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("detail-title");
        return label;
    }

    private static Label marked(Mark mark) {
        Label label = new Label(mark.text());
        label.getStyleClass().addAll(mark.style(), "verdict");
        return label;
    }

    private static Label muted(String text) {
        Label label = text(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
