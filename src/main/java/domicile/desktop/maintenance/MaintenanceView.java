package domicile.desktop.maintenance;

import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Frame;
import domicile.desktop.kit.IdleMinutes;
import domicile.desktop.kit.Locks;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.Settings;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.residency.Citation;
import domicile.source.FetchedPage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;

/** The register's life: what is due, pages, packs, history and changes by hand, conflicts, the audit trail. */
final class MaintenanceView {
    /** What can be done here by its name, each by its text. */
    enum Task {
        DUE("tab.due"),
        IMPORT("tab.import"),
        CHOOSE("palette.choose"),
        EXPORT("palette.export"),
        HISTORY("tab.history"),
        PAGES("tab.pages"),
        TAKE_PAGE("palette.page"),
        FETCH_PAGE("pages.fetch"),
        CONFIRM_PAGE("pages.confirm"),
        SOURCES("tab.sources"),
        CONFLICTS("tab.conflicts"),
        TRAIL("tab.trail"),
        CHECK("check.now"),
        BACK_UP("backup.now"),
        COPY("copy.now"),
        UPGRADE("tab.upgrade"),
        APPROVALS("tab.approvals"),
        ENCRYPTION("tab.encryption");

        private final String key;

        Task(String key) {
            this.key = key;
        }

        /** Its name, in the bundle of the maintenance screen. */
        String key() {
            return key;
        }
    }

    /** What it takes to encrypt the register, for which it is closed. */
    record Closing(Locks locks, Frame frame) {}

    /** The tab that was shown last: a window that is made anew opens at it. */
    private static final String TAB = "maintenanceTab";

    private final Texts texts;
    private final Settings settings;
    private final Map<Task, Runnable> tasks = new EnumMap<>(Task.class);
    private final BorderPane root = new BorderPane();
    private final ToggleButton due;
    private final ToggleGroup tabs = new ToggleGroup();
    private final PagesView pagesView;
    private final ToggleButton inHand;
    private final Consumer<PageRequests.Begun> begins;
    private Runnable look = () -> {};

