package domicile.desktop.assessment.inuse;

import domicile.assessment.JudgedProject;
import domicile.assessment.PlaceInUse;
import domicile.assessment.UsageStatus;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.desktop.kit.Ui;
import domicile.desktop.kit.WrappedCell;
import domicile.report.model.CleanText;
import domicile.report.model.PlaceTexts;
import domicile.report.model.ReportModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** The places of a project below a line about all of it; the arrow keys go from one to the next. */
final class PlaceList {
    private final InUseViewModel model;
    private final Texts texts;
    private final PlaceTexts words;
    private final ListView<InUseLine> list = new ListView<>();

    /** @param chosen shows a line in full */
    PlaceList(InUseViewModel model, Texts texts, PlaceTexts words, Consumer<InUseLine> chosen) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        list.setId("in-use-places");
        list.setAccessibleText(texts.get("inUse.places"));
        list.getStyleClass().add("passages");
        list.setCellFactory(l -> new Cell(l));
        list.getSelectionModel().selectedItemProperty().subscribe((was, is) -> {
            if (is != null) {
                chosen.accept(is);
            }
        });
        model.judgedProperty().subscribe(j -> show());
        model.placesProperty().subscribe(p -> show());
    }

    ListView<InUseLine> node() {
        return list;
    }

    private void show() {
        List<InUseLine> lines = new ArrayList<>();
        model.judgedProperty().get().ifPresent(j -> {
            lines.add(new InUseLine.Overview(j));
            model.placesProperty().get().forEach(p -> lines.add(new InUseLine.Place(p)));
        });
        InUseLine was = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(lines);
        if (!lines.isEmpty()) {
            int same = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i) instanceof InUseLine.Place now
                            && was instanceof InUseLine.Place before
                            && now.same(before))
                    .findFirst()
                    .orElse(0);
            list.getSelectionModel().clearAndSelect(same);
            list.getFocusModel().focus(same);
        }
    }

    /** How many places come to what, those that are none left out. */
    String counts(JudgedProject project) {
        return project.counts().entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(this::count)
                .collect(Collectors.joining(" · "));
    }

    private String count(Map.Entry<UsageStatus, Integer> e) {
        return e.getValue() + " " + Mark.of(e.getKey(), texts).text();
    }

    /** What is used there, in one line. */
    private String used(PlaceInUse place) {
        if (place.unreadable()) {
            return CleanText.of(place.first().reason().in(texts.locale()));
        }
        String subject = words.subject(place);
        String detail = words.details(place).stream()
                .limit(3)
                .map(ReportModel.Pair::value)
                .collect(Collectors.joining(" · "));
        return subject + " · " + detail;
    }

    private final class Cell extends WrappedCell<InUseLine> {
        Cell(ListView<InUseLine> list) {
            super(list);
        }

        @Override
        protected void show(InUseLine line, VBox into) {
            switch (line) {
                case InUseLine.Overview(JudgedProject project) -> {
                    into.getChildren().add(Ui.text(texts.get("inUse.overview"), "fact-value"));
                    into.getChildren()
                            .add(Ui.muted(project.places().isEmpty() ? texts.get("inUse.nothing") : counts(project)));
                }
                case InUseLine.Place(PlaceInUse place) -> {
                    Mark mark = Mark.of(place.status(), texts);
                    into.getChildren()
                            .addAll(
                                    Ui.text(mark.text() + " · " + CleanText.of(place.place()), mark.style()),
                                    Ui.muted(used(place)));
                    if (place.accepted()) {
                        into.getChildren().add(Ui.text(texts.get("inUse.accepted"), "muted"));
                    }
                }
            }
        }

        @Override
        protected String said(InUseLine line) {
            return switch (line) {
                case InUseLine.Overview(JudgedProject project) ->
                    texts.pair(texts.get("inUse.overview"), counts(project));
                case InUseLine.Place(PlaceInUse place) ->
                    Mark.of(place.status(), texts).word() + ", " + CleanText.of(place.place()) + ", " + used(place)
                            + (place.accepted() ? ", " + texts.get("inUse.accepted") : "");
            };
        }
    }
}
