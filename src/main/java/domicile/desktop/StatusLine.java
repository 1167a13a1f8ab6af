package domicile.desktop;

import domicile.assessment.Freshness;
import domicile.assessment.Leaning;
import domicile.residency.Register;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: which register is shown, and what of it is to be read again. */
final class StatusLine {
    private final Texts texts;
    private final Label status = new Label();
    private final Label due = new Label();
    private final HBox line = new HBox();

    StatusLine(Texts texts) {
        this.texts = texts;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.setId("status");
        due.setId("status-due");
        line.getChildren().setAll(status, gap, due);
        line.getStyleClass().add("status-line");
    }

    Node node() {
        return line;
    }

    /** Says which register is shown. */
    void show(Register register, LocalDate today) {
        // A look at another day changes nothing about what is to be read again today.
        if (register.asOf().equals(today)) {
            int facts = Leaning.due(register, today, Freshness.DEFAULT.maxAgeDays(), List.of())
                    .size();
            due.setText(facts == 0 ? "" : texts.get("app.due", facts));
        }
        status.setText(texts.get(
                "app.status",
                register.offerings().size(),
                register.sources().stream()
                        .filter(s -> s.kind() != Source.Kind.COMPILED)
                        .count(),
                texts.day(register.asOf())));
        status.setTooltip(new Tooltip(register.hash()));
    }
}
