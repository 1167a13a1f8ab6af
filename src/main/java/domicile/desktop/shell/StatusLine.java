package domicile.desktop.shell;

import domicile.assessment.FactDependency;
import domicile.assessment.Freshness;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.slf4j.LoggerFactory;

/** The line at the foot of the window: which register is shown, and what of it is to be read again. */
final class StatusLine {
    private final Texts texts;
    private final Background background;
    private final Label status = new Label();
    private final Hyperlink due = new Hyperlink();
    private final Hyperlink waiting = new Hyperlink();
    private final HBox line = new HBox();
    private Optional<Register> shown = Optional.empty();

    /**
     * @param queue shows what is to be read again
     * @param upgrade shows what is worded for rules version 1
     */
    StatusLine(Texts texts, Background background, Runnable queue, Runnable upgrade) {
        this.texts = texts;
        this.background = background;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.setId("status");
        link(due, "status-due", queue);
        link(waiting, "status-upgrade", upgrade);
        line.getChildren().setAll(status, gap, waiting, due);
        line.getStyleClass().add("status-line");
    }

    private static void link(Hyperlink link, String id, Runnable shows) {
        link.setId(id);
        link.setOnAction(e -> {
            link.setVisited(false);
            shows.run();
        });
        link.visibleProperty().bind(link.textProperty().isNotEmpty());
        link.managedProperty().bind(link.visibleProperty());
    }

    Node node() {
        return line;
    }

    /** Says how many facts are worded for rules version 1; nothing where there are none. */
    void waiting(int facts) {
        waiting.setText(facts == 0 ? "" : texts.get("app.waiting", facts));
    }

    /** Says which register is shown; what takes a while to find out, when it is known. */
    void show(Register register, LocalDate today) {
        shown = Optional.of(register);
        status.setText(texts.get(
                "app.status",
                register.offerings().size(),
                register.sources().stream()
                        .filter(s -> s.kind() != Source.Kind.COMPILED)
                        .count(),
                texts.day(register.asOf())));
        AfterFrames.after(
                line,
                () -> background.run(
                        () -> new Known(register.hash(), due(register, today)),
                        known -> {
                            // another register may be shown meanwhile
                            if (shown.filter(s -> s == register).isPresent()) {
                                status.setTooltip(new Tooltip(known.hash()));
                                known.due()
                                        .ifPresent(facts -> due.setText(facts == 0 ? "" : texts.get("app.due", facts)));
                            }
                        },
                        e -> LoggerFactory.getLogger(StatusLine.class)
                                .warn("what is to be read again cannot be counted", e)));
    }

    private record Known(String hash, Optional<Integer> due) {}

    /** A look at another day changes nothing about what is to be read again today. */
    private static Optional<Integer> due(Register register, LocalDate today) {
        return register.asOf().equals(today)
                ? Optional.of(FactDependency.due(register, today, Freshness.DEFAULT.maxAgeDays(), List.of())
                        .size())
                : Optional.empty();
    }
}
