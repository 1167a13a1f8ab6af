package domicile.desktop.shell;

import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: which register is shown, and what screens say there. */
final class StatusLine {
    private final Texts texts;
    private final Background background;
    private final Label status = new Label();
    private final HBox line = new HBox();
    private Optional<Register> shown = Optional.empty();

    /** @param screens what screens say there */
    StatusLine(Texts texts, Background background, List<Node> screens) {
        this.texts = texts;
        this.background = background;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        status.setId("status");
        line.getChildren().setAll(status, gap);
        line.getChildren().addAll(screens);
        line.getStyleClass().add("status-line");
    }

    Node node() {
        return line;
    }

    /** Says which register is shown; its hash, which takes a while to find out, when it is known. */
    void show(Register register) {
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
                () -> background.run(register::hash, hash -> {
                    // another register may be shown meanwhile
                    if (shown.filter(s -> s == register).isPresent()) {
                        status.setTooltip(new Tooltip(hash));
                    }
                }));
    }
}
