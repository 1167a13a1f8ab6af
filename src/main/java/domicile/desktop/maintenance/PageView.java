package domicile.desktop.maintenance;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.ChoiceWords;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.page.QuoteFinder;
import domicile.problem.ProblemException;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import domicile.source.Standing;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * A source's page with its quotes marked, and beside it the facts that cite it: their words are picked here, and what
 * the page now says otherwise is decided.
 */
final class PageView {
    private final PagesViewModel model;
    private final Texts texts;
    private final Runnable back;
    private final BorderPane root = new BorderPane();
    private final Label title = Lines.text("", "pane-title");
    private final ComboBox<Capture> captures = new ComboBox<>();
    private final ToggleButton differences = new ToggleButton();
    private final PageReading reading;
    private final PageFacts facts;
    private final Node foot;
    private final StackPane beside = new StackPane();
    private final Said said;
    private final DecideBox decide;
    private final PageDecisions decisions;
    private final SuggestBox suggest;
    private final EditPane side;
    private final PageIntake intake;
    private Optional<SourceReview> review = Optional.empty();
    private Optional<OpenPage> open = Optional.empty();
    private boolean setting;
    private Runnable afterShown = () -> {};

    /** @param back shows the list of pages */
    PageView(
            PagesViewModel model,
            EditViewModel edits,
            Texts texts,
            Background background,
            FilePicker picker,
            Notices notices,
            Runnable back) {
        this.model = model;
        this.texts = texts;
        this.said = new Said(texts, notices, "page-said");
        this.back = back;
        this.reading = new PageReading(model, texts, background);
        this.decisions =
                new PageDecisions(model, edits, texts, () -> open, said, this::form, this::focus, this::refused);
        this.decide = new DecideBox(texts, decisions);
        this.facts = new PageFacts(model, texts, decide.node(), this::choose);
        this.suggest = new SuggestBox(
                texts,
                s -> review.flatMap(r -> r.fact(s.part()))
                        .map(model::name)
                        .orElse(s.part().key()),
                f -> says().value(f.value()),
                found -> reading.mark(Optional.of(found)),
                (suggestion, found) -> decisions.later(suggestion.part(), found),
                this::endSuggestions);
        this.intake = new PageIntake(
                texts,
                picker,
                root,
                () -> review.stream().map(SourceReview::source).toList(),
                model,
                said,
                () -> {},
                this::refused);
        beside.setMinWidth(0);
        beside.getChildren().setAll(facts.node());
        Node head = head();
        foot = foot();
        listens(reading.lines().node(), this::quote);
        listens(reading.changes().list(), () -> {});
        listens(facts.list(), reading::choose);
        side = new EditPane(edits, texts, beside, reading.node(), List.of(head, foot), this::closed);
        SplitPane split = new SplitPane(reading.node(), side.node());
        side.in(split);
        split.setDividerPositions(EditPane.SHARE);
        root.setId("page-view");
        root.setTop(head);
        root.setCenter(split);
        root.setBottom(foot);
        intake.dropsOn(root, () -> review.map(SourceReview::source));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        model.stateProperty().subscribe(s -> refresh());
    }

    Node node() {
        return root;
    }

    void focus() {
        facts.focus();
    }

    private void form(EditViewModel.Opened opened) {
        side.open(opened);
    }

    private FactTexts says() {
        return new FactTexts(texts, model.stateProperty().get().register().orElseThrow());
    }

    /** Opens a source's newest page, or the words of a citation in the page that they were picked from. */
    void open(SourceReview of, Optional<Citation> at) {
        review = Optional.of(of);
        afterShown = () -> {};
        open = Optional.empty();
        facts.clear();
        reading.clear();
        differences.setSelected(false);
        endSuggestions();
        said.nothing();
        Optional<Capture> quoted = at.flatMap(Citation::quote)
                .flatMap(q -> of.captures().stream()
                        .filter(c -> c.inHand() && c.sha256().equals(q.capture()))
                        .findFirst());
        load(quoted.or(of::newest), at);
    }

