package domicile.desktop.assessment;

import domicile.desktop.assessment.CopyViewModel.Brought;
import domicile.desktop.assessment.CopyViewModel.Side;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PasswordBox;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.register.CopyMerge.Keep;
import domicile.register.RegisterCopy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Above all screens, that the register is a copy, how old it is, and the way back. Nothing for any other register. */
final class CopyBar {
    private static final double GAP = 8;

    private final Texts shared;
    private final Texts texts;
    private final Notices notices;
    private final ScreenContext context;
    private final VBox root = new VBox();
    private Optional<CopyViewModel> model = Optional.empty();

    /** @param texts of the screen */
    CopyBar(ScreenContext context, Texts texts) {
        this.context = context;
        this.shared = context.texts();
        this.texts = texts;
        this.notices = context.notices();
        root.setId("copy-bar");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    Node node() {
        return root;
    }

    void show(CopyViewModel now) {
        model = Optional.of(now);
        now.copyProperty().subscribe(copy -> {
            root.setVisible(copy.isPresent());
            root.getChildren().setAll(copy.map(c -> said(now, c)).stream().toList());
        });
        now.look();
    }

    private Node said(CopyViewModel now, RegisterCopy copy) {
        Button back = Ui.button(texts.get("copy.back"), "copy-back", () -> bring(Optional.empty(), Map.of(), Set.of()));
        back.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
        Label text = Ui.text(texts.get("copy.says", texts.day(copy.day()), now.age(copy), copy.server()));
        FlowPane line = new FlowPane(GAP, GAP, text, back);
        Ui.wrapWithin(line, text);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("notice");
        return line;
    }

    /**
     * Brings back.
     *
     * @param leaves what somebody has been asked about and leaves open
     */
    private void bring(Optional<String> password, Map<String, Keep> decisions, Set<String> leaves) {
        model.ifPresent(m -> m.bringBack(
                password,
                decisions,
                brought -> brought(brought, password, leaves),
                e -> PasswordBox.asks(e)
                        .ifPresentOrElse(
                                asked -> new PasswordBox(asked, shared)
                                        .show(root, typed -> bring(Optional.of(typed), decisions, leaves), () -> {}),
                                () -> context.background().failed(e))));
    }

    private void brought(Brought brought, Optional<String> password, Set<String> leaves) {
        if (brought.undecided().isEmpty()) {
            notices.say(texts.get("copy.brought", brought.assessments()));
            context.frame().registerChanged();
        } else if (brought.undecided().stream().allMatch(side -> leaves.contains(side.id()))) {
            notices.say(texts.get("copy.open", brought.undecided().size()));
        } else {
            new CopyConflicts(brought.undecided(), texts).show(root, decisions -> {
                Set<String> open = brought.undecided().stream().map(Side::id).collect(Collectors.toSet());
                open.removeAll(decisions.keySet());
                bring(password, decisions, open);
            });
        }
    }
}
