package domicile.desktop.maintenance;

import domicile.desktop.kit.Icons;
import domicile.desktop.kit.Texts;
import domicile.residency.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The pages that a fact cites, each with the day that it was read: read again, taken away, or another one added. */
final class CitationRows {
    /** Widths in units of the text size. */
    private static final double READ = 11;

    private static final double READ_AND_GONE = 14.5;
    private static final double LEAST = 26;

    private final Texts texts;
    private final boolean several;
    private final List<Row> rows = new ArrayList<>();
    private final VBox list = new VBox();
    private final Label wrong = new Label();
    private final VBox box;
    private List<Source> sources;

    private static final class Row {
        private final ComboBox<Source> source = new ComboBox<>();
        private final DatePicker read = new DatePicker();
        private final Label wrong = new Label();
        private final VBox box = new VBox();
        private final Optional<Integer> own;

        private final Draft.Cited given;

        Row(Draft.Cited given, Optional<Integer> own) {
            this.given = given;
            this.own = own;
        }

        /** The words that were quoted stay with their page. */
        Draft.Cited cited() {
            Optional<Integer> page =
                    own.or(() -> Optional.<Source>ofNullable(source.getValue()).map(Source::number));
            return new Draft.Cited(page, day(read), given.source().equals(page) ? given.quote() : Optional.empty());
        }
    }

    /**
     * @param several whether there may be more than one
     * @param own the number of the page that is itself what is changed; empty for anything else
     */
    CitationRows(List<Draft.Cited> cited, List<Source> sources, boolean several, Optional<Integer> own, Texts texts) {
        this.texts = texts;
        this.several = several;
        this.sources = sources;
        Label head = new Label(texts.get(several ? "edit.pages" : own.isPresent() ? "edit.readOf" : "edit.source"));
        head.setWrapText(true);
        head.getStyleClass().add("facet-head");
        wrong.setId("problem-" + DraftCheck.CITATIONS);
        told(wrong);
        list.getStyleClass().add("citations");
        box = new VBox(head, list, wrong);
        cited.forEach(c -> add(c, own));
        if (several) {
            Button another = new Button(texts.get("edit.page.add"), Icons.of(Feather.PLUS));
            another.setId("edit-page-add");
            another.getStyleClass().addAll("flat", "small");
            another.setOnAction(e -> {
                add(Draft.Cited.NOTHING, Optional.empty());
                rows.getLast().source.requestFocus();
            });
            box.getChildren().add(another);
        }
    }

    private static void told(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("mark-bad", "field-below");
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }

    private void add(Draft.Cited cited, Optional<Integer> own) {
        Row row = new Row(cited, own);
        row.source.setConverter(SourceName.CONVERTER);
        row.source.getItems().setAll(sources);
        row.source.setAccessibleText(texts.get("field.source"));
        row.source.setPromptText(texts.get("field.source"));
        choose(row, cited.source());
        row.read.setAccessibleText(texts.get("field.read"));
        row.read.setPromptText(texts.get("field.read"));
        cited.read().ifPresent(row.read::setValue);
        told(row.wrong);
        rows.add(row);
        Button gone = new Button("", Icons.of(Feather.X));
        gone.getStyleClass().addAll("flat", "small");
        gone.setAccessibleText(texts.get("edit.page.remove"));
        gone.setOnAction(e -> {
            rows.remove(row);
            number();
        });
        HBox read = new HBox(row.read);
        if (several) {
            read.getChildren().add(gone);
        }
        read.setAlignment(Pos.CENTER_LEFT);
        read.getStyleClass().add("citation");
        FlowPane line = own.isPresent() ? new FlowPane(read) : new FlowPane(row.source, read);
        line.getStyleClass().addAll("lines", "citation");
        line.setPrefWrapLength(100);
        // Beside its day where there is room for both, above it where text is large.
        row.source
                .prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            double em = row.read.getEditor().getFont().getSize();
                            double beside = list.getWidth() - (several ? READ_AND_GONE : READ) * em;
                            return Math.max(0, beside >= LEAST * em ? beside : list.getWidth());
                        },
                        list.widthProperty(),
                        row.read.getEditor().fontProperty()));
        row.box.getChildren().setAll(line, row.wrong);
        cited.quote()
                .ifPresent(q -> row.box
                        .getChildren()
                        .add(1, Lines.text(texts.get("cite.quote", q.exact()), "muted", "quoted")));
        number();
    }

    private void number() {
        list.getChildren().setAll(rows.stream().map(r -> r.box).toList());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).source.setId("edit-source-" + i);
            rows.get(i).read.setId("edit-read-" + i);
            rows.get(i).wrong.setId("problem-" + DraftCheck.row(i));
        }
    }

    private void choose(Row row, Optional<Integer> number) {
        sources.stream()
                .filter(s -> number.equals(Optional.of(s.number())))
                .findFirst()
                .ifPresent(row.source::setValue);
    }

    /** Other pages to choose from; what was chosen stays. */
    void sources(List<Source> now) {
        sources = now;
        for (Row row : rows) {
            Optional<Integer> chosen = row.cited().source();
            row.source.getItems().setAll(now);
            choose(row, chosen);
        }
    }

    List<Draft.Cited> cited() {
        return rows.stream()
                .map(Row::cited)
                // A row that nothing was written into asks for nothing, beside others.
                .filter(c -> rows.size() == 1 || !c.equals(Draft.Cited.NOTHING))
                .toList();
    }

    void tell(Map<String, DraftCheck.Wrong> found) {
        tell(wrong, found.get(DraftCheck.CITATIONS));
        int at = 0;
        for (Row row : rows) {
            boolean counted = rows.size() == 1 || !row.cited().equals(Draft.Cited.NOTHING);
            tell(row.wrong, counted ? found.get(DraftCheck.row(at++)) : null);
            row.read.setAccessibleHelp(row.wrong.getText());
        }
    }

    /** Where to mend what is wrong. */
    Optional<Node> first(Map<String, DraftCheck.Wrong> found) {
        for (int i = 0; i < rows.size(); i++) {
            if (found.containsKey(DraftCheck.CITATIONS) || found.containsKey(DraftCheck.row(i))) {
                Row row = rows.get(i);
                return Optional.of(row.cited().source().isEmpty() ? row.source : row.read);
            }
        }
        return Optional.empty();
    }

    private void tell(Label label, DraftCheck.@Nullable Wrong found) {
        label.setText(
                found == null
                        ? ""
                        : "✗ " + texts.get(found.key(), found.arguments().toArray()));
    }

    /** What stands in a date's field, whether it was confirmed by a key or not. */
    static Optional<LocalDate> day(DatePicker picker) {
        try {
            return Optional.ofNullable(
                    picker.getConverter().fromString(picker.getEditor().getText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Node node() {
        return box;
    }
}