    /** The register says something else: what is chosen, and a form that is open, stay. */
    void refresh() {
        side.refresh();
        review.flatMap(r -> model.stateProperty().get().review(r.source().number()))
                .filter(r -> !review.equals(Optional.of(r)))
                .ifPresent(now -> {
                    Optional<Capture> newest = review.flatMap(SourceReview::newest);
                    Optional<Capture> shown = open.map(OpenPage::capture)
                            .filter(c -> !newest.equals(Optional.of(c))
                                    || now.newest().equals(newest))
                            .filter(now.captures()::contains);
                    if (!now.newest().equals(newest)) {
                        endSuggestions();
                        // what the newer page says otherwise comes first
                        facts.chooseNone();
                    }
                    review = Optional.of(now);
                    load(shown.or(now::newest), Optional.empty());
                });
    }

    private void load(Optional<Capture> capture, Optional<Citation> at) {
        SourceReview of = review.orElseThrow();
        title.setText("[" + of.source().number() + "] "
                + texts.pair(of.source().publisher(), of.source().title()));
        setting = true;
        captures.getItems()
                .setAll(of.captures().stream().filter(Capture::inHand).toList().reversed());
        capture.ifPresent(captures::setValue);
        setting = false;
        differences.setDisable(captures.getItems().size() < 2);
        if (capture.isEmpty()) {
            open = Optional.empty();
            reading.nothing(texts.get("page.nothing"));
            showFacts(of);
            return;
        }
        model.open(capture.get(), page -> {
            // another may have been asked for meanwhile
            if (capture.equals(Optional.ofNullable(captures.getValue()))) {
                show(page, at);
            }
        });
    }

    private void show(OpenPage page, Optional<Citation> at) {
        open = Optional.of(page);
        reading.take(page);
        showFacts(page.review());
        if (differences.isSelected() && !differences.isDisabled()) {
            compare();
        } else {
            reading.read();
        }
        at.flatMap(Citation::quote).flatMap(page::place).ifPresent(found -> {
            page.review().facts().stream()
                    .filter(f -> page.place(f).equals(Optional.of(found)))
                    .findFirst()
                    .ifPresent(facts::choose);
            reading.mark(Optional.of(found));
        });
        Runnable then = afterShown;
        afterShown = () -> {};
        then.run();
    }

    private void showFacts(SourceReview of) {
        facts.show(of);
        if (facts.selected().isEmpty() && !suggesting()) {
            decide.clear();
        }
    }

    private boolean newest() {
        return open.map(OpenPage::capture).equals(review.flatMap(SourceReview::newest)) && open.isPresent();
    }

    /** Shows a fact's words in the page. */
    private void choose(QuotedFact fact) {
        if (!suggesting()) {
            decide.show(fact, model.name(fact), says(), newest());
            reading.mark(open.flatMap(p -> p.place(fact).or(() -> p.nearest(fact))));
        }
    }

    private Node head() {
        Button all = new Button(texts.get("page.back"), Icons.of(Feather.ARROW_LEFT));
        all.setId("page-back");
        all.getStyleClass().add("flat");
        all.setOnAction(e -> back.run());
        title.setId("page-title");
        captures.setId("page-captures");
        captures.setAccessibleText(texts.get("pages.column.capture"));
        captures.setConverter(new ChoiceWords<>(capture ->
                texts.get("page.capture", texts.day(capture.day()), capture.name(), texts.of(capture.how()))));
        captures.valueProperty().subscribe((was, is) -> {
            if (!setting && is != null) {
                load(Optional.of(is), Optional.empty());
            }
        });
        differences.setText(texts.get("page.differences"));
        differences.setId("page-differences");
        differences.setOnAction(e -> {
            if (differences.isSelected()) {
                compare();
            } else {
                reading.read();
            }
        });
        return Lines.of(Pos.CENTER_LEFT, "maintenance-head", all, title, captures, differences, reading.asWhat());
    }

    private Node foot() {
        Button quote = new Button(texts.get("page.quote"), Icons.of(Feather.BOOKMARK));
        quote.setId("quote-fact");
        quote.setOnAction(e -> quote());
        ListView<OpenPage.Line> units = reading.lines().node();
        quote.disableProperty()
                .bind(units.getSelectionModel()
                        .selectedItemProperty()
                        .isNull()
                        .or(facts.list()
                                .getSelectionModel()
                                .selectedItemProperty()
                                .isNull()));
        Button proposed = new Button(texts.get("page.suggest"), Icons.of(Feather.ZAP));
        proposed.setId("suggest-quotes");
        proposed.setOnAction(e -> suggest());
        Button confirm = PagesView.confirm("confirm-page", texts, this::confirm);
        model.stateProperty().subscribe(s -> enable(confirm, proposed));
        captures.valueProperty().subscribe((was, is) -> enable(confirm, proposed));
        return Lines.of(
                Pos.CENTER_RIGHT,
                "maintenance-foot",
                said.label(),
                said.undo(),
                intake.button("take-here"),
                fresh(),
                proposed,
                quote,
                confirm);
    }

