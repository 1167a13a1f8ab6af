package domicile.desktop.assessment;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import domicile.questionnaire.Questionnaire;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The assessments; made anew when the register says something else, as their findings may be others. */
public final class AssessmentsScreen implements Screen {
    private final ScreenContext context;
    private Optional<Opened> opened = Optional.empty();
    private final CopyBar copy;
    private Optional<AutoSaver> saver = Optional.empty();
    private Optional<AssessmentsView> view = Optional.empty();

    public AssessmentsScreen(ScreenContext context) {
        this.context = context;
        this.copy = new CopyBar(context, context.texts().screen("assessment"));
    }

    @Override
    public String id() {
        return "assessments";
    }

    @Override
    public String name() {
        return context.texts().nameOf("assessment");
    }

    @Override
    public Ikon icon() {
        return Feather.CHECK_SQUARE;
    }

    @Override
    public KeyCombination shortcut() {
        return Shortcut.command(KeyCode.DIGIT2);
    }

    @Override
    public Node node() {
        return view(opened.orElseThrow()).node();
    }

    private AssessmentsView view(Opened on) {
        AutoSaver one = saver.orElseGet(
                () -> new AutoSaver(on.store().assessments(), on.store().presence(), context.background()));
        saver = Optional.of(one);
        AssessmentsView there = view.orElseGet(() -> new AssessmentsView(
                context,
                new Locker(
                        on.store().evidence(),
                        on.store().captures(),
                        on.store()::lastChangeHead,
                        id -> on.store().approvals().of(id),
                        ScreenContext.who(),
                        context.background()),
                shows -> new AssessmentsViewModel(
                        on,
                        one,
                        questionnaire(),
                        context.texts().screen("assessment"),
                        context.desk().clock(),
                        context.background(),
                        shows)));
        view = Optional.of(there);
        return there;
    }

    /**
     * The shipped questions with the organisation's own; a file that is refused is told about and left out with its
     * fellows.
     */
    private Questionnaire questionnaire() {
        Set<String> requirements =
                Arrays.stream(Requirement.values()).map(Requirement::name).collect(Collectors.toSet());
        try {
            return Questionnaire.shipped()
                    .withFolder(context.desk().settings().resolveSibling("questionnaire"), requirements);
        } catch (ProblemException e) {
            context.background().failed(e);
            return Questionnaire.shipped();
        }
    }

    /** Empty until the register is open. What is saved is known a moment after it was first asked for. */
    @Override
    public List<Command> commands() {
        return opened.map(o -> view(o).commands()).orElse(List.of());
    }

    @Override
    public List<Shortcut> keys() {
        Texts texts = context.texts().screen("assessment");
        return List.of(
                Shortcut.listed(texts.get("key.enter") + ", Alt+→", texts.get("key.next")),
                Shortcut.listed("Alt+←", texts.get("key.back")),
                Shortcut.listed(Shortcut.said(Shortcut.command(KeyCode.O), texts), texts.get("key.clause.add")),
                Shortcut.listed(texts.get("key.enter"), texts.get("key.clause.confirm")),
                Shortcut.listed(texts.get("key.delete"), texts.get("key.clause.off")));
    }

    @Override
    public void opened(Opened now) {
        opened.ifPresentOrElse(
                before -> {},
                () -> context.background()
                        .run(
                                () -> now.store().copy(),
                                found -> found.ifPresent(is -> copy.show(new CopyViewModel(
                                        now.store(),
                                        now.register(),
                                        questionnaire(),
                                        context.texts().screen("assessment"),
                                        context.desk().clock(),
                                        context.background())))));
        opened = Optional.of(now);
        view = Optional.empty();
    }

    @Override
    public List<Node> bars() {
        return List.of(copy.node());
    }

    /** A workload file as a new assessment; one that is refused is told about and changes nothing. */
    @Override
    public boolean open(Path file) {
        context.frame().whenOpened(o -> context.frame().go(this, () -> view(o).open(file)));
        return true;
    }

    @Override
    public void flush() {
        saver.ifPresent(AutoSaver::close);
    }
}
