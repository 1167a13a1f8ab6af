package domicile.desktop.maintenance;

import domicile.assessment.Impact;
import domicile.desktop.kit.ErrorMessage;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.page.PageComparison;
import domicile.page.QuoteFinder;
import domicile.page.Unit;
import domicile.problem.ProblemException;
import domicile.register.RegisterKey;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Quote;
import domicile.source.Pages;
import domicile.source.QuotedFact;
import domicile.source.SourceReview;
import domicile.source.Standing;
import domicile.source.WordDifference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A source's page as plain text with its quotes marked, and beside it the facts that cite it: their words are picked
 * here, and what the page now says otherwise is decided.
 */
final class PageView {
    /** Beyond so many columns, or below this width of one in units of the text size, cells stand below each other. */
    private static final int MOST_COLUMNS = 5;

    private static final double NARROW_COLUMN = 7;

    /** Below this height of the page, in units of the text size, what is not needed makes room. */
    private static final double LOW = 24;

    /** So many facts are named below the words that carry them. */
    private static final int MOST_NAMED = 2;

    private final PagesViewModel model;
    private final EditViewModel edits;
    private final Texts texts;
    private final Runnable back;
    private final BorderPane root = new BorderPane();
    private final Label title = Lines.text("", "pane-title");
    private final ComboBox<Capture> captures = new ComboBox<>();
    private final ToggleButton differences = new ToggleButton();
    private final ListView<OpenPage.Line> units = new ListView<>();
    private final ListView<PageComparison.Change> changes = new ListView<>();
    private final Label changed = Lines.text("", "muted");
    private final VBox changedPane = new VBox(changed, changes);
    private final Label nothing = new Label();
    private final TextArea words = new TextArea();
    private final BorderPane left = new BorderPane();
    private final StackPane reading = new StackPane(units, changedPane, nothing);
    private final ListView<QuotedFact> facts = new ListView<>();
    private final Label factsHead = Lines.text("", "layer-head");
    private final VBox factsPane;
    private final Node foot;
    private final StackPane beside = new StackPane();
    private final Said said;
    private final DecideBox decide;
    private final SuggestBox suggest;
    private final EditPane side;
    private final PageIntake intake;
    private Optional<SourceReview> review = Optional.empty();
    private Optional<OpenPage> open = Optional.empty();
    private Optional<QuoteFinder.Found> highlight = Optional.empty();
    private final Deque<Taken> waiting = new ArrayDeque<>();
    private boolean setting;
    private boolean writing;
    private Runnable afterShown = () -> {};

    /** A suggestion that was taken and is to be written. */
    private record Taken(Capture capture, RegisterKey part, QuoteFinder.Found found) {}

