package domicile.desktop.assessment.documents;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.EvidenceWords;
import domicile.desktop.kit.AfterFrames;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Passages;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.desktop.kit.WrappedCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/**
 * What was found in a document, requirement by requirement: arrows go from passage to passage, Enter takes one to be
 * confirmed, Del puts it off.
 */
final class ClauseList {
    private final DocumentsViewModel model;
    private final Texts texts;
    private final Consumer<ClauseLine.Offered> look;
    private final Consumer<ClauseLine.Offered> take;
    private final ListView<ClauseLine> list = new ListView<>();
    private boolean setting;

    /**
     * @param look shows a passage in the document
     * @param take asks to confirm it
     */
    ClauseList(
            DocumentsViewModel model,
            Texts texts,
            Consumer<ClauseLine.Offered> look,
            Consumer<ClauseLine.Offered> take) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        this.take = take;
        list.setId("clauses");
        list.setAccessibleText(texts.get("reader.clauses"));
        list.getStyleClass().add("passages");
        list.setCellFactory(l -> new Cell(l));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                selected().ifPresent(take);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is instanceof ClauseLine.Offered offered && !setting) {
                look.accept(offered);
            }
        });
        model.linesProperty().subscribe(this::show);
    }

    ListView<ClauseLine> node() {
        return list;
    }

    Optional<ClauseLine.Offered> selected() {
        return list.getSelectionModel().getSelectedItem() instanceof ClauseLine.Offered o
                ? Optional.of(o)
                : Optional.empty();
    }

    private void show(List<ClauseLine> lines) {
        Optional<ClauseLine.Offered> was = selected();
        int at = list.getSelectionModel().getSelectedIndex();
        setting = true;
        list.getItems().setAll(lines);
        setting = false;
        int same = was.map(w -> index(lines, w)).orElse(-1);
        choose(
                same >= 0
                        ? same
                        : next(Math.max(0, at), 1).or(() -> next(at, -1)).orElse(-1));
        // how high the lines are is known when they have been laid out
        int chosen = list.getSelectionModel().getSelectedIndex();
        AfterFrames.after(list, () -> {
            if (chosen >= 0 && list.getSelectionModel().getSelectedIndex() == chosen) {
                list.scrollTo(Math.max(0, chosen - 1));
            }
        });
    }

    /** Where the same passage stands now; that it is evidence by now makes no other passage of it. */
    private static int index(List<ClauseLine> lines, ClauseLine.Offered wanted) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i) instanceof ClauseLine.Offered o
                        && o.requirement() == wanted.requirement()
                        && o.kind() == wanted.kind()
                        && o.passage().equals(wanted.passage()))
                .findFirst()
                .orElse(-1);
    }

    /** Goes to what was found for a requirement. */
    void go(Requirement requirement) {
        List<ClauseLine> lines = list.getItems();
        IntStream.range(0, lines.size())
                .filter(i -> lines.get(i) instanceof ClauseLine.Asked a
                        && a.finding().requirement() == requirement)
                .findFirst()
                .ifPresent(head -> {
                    int offered = next(head, 1)
                            .filter(i -> lines.get(i) instanceof ClauseLine.Offered o && o.requirement() == requirement)
                            .orElse(head);
                    choose(offered);
                    list.scrollTo(head);
                });
    }

    private void choose(int index) {
        if (index < 0 || index >= list.getItems().size()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(index);
            list.getFocusModel().focus(index);
            // with what it is offered for
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    /** The nearest passage from a line on, that line included. */
    private Optional<Integer> next(int from, int by) {
        for (int i = from; i >= 0 && i < list.getItems().size(); i += by) {
            if (list.getItems().get(i) instanceof ClauseLine.Offered) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void press(KeyEvent e) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> next(at + 1, 1).ifPresent(this::choose);
            case UP -> next(at - 1, -1).ifPresentOrElse(this::choose, () -> list.scrollTo(0));
            case ENTER -> selected().ifPresent(take);
            case DELETE -> selected().ifPresent(model::putOff);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private final class Cell extends WrappedCell<ClauseLine> {
        Cell(ListView<ClauseLine> list) {
            super(list);
        }

        @Override
        protected void show(ClauseLine line, VBox into) {
            mark("passage-heading", line instanceof ClauseLine.Asked);
            mark("passage-quoted", line instanceof ClauseLine.Offered o && o.confirmed());
            mark("passage-offered", line instanceof ClauseLine.Offered);
            switch (line) {
                case ClauseLine.Asked(var finding) -> {
                    Mark mark = Mark.of(finding.status(), texts);
                    into.getChildren()
                            .addAll(
                                    Ui.text(Names.requirement(finding.requirement(), texts.locale()), "layer-head"),
                                    Ui.text(mark.text(), mark.style()));
                }
                case ClauseLine.OfKind of -> {
                    into.getChildren().add(Ui.text(texts.of(of.kind()), "fact-value"));
                    if (!of.found()) {
                        into.getChildren().add(Ui.text("– " + texts.get("reader.notFound"), "muted"));
                    }
                    if (of.putOff() > 0) {
                        into.getChildren()
                                .add(Ui.button(
                                        texts.get("reader.putOff", of.putOff()),
                                        "clause-back",
                                        () -> model.takeBack(of.kind()),
                                        "flat",
                                        "small"));
                    }
                }
                case ClauseLine.Offered o -> {
                    into.getChildren()
                            .add(Passages.marked(
                                    texts.get("cite.quote", o.passage().quote()), ""));
                    if (o.passage().page().isPresent()) {
                        Label page = Ui.muted(
                                texts.get("reader.page", o.passage().page().getAsInt()));
                        into.getChildren().add(page);
                    }
                    into.getChildren().addAll(EvidenceWords.limits(o.passage(), o.kind(), texts));
                    if (o.confirmed()) {
                        into.getChildren().add(Ui.text("✓ " + texts.get("reader.confirmed"), "mark-good"));
                    }
                }
            }
        }

        @Override
        protected String said(ClauseLine line) {
            return switch (line) {
                case ClauseLine.Asked(var finding) ->
                    texts.pair(
                            Names.requirement(finding.requirement(), texts.locale()),
                            Mark.of(finding.status(), texts).word());
                case ClauseLine.OfKind of ->
                    of.found() ? texts.of(of.kind()) : texts.pair(texts.of(of.kind()), texts.get("reader.notFound"));
                case ClauseLine.Offered o ->
                    texts.pair(texts.of(o.kind()), EvidenceWords.said(o.passage(), o.kind(), texts))
                            + (o.confirmed() ? "; " + texts.get("reader.confirmed") : "");
            };
        }
    }
}
