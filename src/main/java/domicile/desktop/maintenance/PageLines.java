package domicile.desktop.maintenance;

import domicile.desktop.kit.Passages;
import domicile.desktop.kit.PlainTextArea;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.WrappedCell;
import domicile.page.QuoteFinder;
import domicile.page.Unit;
import domicile.source.QuotedFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A page as plain text, line by line, with its quotes marked: words for a fact are chosen here, whole lines or a part
 * of them.
 */
final class PageLines {
    /** Beyond so many columns, or below this width of one in units of the text size, cells stand below each other. */
    private static final int MOST_COLUMNS = 5;

    private static final double NARROW_COLUMN = 7;

    /** Below this height of the page, in units of the text size, what is not needed makes room. */
    private static final double LOW = 24;

    /** So many facts are named below the words that carry them. */
    private static final int MOST_NAMED = 2;

    private final PagesViewModel model;
    private final Texts texts;
    private final ListView<OpenPage.Line> units = new ListView<>();
    private final TextArea words = new PlainTextArea("");
    private Optional<OpenPage> open = Optional.empty();
    private Optional<QuoteFinder.Found> highlight = Optional.empty();

    PageLines(PagesViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        units.setId("page-units");
        units.setAccessibleText(texts.get("page.units"));
        units.getStyleClass().add("passages");
        units.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        units.setCellFactory(list -> new LineCell(list));
        units.getSelectionModel().getSelectedItems().addListener((ListChangeListener<OpenPage.Line>) c -> showWords());
        words.setId("page-words");
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(2);
        words.setPromptText(texts.get("page.words"));
        words.setAccessibleText(texts.get("page.words"));
    }

    ListView<OpenPage.Line> node() {
        return units;
    }

    /** What is chosen of the lines; a part of it can be selected. */
    TextArea words() {
        return words;
    }

    void clear() {
        open = Optional.empty();
        highlight = Optional.empty();
        units.getItems().clear();
    }

    /** Shows a page; what is chosen and marked stays while it is the same. */
    void show(OpenPage page) {
        boolean same = open.map(OpenPage::capture).equals(Optional.of(page.capture()));
        open = Optional.of(page);
        if (!same) {
            units.getItems().setAll(page.lines());
            highlight = Optional.empty();
        }
        units.refresh();
    }

    /** Marks words and goes to them; nothing is marked for none. */
    void mark(Optional<QuoteFinder.Found> found) {
        highlight = found;
        found.ifPresent(this::scroll);
        units.refresh();
    }

    /** Whether there is little room. */
    boolean low() {
        return units.getHeight() < LOW * words.getFont().getSize();
    }

    /** The words that are chosen; {@link domicile.problem.ProblemException} when they stand in several places. */
    Optional<QuoteFinder.Found> chosenWords() {
        List<OpenPage.Line> chosen = chosen();
        return chosen.isEmpty() ? Optional.empty() : open.map(p -> p.chosen(chosen, words.getSelectedText()));
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

    /** With what stands above it, as far as there is room. */
    private void scroll(QuoteFinder.Found found) {
        open.ifPresent(page -> page.line(found).ifPresent(line -> {
            boolean tall = line > 0 && page.units(page.lines().get(line - 1)).size() > 1;
            units.scrollTo(low() || tall ? line : Math.max(0, line - 1));
        }));
    }

    /** A line of the page: a sentence, a heading, a row with its column heads; below it the facts that quote it. */
    private final class LineCell extends WrappedCell<OpenPage.Line> {
        private final ListView<OpenPage.Line> list;

        LineCell(ListView<OpenPage.Line> list) {
            super(list);
            this.list = list;
        }

        @Override
        protected void show(OpenPage.Line line, VBox into) {
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
        protected String said(OpenPage.Line line) {
            return open.map(p -> p.words(line)
                            + p.quoted(line).stream()
                                    .map(f -> ", " + model.name(f))
                                    .collect(Collectors.joining()))
                    .orElse("");
        }
    }
}