    /** @param back shows the list of pages */
    PageView(
            PagesViewModel model, EditViewModel edits, Texts texts, FilePicker picker, Notices notices, Runnable back) {
        this.model = model;
        this.edits = edits;
        this.texts = texts;
        this.said = new Said(texts, notices, "page-said");
        this.back = back;
        this.decide = new DecideBox(texts, new Decisions());
        this.suggest = new SuggestBox(
                texts,
                s -> factOf(s.part()).map(model::name).orElse(s.part().key()),
                f -> says().value(f.value()),
                this::look,
                (suggestion, found) -> later(new Taken(open.orElseThrow().capture(), suggestion.part(), found)),
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
        factsPane = new VBox(factsHead, facts, decide.node());
        factsPane.getStyleClass().add("facts-pane");
        // or the widest of the buttons would make it wider than there is room
        factsPane.setMinWidth(0);
        beside.setMinWidth(0);
        beside.getChildren().setAll(factsPane);
        Node head = head();
        foot = foot();
        left();
        facts();
        side = new EditPane(edits, texts, beside, left, List.of(head, foot), this::closed);
        SplitPane split = new SplitPane(left, side.node());
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
        facts.requestFocus();
    }

    private FactTexts says() {
        return new FactTexts(texts, model.stateProperty().get().register().orElseThrow());
    }

    private Optional<QuotedFact> factOf(RegisterKey part) {
        return review.stream()
                .flatMap(r -> r.facts().stream())
                .filter(f -> f.part().equals(part))
                .findFirst();
    }

    /** Opens a source's newest page, or the words of a citation in the page that they were picked from. */
    void open(SourceReview of, Optional<Citation> at) {
        review = Optional.of(of);
        afterShown = () -> {};
        open = Optional.empty();
        highlight = Optional.empty();
        setting = true;
        facts.getItems().clear();
        units.getItems().clear();
        setting = false;
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
                        facts.getSelectionModel().clearSelection();
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
            units.getItems().clear();
            nothing.setText(texts.get("page.nothing"));
            show(nothing);
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
        boolean same = open.map(OpenPage::capture).equals(Optional.of(page.capture()));
        open = Optional.of(page);
        if (!same) {
            units.getItems().setAll(page.lines());
            highlight = Optional.empty();
        }
        units.refresh();
        showFacts(page.review());
        if (differences.isSelected() && !differences.isDisabled()) {
            compare();
        } else {
            show(units);
        }
        at.flatMap(Citation::quote).flatMap(page::place).ifPresent(found -> {
            page.review().facts().stream()
                    .filter(f -> page.place(f).equals(Optional.of(found)))
                    .findFirst()
                    .ifPresent(f -> {
                        facts.getSelectionModel().select(f);
                        facts.scrollTo(f);
                    });
            look(found);
        });
        Runnable then = afterShown;
        afterShown = () -> {};
        then.run();
    }

    private void show(Node one) {
        reading.getChildren().forEach(n -> n.setVisible(n == one));
        shown(words, one == units);
    }

    /** Shows a node, or leaves its room to the others. */
    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private boolean newest() {
        return open.map(OpenPage::capture).equals(review.flatMap(SourceReview::newest)) && open.isPresent();
    }

    private Node head() {
        Button all = new Button(texts.get("page.back"), Icons.of(Feather.ARROW_LEFT));
        all.setId("page-back");
        all.getStyleClass().add("flat");
        all.setOnAction(e -> back.run());
        title.setId("page-title");
        captures.setId("page-captures");
        captures.setAccessibleText(texts.get("pages.column.capture"));
        captures.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Capture capture) {
                return capture == null
                        ? ""
                        : texts.get("page.capture", texts.day(capture.day()), capture.name(), texts.of(capture.how()));
            }

            @Override
            public @Nullable Capture fromString(String text) {
                return null;
            }
        });
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
                show(units);
            }
        });
        return Lines.of(Pos.CENTER_LEFT, "maintenance-head", all, title, captures, differences);
    }

    private void left() {
        units.setId("page-units");
        units.setAccessibleText(texts.get("page.units"));
        units.getStyleClass().add("passages");
        units.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        units.setCellFactory(list -> new LineCell(list));
        units.getSelectionModel().getSelectedItems().addListener((javafx.collections.ListChangeListener<OpenPage.Line>)
                c -> showWords());
        listens(units, this::quote);
        listens(changes, () -> {});
        changes.setId("page-changes");
        changes.getStyleClass().add("passages");
        changes.setAccessibleText(texts.get("page.differences"));
        changes.setCellFactory(list -> new ChangeCell(list));
        VBox.setVgrow(changes, Priority.ALWAYS);
        changedPane.getStyleClass().add("changed-pane");
        nothing.setWrapText(true);
        nothing.getStyleClass().add("empty");
        nothing.setId("page-nothing");
        words.setId("page-words");
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(2);
        words.setPromptText(texts.get("page.words"));
        words.setAccessibleText(texts.get("page.words"));
        left.setCenter(reading);
        left.setBottom(words);
        left.getStyleClass().add("page-pane");
        show(nothing);
    }

    private void showWords() {
        List<OpenPage.Line> chosen = chosen();
        words.setText(open.map(p -> chosen.stream().map(p::words).collect(Collectors.joining("\n")))
                .orElse(""));
    }

    private List<OpenPage.Line> chosen() {
        return units.getSelectionModel().getSelectedItems().stream()
                .filter(l -> l != null)
                .sorted(Comparator.comparingInt(OpenPage.Line::first))
                .toList();
    }

    private void facts() {
        facts.setId("page-facts");
        facts.getStyleClass().add("passages");
        facts.setAccessibleText(texts.get("page.facts"));
        facts.setCellFactory(list -> new FactCell(list));
        listens(facts, units::requestFocus);
        facts.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null && !setting && !suggesting()) {
                choose(is);
            }
        });
    }

    /** What waits for a decision comes first, then what has no words. */
    private static int rank(QuotedFact fact) {
        return fact.standing().differs() ? 0 : fact.standing().stands() ? 2 : 1;
    }

    private void showFacts(SourceReview of) {
        Optional<RegisterKey> was = selected().map(QuotedFact::part);
        int at = Math.max(0, facts.getSelectionModel().getSelectedIndex());
        boolean decided = was.flatMap(this::factOf).filter(f -> rank(f) == 2).isPresent()
                && selected().filter(f -> rank(f) < 2).isPresent();
        List<QuotedFact> sorted = of.facts().stream()
                .sorted(Comparator.comparingInt(PageView::rank))
                .toList();
        setting = true;
        facts.getItems().setAll(sorted);
        setting = false;
        factsHead.setText(texts.get("page.facts.count", of.facts().size(), of.quoted()));
        Optional<QuotedFact> same = decided
                ? Optional.empty()
                : was.flatMap(part ->
                        sorted.stream().filter(f -> f.part().equals(part)).findFirst());
        same.ifPresentOrElse(
                f -> facts.getSelectionModel().select(f),
                () -> facts.getSelectionModel()
                        .clearAndSelect(sorted.isEmpty() ? -1 : Math.min(at, sorted.size() - 1)));
        if (!suggesting()) {
            selected().ifPresentOrElse(this::choose, decide::clear);
            facts.scrollTo(Math.max(0, facts.getSelectionModel().getSelectedIndex() - 1));
        }
    }

    private Optional<QuotedFact> selected() {
        return Optional.ofNullable(facts.getSelectionModel().getSelectedItem());
    }

    /** Shows a fact's words in the page. */
    private void choose(QuotedFact fact) {
        decide.show(fact, model.name(fact), says(), newest());
        Optional<QuoteFinder.Found> place = open.flatMap(p -> p.place(fact).or(() -> nearest(p, fact)));
        highlight = place;
        place.ifPresent(this::scroll);
        units.refresh();
    }

    /** The passage that has taken the place of a fact's words. */
    private Optional<QuoteFinder.Found> nearest(OpenPage page, QuotedFact fact) {
        return newest()
                ? fact.result()
                        .flatMap(r -> r.now())
                        .flatMap(now ->
                                page.finder().look(now, fact.citation().quote().flatMap(Quote::row)))
                : Optional.empty();
    }

    private void look(QuoteFinder.Found found) {
        highlight = Optional.of(found);
        scroll(found);
        units.refresh();
    }

    /** With what stands above it, as far as there is room. */
    private void scroll(QuoteFinder.Found found) {
        double room = units.getHeight() / said.label().getFont().getSize();
        open.ifPresent(page -> page.line(found).ifPresent(line -> {
            boolean tall = line > 0 && page.units(page.lines().get(line - 1)).size() > 1;
            units.scrollTo(room < LOW || tall ? line : Math.max(0, line - 1));
        }));
    }

    private Node foot() {
        Button quote = new Button(texts.get("page.quote"), Icons.of(Feather.BOOKMARK));
        quote.setId("quote-fact");
        quote.setOnAction(e -> quote());
        quote.disableProperty()
                .bind(units.getSelectionModel()
                        .selectedItemProperty()
                        .isNull()
                        .or(facts.getSelectionModel().selectedItemProperty().isNull()));
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
                            item.setOnAction(x -> begin(o.id()));
                            return item;
                        })
                        .toList()));
        // a menu that has nothing in it never opens
        fresh.getItems().add(new MenuItem());
        fresh.disableProperty()
                .bind(units.getSelectionModel().selectedItemProperty().isNull());
        return fresh;
    }

    private Optional<QuoteFinder.Found> found() {
        List<OpenPage.Line> chosen = chosen();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        try {
            return open.map(p -> p.chosen(chosen, words.getSelectedText()));
        } catch (ProblemException e) {
            refused(e);
            return Optional.empty();
        }
    }

    private void begin(String offering) {
        found().ifPresent(found -> edits.add(offering, citation(found), because(), side::open));
    }

    private Citation citation(QuoteFinder.Found found) {
        Capture capture = open.orElseThrow().capture();
        return new Citation(capture.source(), capture.day(), Optional.of(Pages.quote(capture, found)));
    }

    private String because() {
        return texts.get("page.why", texts.day(open.orElseThrow().capture().day()));
    }

    private void quote() {
        selected()
                .ifPresent(fact -> found().ifPresent(
                                found -> carry(open.orElseThrow().capture(), Map.of(fact.part(), found), () -> {})));
    }

    private void carry(Capture capture, Map<RegisterKey, QuoteFinder.Found> found, Runnable then) {
        model.quote(
                capture,
                found,
                done -> {
                    done.ifPresent(d -> said.done(texts.get("page.quoted", d.facts()), () -> model.undo(List.of(d))));
                    then.run();
                },
                e -> {
                    refused(e);
                    then.run();
                });
    }

    /**
     * What was taken of the suggestions is written while the next is looked at: what has gathered meanwhile, in one
     * change.
     */
    private void later(Taken taken) {
        waiting.addLast(taken);
        if (!writing) {
            carryWaiting();
        }
    }

    private void carryWaiting() {
        writing = !waiting.isEmpty();
        if (writing) {
            Capture capture = waiting.getFirst().capture();
            Map<RegisterKey, QuoteFinder.Found> found = new LinkedHashMap<>();
            while (!waiting.isEmpty() && waiting.getFirst().capture().equals(capture)) {
                Taken taken = waiting.removeFirst();
                found.put(taken.part(), taken.found());
            }
            carry(capture, found, this::carryWaiting);
        }
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
                show(units);
                beside.getChildren().setAll(suggest.node());
                boolean low = units.getHeight() < LOW * said.label().getFont().getSize();
                shown(foot, !low);
                shown(words, !low);
                suggest.start(found);
            }
        });
    }

    private boolean suggesting() {
        return !beside.getChildren().contains(factsPane);
    }

    private void endSuggestions() {
        if (suggesting()) {
            beside.getChildren().setAll(factsPane);
            shown(foot, true);
            shown(words, units.isVisible());
            selected().ifPresent(this::choose);
            facts.requestFocus();
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
        model.compare(old, now, found -> {
            List<PageComparison.Change> real =
                    found.changes().stream().filter(c -> !c.cosmetic()).toList();
            changed.setText(texts.get(
                    "page.compared",
                    texts.day(old.day()),
                    texts.day(now.day()),
                    found.same(),
                    found.moved(),
                    real.size(),
                    found.changes().size() - real.size()));
            changes.getItems().setAll(real);
            show(changedPane);
        });
    }

    private void closed() {
        facts.requestFocus();
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
        } else if (e.getCode() == KeyCode.ENTER && !suggesting() && words.isFocused()) {
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
        shown(foot, true);
        said.bad(ErrorMessage.line(e, texts));
    }

    private final class Decisions implements DecideBox.Does {
        @Override
        public void keep(QuotedFact fact) {
            open.ifPresent(page -> {
                try {
                    QuoteFinder.Found found = page.finder()
                            .find(
                                    fact.result().flatMap(r -> r.now()).orElseThrow(),
                                    fact.citation().quote().flatMap(Quote::row));
                    carry(page.capture(), Map.of(fact.part(), found), () -> {});
                } catch (ProblemException e) {
                    refused(e);
                }
            });
        }

        /** The page read anew, with the passage that is there now if there is one. */
        private Citation now(QuotedFact fact) {
            OpenPage page = open.orElseThrow();
            return nearest(page, fact)
                    .map(PageView.this::citation)
                    .orElseGet(() ->
                            new Citation(page.capture().source(), page.capture().day()));
        }

        @Override
        public void edit(QuotedFact fact) {
            edits.change(fact.part(), now(fact), because(), side::open);
        }

        @Override
        public void conflict(QuotedFact fact) {
            edits.conflict(fact.part(), now(fact), because(), side::open);
        }

        @Override
        public void weigh(QuotedFact fact, ReadOnlyObjectWrapper<Optional<List<Impact>>> found) {
            model.weigh(
                    open.orElseThrow().capture(),
                    List.of(fact),
                    impacts -> found.set(Optional.of(impacts)),
                    PageView.this::refused);
        }

        @Override
        public void remove(QuotedFact fact) {
            model.noLongerPublished(
                    open.orElseThrow().capture(),
                    List.of(fact),
                    done -> done.ifPresent(d -> {
                        String name = model.name(fact);
                        said.done(texts.get("page.removed", name), () -> model.undo(List.of(d)));
                        facts.requestFocus();
                    }),
                    PageView.this::refused);
        }
    }

    /** A line of the page: a sentence, a heading, a row with its column heads; below it the facts that quote it. */
    private final class LineCell extends WrappedCell<OpenPage.Line> {
        private final ListView<OpenPage.Line> list;

        LineCell(ListView<OpenPage.Line> list) {
            super(list);
            this.list = list;
        }

        @Override
        void show(OpenPage.Line line, VBox into) {
            if (open.isEmpty() || line.end() > open.get().text().units().size()) {
                return;
            }
            OpenPage page = open.get();
            List<Unit> all = page.units(line);
            List<QuotedFact> quoted = page.quoted(line);
            boolean chosen = highlight.filter(line::touches).isPresent();
            mark("passage-quoted", !quoted.isEmpty());
            mark("passage-chosen", chosen);
            Unit.Kind kind = all.getFirst().kind();
            mark("passage-heading", kind == Unit.Kind.HEADING);
            mark("passage-item", kind == Unit.Kind.ITEM);
            mark("passage-row", all.getFirst().row() >= 0);
            into.getChildren().add(all.getFirst().row() >= 0 ? row(all, line) : words(all.getFirst(), line.first()));
            if (!quoted.isEmpty()) {
                into.getChildren().add(Lines.text("¶ " + named(quoted), "muted", "passage-facts"));
            }
        }

        /** The first of them by their names; a page may carry nearly everything by one sentence. */
        private String named(List<QuotedFact> quoted) {
            String first = quoted.stream().limit(MOST_NAMED).map(model::name).collect(Collectors.joining("; "));
            return quoted.size() > MOST_NAMED ? texts.get("page.more", first, quoted.size() - MOST_NAMED) : first;
        }

        private Node words(Unit unit, int at) {
            Optional<QuoteFinder.Found> here = highlight.filter(h -> h.first() <= at && at < h.end());
            return Passages.marked(
                    unit.text(),
                    here.map(h -> h.end() - h.first() == 1 && unit.text().contains(h.exact()) ? h.exact() : unit.text())
                            .orElse(""));
        }

        private Node row(List<Unit> cells, OpenPage.Line line) {
            List<VBox> boxes = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                Unit cell = cells.get(i);
                boolean goesOn = i > 0
                        && !cell.head().isEmpty()
                        && cell.head().equals(cells.get(i - 1).head());
                Node words = words(cell, line.first() + i);
                if (goesOn) {
                    boxes.getLast().getChildren().add(words);
                } else {
                    VBox box = cell.head().isEmpty()
                            ? new VBox(words)
                            : new VBox(Lines.text(cell.head(), "muted", "passage-head"), words);
                    box.setMinWidth(0);
                    boxes.add(box);
                }
            }
            double column = list.getWidth() / boxes.size();
            if (boxes.size() > MOST_COLUMNS
                    || column < NARROW_COLUMN * getFont().getSize()) {
                VBox below = new VBox();
                below.getChildren().addAll(boxes);
                return below;
            }
            HBox row = new HBox();
            row.getStyleClass().add("passage-cells");
            boxes.forEach(b -> {
                b.setPrefWidth(column);
                HBox.setHgrow(b, Priority.ALWAYS);
            });
            row.getChildren().addAll(boxes);
            return row;
        }

        @Override
        String said(OpenPage.Line line) {
            return open.map(p -> p.words(line)
                            + p.quoted(line).stream()
                                    .map(f -> ", " + model.name(f))
                                    .collect(Collectors.joining()))
                    .orElse("");
        }
    }

    private final class FactCell extends WrappedCell<QuotedFact> {
        FactCell(ListView<QuotedFact> list) {
            super(list);
        }

        @Override
        void show(QuotedFact fact, VBox into) {
            into.getChildren()
                    .addAll(
                            Lines.text(model.name(fact), "fact-name"),
                            RegisterLabels.label(Standings.mark(fact.standing(), texts)));
        }

        @Override
        String said(QuotedFact fact) {
            return model.name(fact) + ", "
                    + Standings.mark(fact.standing(), texts).word();
        }
    }

    /** A unit that is not as it was, with the words that differ. */
    private final class ChangeCell extends WrappedCell<PageComparison.Change> {
        ChangeCell(ListView<PageComparison.Change> list) {
            super(list);
        }

        private Mark sign(PageComparison.Change change) {
            return change.before().isEmpty()
                    ? new Mark("+", texts.get("page.change.new"), Mark.GOOD)
                    : change.after().isEmpty()
                            ? new Mark("−", texts.get("page.change.gone"), Mark.BAD)
                            : new Mark("≠", texts.get("page.change.other"), Mark.OPEN);
        }

        @Override
        void show(PageComparison.Change change, VBox into) {
            WordDifference difference = WordDifference.of(change.before(), change.after());
            into.getChildren().add(RegisterLabels.label(sign(change)));
            if (!change.before().isEmpty()) {
                into.getChildren().add(Passages.differing(difference.before(), "passage-gone"));
            }
            if (!change.after().isEmpty()) {
                into.getChildren().add(Passages.differing(difference.after(), "passage-new"));
            }
        }

        @Override
        String said(PageComparison.Change change) {
            return sign(change).word() + ": " + change.before() + " → " + change.after();
        }
    }
}
