package domicile.desktop.maintenance;

import domicile.assessment.Finding;
import domicile.assessment.Impact;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which saved assessments a change of the register would change: each finding before and after. */
final class ImpactView {
    private final Texts texts;
    private final VBox all = new VBox();

    /** @param found empty while it is worked out */
    ImpactView(ObservableValue<Optional<List<Impact>>> found, Texts texts) {
        this.texts = texts;
        all.setId("impacts");
        all.getStyleClass().add("detail");
        found.subscribe(this::show);
    }

    /** It scrolls by itself. */
    Node node() {
        return Ui.scroll(all);
    }

    /** As high as it is, for a page that scrolls. */
    Node all() {
        return all;
    }

    private void show(Optional<List<Impact>> found) {
        all.getChildren().setAll(label(texts.get("impact.title"), "pane-title"));
        if (found.isEmpty()) {
            all.getChildren().add(label(texts.get("impact.working"), "muted"));
            return;
        }
        List<Impact> impacts = found.get();
        if (impacts.isEmpty()) {
            all.getChildren().add(label(texts.get("impact.none"), "muted"));
        }
        impacts.forEach(this::add);
    }

    private void add(Impact impact) {
        all.getChildren().add(label(impact.workload().name(), "section-head"));
        for (Impact.OfferingChange o : impact.offerings()) {
            String before = o.before().map(v -> Mark.of(v, texts).text()).orElse(texts.get("impact.absent"));
            String after = o.after().map(v -> Mark.of(v, texts).text()).orElse(texts.get("impact.absent"));
            all.getChildren()
                    .add(label(
                            texts.pair(
                                    o.offering(),
                                    before.equals(after) ? texts.get("impact.still", after) : before + "  →  " + after),
                            "layer-head"));
            for (Impact.FindingChange f : o.findings()) {
                all.getChildren().add(label(Names.requirement(f.requirement(), texts.locale()), "facet-head"));
                f.before().ifPresent(b -> all.getChildren().add(said("impact.before", b)));
                f.after().ifPresent(a -> all.getChildren().add(said("impact.after", a)));
            }
            for (Impact.FailureChange f : o.failureModes()) {
                all.getChildren()
                        .add(label(
                                texts.pair(
                                        texts.of(f.failureMode()),
                                        f.before().map(b -> texts.of(b.state())).orElse("–") + "  →  "
                                                + f.after()
                                                        .map(a -> texts.of(a.state()) + ". "
                                                                + a.reason().in(texts.locale()))
                                                        .orElse("–")),
                                "fact"));
            }
        }
    }

    private Label said(String key, Finding finding) {
        Mark mark = Mark.of(finding.status(), texts);
        Label label = label(
                texts.get(key, mark.text()) + " " + finding.reason().in(texts.locale()) + " "
                        + finding.citations().stream()
                                .map(c -> "[" + c.source() + "]")
                                .distinct()
                                .collect(Collectors.joining()),
                "fact");
        label.getStyleClass().add(mark.style());
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