    private void enable(Button confirm, Button proposed) {
        Optional<SourceReview> now = review.flatMap(
                r -> model.stateProperty().get().review(r.source().number()));
        confirm.setDisable(now.filter(r -> !r.confirmable().isEmpty()).isEmpty());
        proposed.setDisable(now.filter(r ->
                        r.newest().isPresent() && !r.with(Standing.UNQUOTED).isEmpty())
                .isEmpty());
    }

    /** A new fact of an offering that cites the page, with the chosen words. */
    private MenuButton fresh() {
        MenuButton fresh = new MenuButton(texts.get("page.new"), Icons.of(Feather.PLUS));
        fresh.setId("new-fact");
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnShowing(e -> fresh.getItems()
                .setAll(model.stateProperty().get().register().stream()
                        .flatMap(r -> r.offerings().stream())
                        .map(o -> {
                            MenuItem item = new MenuItem(o.name());
                            item.setId("new-fact-" + o.id());
                            item.setOnAction(x -> found().ifPresent(f -> decisions.begin(o.id(), f)));
                            return item;
                        })
                        .toList()));
        // a menu that has nothing in it never opens
        fresh.getItems().add(new MenuItem());
        fresh.disableProperty()
                .bind(reading.lines()
                        .node()
                        .getSelectionModel()
                        .selectedItemProperty()
                        .isNull());
        return fresh;
    }

    private Optional<QuoteFinder.Found> found() {
        try {
            return reading.lines().chosenWords();
        } catch (ProblemException e) {
            refused(e);
            return Optional.empty();
        }
    }

    private void quote() {
        facts.selected().ifPresent(fact -> found().ifPresent(found -> decisions.quote(fact, found)));
    }

    private void suggest() {
        Optional<Capture> newest = review.flatMap(SourceReview::newest);
        if (newest.isEmpty()) {
            return;
        }
        if (!newest()) {
            // the passages are shown in the page that they are proposed from
            afterShown = this::suggest;
            load(newest, Optional.empty());
            return;
        }
        model.suggest(newest.get(), found -> {
            if (newest.equals(open.map(OpenPage::capture))) {
                differences.setSelected(false);
                reading.read();
                beside.getChildren().setAll(suggest.node());
                boolean low = reading.low();
                PageReading.shown(foot, !low);
                reading.words(!low);
                suggest.start(found);
            }
        });
    }

    private boolean suggesting() {
        return !beside.getChildren().contains(facts.node());
    }

    private void endSuggestions() {
        if (suggesting()) {
            beside.getChildren().setAll(facts.node());
            PageReading.shown(foot, true);
            reading.words(true);
            facts.selected().ifPresent(this::choose);
            facts.focus();
        }
    }

    private void confirm() {
        review.ifPresent(r -> PagesView.confirm(List.of(r), model, said, texts));
    }

    private void compare() {
        List<Capture> all = captures.getItems();
        int at = all.indexOf(captures.getValue());
        // the one before; of the oldest, the one after
        Capture now = all.get(at + 1 < all.size() ? at : 0);
        Capture old = all.get(at + 1 < all.size() ? at + 1 : all.size() - 1);
        model.compare(old, now, found -> reading.compare(old, now, found));
    }

    private void closed() {
        facts.focus();
        model.refresh();
    }

    private void press(KeyEvent e) {
        if (side.editing() || e.isConsumed()) {
            return;
        }
        if (PagesView.CONFIRM.match(e)) {
            confirm();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            leave();
        } else if (e.getCode() == KeyCode.ENTER
                && !suggesting()
                && reading.lines().words().isFocused()) {
            quote();
        } else if (!intake.key(e)) {
            return;
        }
        e.consume();
    }

    /** A list keeps Enter and Escape to itself, so they are listened to where it stands. */
    private void listens(ListView<?> list, Runnable enter) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
                enter.run();
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                leave();
                e.consume();
            }
        });
    }

    private void leave() {
        if (suggesting()) {
            endSuggestions();
        } else {
            back.run();
        }
    }

    private void refused(Exception e) {
        PageReading.shown(foot, true);
        said.bad(ErrorMessage.line(e, texts));
    }
}
