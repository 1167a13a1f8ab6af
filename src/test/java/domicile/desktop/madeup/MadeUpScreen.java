package domicile.desktop.madeup;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Shortcut;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Notes down what the frame asks of it. */
final class MadeUpScreen implements Screen {
    private final ScreenContext context;
    private final List<String> asked = new ArrayList<>();
    private final Label status = new Label("made up");
    private Optional<Node> content = Optional.empty();

    MadeUpScreen(ScreenContext context) {
        this.context = context;
        status.setId("made-up-status");
    }

    /** What it was asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String id() {
        return "madeup";
    }

    @Override
    public String name() {
        return context.texts().nameOf("madeup");
    }

    @Override
    public Ikon icon() {
        return Feather.STAR;
    }

    @Override
    public KeyCombination shortcut() {
        return Shortcut.command(KeyCode.DIGIT5);
    }

    @Override
    public Node node() {
        Node there = content.orElseGet(() -> {
            asked.add("node");
            Button button = new Button("Nothing");
            button.setId("made-up-button");
            VBox box = new VBox(button);
            box.setId("made-up");
            return box;
        });
        content = Optional.of(there);
        return there;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("Made up", "Zigzag", () -> asked.add("zigzag")));
    }

    @Override
    public List<Command> finds() {
        return List.of(new Command("Made up", "Zeppelin", () -> asked.add("zeppelin")));
    }

    @Override
    public List<Shortcut> keys() {
        return List.of(Shortcut.command(KeyCode.J, context.texts(), "Jump about", () -> asked.add("jump")));
    }

    @Override
    public List<Node> status() {
        return List.of(status);
    }

    @Override
    public void shows(FacetIndex index) {
        asked.add("shows");
    }

    @Override
    public void opened(Opened opened) {
        asked.add("opened");
    }

    @Override
    public void remember() {
        context.settings().put("madeup", String.valueOf(asked.size()));
    }

    @Override
    public void flush() {
        asked.add("flush");
    }
}
