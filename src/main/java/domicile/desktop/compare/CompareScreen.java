package domicile.desktop.compare;

import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Shortcut;
import domicile.search.FacetIndex;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Two to four offerings side by side. */
public final class CompareScreen implements Screen {
    private final ScreenContext context;
    private final CompareViewModel model;
    private Optional<Node> content = Optional.empty();

    public CompareScreen(ScreenContext context) {
        this.context = context;
        this.model = new CompareViewModel(context.settings());
        context.compared().shownBy(offerings -> {
            model.compare(offerings);
            context.frame().go(this, () -> {});
        });
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String name() {
        return context.texts().nameOf("compare");
    }

    @Override
    public Ikon icon() {
        return Feather.COLUMNS;
    }

    @Override
    public KeyCombination shortcut() {
        return Shortcut.command(KeyCode.DIGIT4);
    }

    @Override
    public Node node() {
        Node there = content.orElseGet(
                () -> new CompareView(model, context.texts(), context.openLink(), context.frame()::goToFirst).node());
        content = Optional.of(there);
        return there;
    }

    @Override
    public void shows(FacetIndex index) {
        model.show(index.register());
    }
}
