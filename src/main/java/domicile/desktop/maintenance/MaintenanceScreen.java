package domicile.desktop.maintenance;

import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.ScreenContext;
import domicile.desktop.kit.Shortcut;
import domicile.desktop.kit.Texts;
import domicile.search.FacetIndex;
import domicile.source.PageFetch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The register's life, and at the window's foot what of it waits for somebody. */
public final class MaintenanceScreen implements Screen {
    private final ScreenContext context;
    private final StatusViewModel counts;
    private final StatusLinks status;
    private Optional<Opened> opened = Optional.empty();
    private Optional<MaintenanceView> view = Optional.empty();

    public MaintenanceScreen(ScreenContext context) {
        this.context = context;
        this.counts = new StatusViewModel(context.background(), context.desk().clock());
        this.status = new StatusLinks(
                counts,
                () -> context.texts().screen("maintenance"),
                () -> go(MaintenanceView.Task.DUE),
                () -> go(MaintenanceView.Task.UPGRADE),
                () -> go(MaintenanceView.Task.APPROVALS));
        context.pages().shownBy(citation -> context.frame().go(this, () -> view().show(citation)));
        context.pages().begunBy(begun -> context.frame().go(this, () -> view().begin(begun)));
    }

    @Override
    public String id() {
        return "maintenance";
    }

    @Override
    public String name() {
        return context.texts().nameOf("maintenance");
    }

    @Override
    public Ikon icon() {
        return Feather.TOOL;
    }

    @Override
    public KeyCombination shortcut() {
        return Shortcut.command(KeyCode.DIGIT3);
    }

    @Override
    public Node node() {
        return view().node();
    }

    private MaintenanceView view() {
        MaintenanceView there = view.orElseGet(() -> new MaintenanceView(
                new MaintenanceContext(
                        opened.orElseThrow().store(),
                        context.desk().clock(),
                        ScreenContext.who(),
                        context.background(),
                        context.frame()::registerChanged),
                context.texts(),
                context.desk().picker(),
                context.openLink(),
                context.notices(),
                context.settings(),
                // made when it is first asked for: it starts threads of its own
                address -> PageFetch.overTheNet().fetch(address),
                new MaintenanceView.Closing(context.desk().locks(), context.frame())));
        view = Optional.of(there);
        return there;
    }

    @Override
    public List<Command> commands() {
        Texts own = context.texts().screen("maintenance");
        return Stream.of(MaintenanceView.Task.values())
                .filter(this::possible)
                .map(task -> new Command(name(), own.get(task.key()), () -> view().start(task)))
                .toList();
    }

    /** What could only be refused is not offered. */
    private boolean possible(MaintenanceView.Task task) {
        return (task != MaintenanceView.Task.BACK_UP
                        || opened.filter(o -> BackupOnClose.possible(o.store())).isPresent())
                && (task != MaintenanceView.Task.COPY
                        || opened.filter(o -> OfflineCopyViewModel.possible(o.store()))
                                .isPresent());
    }

    @Override
    public List<Shortcut> keys() {
        Texts own = context.texts().screen("maintenance");
        return List.of(
                Shortcut.listed(Shortcut.said(PageIntake.CHOOSE, own), own.get("key.page.choose")),
                Shortcut.listed(Shortcut.said(PageIntake.PASTE, own), own.get("key.page.paste")),
                Shortcut.listed(Shortcut.said(PageIntake.FETCH, own), own.get("key.page.fetch")),
                Shortcut.listed(Shortcut.said(PagesView.CONFIRM, own), own.get("key.page.confirm")));
    }

    private void go(MaintenanceView.Task task) {
        context.frame().go(this, () -> view().start(task));
    }

    @Override
    public List<Node> status() {
        return status.nodes();
    }

    @Override
    public void shows(FacetIndex index) {
        status.afterRows(() -> counts.shows(index.register()));
    }

    @Override
    public void opened(Opened now) {
        opened = Optional.of(now);
        status.afterRows(() -> counts.opened(now.store()));
        if (now.elsewhere()) {
            view.ifPresent(MaintenanceView::refresh);
        }
    }
}