    /**
     * @param openLink opens a web page
     * @param notices keep what can be taken back
     * @param encrypting what it takes to encrypt the register
     * @param fetch asks an address for its page, when a person asks for that
     */
    MaintenanceView(
            MaintenanceContext given,
            Texts shared,
            FilePicker picker,
            Consumer<String> openLink,
            Notices notices,
            Settings settings,
            Function<String, FetchedPage> fetch,
            Closing encrypting) {
        this.texts = shared.screen("maintenance");
        this.settings = settings;
        root.setId("maintenance");
        Styles.dress(root, "maintenance/maintenance.css");
        FreshnessViewModel fresh = new FreshnessViewModel(given, texts);
        ImportViewModel packs = new ImportViewModel(given, texts);
        HistoryViewModel history = new HistoryViewModel(given);
        TrailViewModel trail = new TrailViewModel(given, texts);
        FreshnessView freshView = new FreshnessView(fresh, texts, openLink, notices);
        ImportView importView = new ImportView(packs, texts, picker);
        EditViewModel edits = new EditViewModel(given);
        HistoryView historyView = new HistoryView(history, edits, texts);
        pagesView = new PagesView(
                new PagesViewModel(given, texts, fetch), edits, texts, given.background(), picker, notices);
        SourcesView sourcesView = new SourcesView(new SourcesViewModel(given), edits, texts);
        OfflineCopyView offline = new OfflineCopyView(new OfflineCopyViewModel(given, texts), given, texts, picker);
        TrailView trailView = new TrailView(trail, texts, picker, given.today(), new BackupOnClose(settings), offline);
        UpgradeViewModel upgrade = new UpgradeViewModel(given, texts);
        UpgradeView upgradeView = new UpgradeView(upgrade, texts);
        ApprovalsViewModel approvals = new ApprovalsViewModel(given);
        ApprovalsView approvalsView = new ApprovalsView(approvals, texts);
        EncryptionViewModel encryption = new EncryptionViewModel(given, encrypting.locks());
        EncryptionView encryptionView = new EncryptionView(
                encryption, given, texts, shared, picker, encrypting.frame(), new IdleMinutes(settings));
        ToggleButton secret = tab("tab.encryption", "tab-encryption");
        secret.setOnAction(e -> show(secret, encryptionView.node(), encryption::refresh));
        due = tab("tab.due", "tab-due");
        ToggleButton bring = tab("tab.import", "tab-import");
        ToggleButton back = tab("tab.history", "tab-history");
        inHand = tab("tab.pages", "tab-pages");
        begins = begun -> {
            historyView.choose(begun.offering());
            back.requestFocus();
            show(back, historyView.node(), historyView::refresh);
            historyView.begin(begun);
        };
        ToggleButton pages = tab("tab.sources", "tab-sources");
        ToggleButton against = tab("tab.conflicts", "tab-conflicts");
        ToggleButton audit = tab("tab.trail", "tab-trail");
        ToggleButton rules = tab("tab.upgrade", "tab-upgrade");
        rules.managedProperty().bind(rules.visibleProperty());
        rules.setVisible(false);
        rules.setOnAction(e -> {
            rules.setVisible(true);
            show(rules, upgradeView.node(), upgrade::refresh);
        });
        ToggleButton eyes = tab("tab.approvals", "tab-approvals");
        eyes.managedProperty().bind(eyes.visibleProperty());
        eyes.setOnAction(e -> show(eyes, approvalsView.node(), approvals::refresh));
        // as a register in a file has nobody else who could approve
        approvals.standingProperty().subscribe(standing -> eyes.setVisible(standing.isPresent()));
        // a tab that most registers never need: it is there when something waits
        upgrade.planProperty()
                .subscribe(plan -> rules.setVisible(rules.isSelected()
                        || plan.filter(p -> !p.differences().isEmpty()).isPresent()));
        ConflictsView conflictsView = new ConflictsView(new ConflictsViewModel(given), texts, openLink, id -> {
            historyView.choose(id);
            back.requestFocus();
            show(back, historyView.node(), historyView::refresh);
        });
        due.setOnAction(e -> {
            show(due, freshView.node(), fresh::refresh);
        });
        bring.setOnAction(e -> show(bring, importView.node(), packs::refresh));
        back.setOnAction(e -> {
            show(back, historyView.node(), historyView::refresh);
        });
        inHand.setOnAction(e -> show(inHand, pagesView.node(), pagesView::refresh));
        pages.setOnAction(e -> {
            show(pages, sourcesView.node(), sourcesView::refresh);
        });
        against.setOnAction(e -> {
            show(against, conflictsView.node(), conflictsView::refresh);
        });
        audit.setOnAction(e -> {
            show(audit, trailView.node(), trail::refresh);
        });
        Node all =
                Lines.of(Pos.CENTER_LEFT, "tabs", due, inHand, bring, back, pages, against, audit, secret, eyes, rules);
        all.getStyleClass().add("bar-flow");
        root.setTop(all);
        tasks.put(Task.DUE, () -> Ui.press(due));
        tasks.put(Task.IMPORT, () -> Ui.press(bring));
        tasks.put(Task.CHOOSE, then(bring, importView::choose));
        tasks.put(Task.EXPORT, then(bring, importView::export));
        tasks.put(Task.HISTORY, () -> Ui.press(back));
        tasks.put(Task.PAGES, () -> Ui.press(inHand));
        tasks.put(Task.TAKE_PAGE, then(inHand, pagesView::choose));
        tasks.put(Task.FETCH_PAGE, then(inHand, pagesView::fetch));
        tasks.put(Task.CONFIRM_PAGE, then(inHand, pagesView::confirm));
        tasks.put(Task.SOURCES, () -> Ui.press(pages));
        tasks.put(Task.CONFLICTS, () -> Ui.press(against));
        tasks.put(Task.TRAIL, () -> Ui.press(audit));
        tasks.put(Task.CHECK, then(audit, trail::check));
        tasks.put(Task.BACK_UP, then(audit, trailView::backUp));
        tasks.put(Task.COPY, then(audit, offline::ask));
        tasks.put(Task.UPGRADE, () -> Ui.press(rules));
        tasks.put(Task.APPROVALS, () -> Ui.press(eyes));
        tasks.put(Task.ENCRYPTION, () -> Ui.press(secret));
        // those that are there for every register
        List<ToggleButton> always = List.of(due, inHand, bring, back, pages, against, audit, secret);
        settings.get(TAB)
                .flatMap(id -> always.stream().filter(t -> id.equals(t.getId())).findFirst())
                .orElse(due)
                .fire();
        upgrade.refresh();
        approvals.refresh();
    }

    private static Runnable then(ToggleButton tab, Runnable does) {
        return () -> {
            Ui.press(tab);
            does.run();
        };
    }

    /** Does it where it is done by hand, with the keyboard focus. */
    void start(Task task) {
        Optional.ofNullable(tasks.get(task)).ifPresent(Runnable::run);
    }

    /** Shows the words of a citation in their page. */
    void show(Citation citation) {
        inHand.requestFocus();
        show(inHand, pagesView.node(), () -> pagesView.show(citation));
        look = pagesView::refresh;
    }

    /** Begins a fact from what was read elsewhere. */
    void begin(PageRequests.Begun begun) {
        begins.accept(begun);
    }

    /** Looks at the register again; what is chosen, and a form that is open, stay. */
    void refresh() {
        look.run();
    }

    /** The screen. */
    Node node() {
        return root;
    }

    private ToggleButton tab(String key, String id) {
        ToggleButton tab = new ToggleButton(texts.get(key));
        tab.setId(id);
        tab.setToggleGroup(tabs);
        return tab;
    }

    private void show(ToggleButton tab, Node view, Runnable refresh) {
        tab.setSelected(true);
        settings.put(TAB, tab.getId());
        root.setCenter(view);
        look = refresh;
        look.run();
    }
}
