package domicile.desktop.kit;

import domicile.page.Layout;
import domicile.page.QuoteFinder;
import domicile.page.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** A document without pages, as text, with words of it marked. */
public final class TextReader {
    private final ListView<Integer> list = new ListView<>();
    private List<Unit> units = List.of();
    private Optional<QuoteFinder> finder = Optional.empty();
    private Optional<QuoteFinder.Found> marked = Optional.empty();

    public TextReader(Texts texts, String id) {
        list.setId(id);
        list.getStyleClass().add("passages");
        list.setAccessibleText(texts.get("pdf.pages"));
        list.setCellFactory(l -> new Cell(l));
    }

    public ListView<Integer> node() {
        return list;
    }

    /** Shows a document from its beginning. */
    public void show(Layout layout) {
        units = layout.text().units();
        finder = Optional.of(new QuoteFinder(layout.text()));
        marked = Optional.empty();
        list.getItems().setAll(IntStream.range(0, units.size()).boxed().toList());
        list.scrollTo(0);
    }

    /** Marks words and goes to them; nothing is marked where they do not stand once. */
    public void mark(String words) {
        marked = finder.filter(f -> !words.isBlank())
                .flatMap(f -> f.look(words, Optional.empty()).or(() -> f.look(Unit.unparted(words), Optional.empty())));
        marked.ifPresent(found -> {
            list.scrollTo(Math.max(0, found.first() - 1));
            list.getSelectionModel().clearAndSelect(found.first());
        });
        list.refresh();
    }

    private final class Cell extends WrappedCell<Integer> {
        Cell(ListView<Integer> list) {
            super(list);
        }

        @Override
        protected void show(Integer at, VBox into) {
            Unit unit = units.get(at);
            boolean here = marked.filter(m -> m.first() <= at && at < m.end()).isPresent();
            mark("passage-chosen", here);
            mark("passage-heading", unit.kind() == Unit.Kind.HEADING);
            mark("passage-item", unit.kind() == Unit.Kind.ITEM);
            String part = marked.filter(m -> here && m.end() - m.first() == 1)
                    .map(QuoteFinder.Found::exact)
                    .filter(unit.text()::contains)
                    .orElse(here ? unit.text() : "");
            into.getChildren().add(Passages.marked(unit.text(), part));
        }

        @Override
        protected String said(Integer at) {
            return units.get(at).text();
        }
    }
}
