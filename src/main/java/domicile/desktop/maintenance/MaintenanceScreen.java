package domicile.desktop.maintenance;

import domicile.desktop.FilePicker;
import domicile.desktop.Styles;
import domicile.desktop.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;

/** The register's life: what is due, packs, history and changes by hand, conflicts, the audit trail. */
public final class MaintenanceScreen {
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final ToggleButton due;
    private final ToggleGroup tabs = new ToggleGroup();
    private Runnable look = () -> {};

    /**
     * @param openLink opens a web page
     */
    public MaintenanceScreen(Keeper given, Texts shared, FilePicker picker, Consumer<String> openLink) {
        this.texts = shared.screen("maintenance");
        root.setId("maintenance");
        Styles.dress(root, "maintenance/maintenance.css");
        FreshnessModel fresh = new FreshnessModel(given, texts);
        ImportModel packs = new ImportModel(given, texts);
        HistoryModel history = new HistoryModel(given);
        TrailModel trail = new TrailModel(given, texts);
        FreshnessView freshView = new FreshnessView(fresh, texts, openLink);
        ImportView importView = new ImportView(packs, texts, picker);
        EditModel edits = new EditModel(given);
        HistoryView historyView = new HistoryView(history, edits, texts);
        SourcesView sourcesView = new SourcesView(given, edits, texts);
        TrailView trailView = new TrailView(trail, texts, picker, given.today());
        due = tab("tab.due", "tab-due");
        ToggleButton bring = tab("tab.import", "tab-import");
        ToggleButton back = tab("tab.history", "tab-history");
        ToggleButton pages = tab("tab.sources", "tab-sources");
        ToggleButton against = tab("tab.conflicts", "tab-conflicts");
        ToggleButton audit = tab("tab.trail", "tab-trail");
        ConflictsView conflictsView = new ConflictsView(given, texts, id -> {
            historyView.choose(id);
            show(back, historyView.node(), historyView::refresh);
        });
        due.setOnAction(e -> {
            show(due, freshView.node(), fresh::refresh);
        });
        bring.setOnAction(e -> show(bring, importView.node(), packs::refresh));
        back.setOnAction(e -> {
            show(back, historyView.node(), historyView::refresh);
        });
        pages.setOnAction(e -> {
            show(pages, sourcesView.node(), sourcesView::refresh);
        });
        against.setOnAction(e -> {
            show(against, conflictsView.node(), conflictsView::refresh);
        });
        audit.setOnAction(e -> {
            show(audit, trailView.node(), trail::refresh);
        });
        Node all = Lines.of(Pos.CENTER_LEFT, "tabs", due, bring, back, pages, against, audit);
        all.getStyleClass().add("bar-flow");
        root.setTop(all);
        due.fire();
    }

    /** Looks at the register again; what is chosen, and a form that is open, stay. */
    public void refresh() {
        look.run();
    }

    /** The screen. */
    public Node node() {
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
        root.setCenter(view);
        look = refresh;
        look.run();
    }
}
