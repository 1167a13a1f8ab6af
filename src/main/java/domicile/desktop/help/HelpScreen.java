package domicile.desktop.help;

import domicile.desktop.kit.Command;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The help: every word, the keys, and what the program is. */
public final class HelpScreen implements Screen {
    private final ScreenContext context;
    private Optional<Register> register = Optional.empty();
    private String where = "";
    private Optional<HelpView> view = Optional.empty();

    public HelpScreen(ScreenContext context) {
        this.context = context;
    }

    @Override
    public String id() {
        return "help";
    }

    @Override
    public String name() {
        return context.texts().nameOf("help");
    }

    @Override
    public Ikon icon() {
        return Feather.HELP_CIRCLE;
    }

    @Override
    public KeyCombination shortcut() {
        return new KeyCodeCombination(KeyCode.F1);
    }

    @Override
    public Node node() {
        return view().node();
    }

    private HelpView view() {
        HelpView there = view.orElseGet(() -> new HelpView(
                context.texts(),
                context.frame().keys(),
                () -> register,
                where,
                String.valueOf(context.desk().settings().toAbsolutePath().getParent())));
        view = Optional.of(there);
        return there;
    }

    @Override
    public List<Command> finds() {
        Texts own = HelpView.texts(context.texts());
        return Stream.of(Term.values())
                .map(term -> new Command(own.get("palette.term"), own.of(term), () -> view().explain(term)))
                .toList();
    }

    @Override
    public void shows(FacetIndex index) {
        register = Optional.of(index.register());
    }

    @Override
    public void opened(Opened opened) {
        where = opened.store().where();
    }
}
