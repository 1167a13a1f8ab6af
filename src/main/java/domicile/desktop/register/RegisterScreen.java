package domicile.desktop.register;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The register: its offerings in rows, and what it says about each. */
public final class RegisterScreen implements Screen {
    private final ScreenContext context;
    private final Texts texts;
    private final RegisterViewModel model;
    private Optional<RegisterView> view = Optional.empty();

    public RegisterScreen(ScreenContext context) {
        this.context = context;
        this.texts = context.texts().screen("register");
        this.model = RegisterViewModel.of(context.settings(), context.texts(), context.background());
        model.whenChanged(context.frame()::rememberSoon);
    }

    @Override
    public String id() {
        return ROWS;
    }

    @Override
    public String name() {
        return texts.nameOf("register");
    }

    @Override
    public Ikon icon() {
        return Feather.DATABASE;
    }

    @Override
    public KeyCombination shortcut() {
        return Shortcut.command(KeyCode.DIGIT1);
    }

    @Override
    public Node node() {
        return view().node();
    }

    private RegisterView view() {
        RegisterView there = view.orElseGet(() -> new RegisterView(
                model,
                context.texts(),
                context.settings(),
                context.openLink(),
                context.pages()::ask,
                (offering, then) -> context.frame()
                        .whenOpened(
                                o -> context.background().run(() -> o.store().history(offering), then)),
                context.frame()::showAsOf,
                context.desk().clock().getZone(),
                context.notices(),
                context.compared()::ask));
        view = Optional.of(there);
        return there;
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        all.add(new Command(texts.get("palette.action"), texts.get("palette.compare"), view()::compareSelected));
        all.add(new Command(texts.get("palette.action"), texts.get("palette.clear"), model::clear));
        all.addAll(view().commands());
        return all;
    }

    @Override
    public List<Command> finds() {
        List<Command> all = new ArrayList<>();
        model.showViews().forEach((name, run) -> all.add(new Command(texts.get("palette.view"), name, run)));
        model.registerProperty()
                .get()
                .map(Register::offerings)
                .orElse(List.of())
                .forEach(o -> all.add(new Command(texts.get("palette.offering"), o.name(), () -> view().show(o))));
        return all;
    }

    @Override
    public List<Shortcut> keys() {
        return List.of(
                Shortcut.command(KeyCode.F, texts, texts.get("key.search"), () -> view().focusSearch()),
                Shortcut.command(KeyCode.E, texts, texts.get("key.compare"), () -> view().compareSelected()),
                new Shortcut(
                        "F6",
                        texts.get("key.panes"),
                        e -> e.getCode() == KeyCode.F6,
                        Shortcut.Reach.SCREEN,
                        e -> view().nextPane(e.isShiftDown())),
                Shortcut.listed("↑ ↓ → ←", texts.get("key.facets")));
    }

    @Override
    public void shows(FacetIndex index) {
        model.show(index);
    }

    @Override
    public void remember() {
        model.remember();
    }
}
