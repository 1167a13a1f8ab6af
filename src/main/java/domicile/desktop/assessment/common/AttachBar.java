package domicile.desktop.assessment.common;

import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Question;
import domicile.register.EvidenceLocker;
import domicile.residency.Offering;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/**
 * Attaches documents to the question in front: chosen, or dropped on its page. A document is one offering's, so it is
 * asked whose it is where there are several candidates.
 */
public final class AttachBar {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Locker locker;
    private final FilePicker picker;
    private final MenuButton attach = new MenuButton();
    private Consumer<String> shown = names -> {};

    public AttachBar(AssessmentViewModel model, Texts texts, Locker locker, FilePicker picker) {
        this.model = model;
        this.texts = texts;
        this.locker = locker;
        this.picker = picker;
        attach.setId("attach");
        attach.setText(texts.get("attach.button"));
        attach.setMinWidth(Region.USE_PREF_SIZE);
        attach.setOnShowing(e ->
                attach.getItems().setAll(items(to -> picker.open(attach).ifPresent(file -> keep(List.of(file), to)))));
    }

    /** Files that are dropped there are attached. */
    public void dropOn(Node page) {
        page.setOnDragOver(this::over);
        page.setOnDragDropped(this::dropped);
    }

    /**
     * The button.
     *
     * @param names is told the names of the question's evidence when there is more of it
     */
    public Node node(Consumer<String> names) {
        shown = names;
        return attach;
    }

    /** The candidates; all offerings while none is named. */
    private List<Offering> candidates() {
        List<String> named = model.assessmentProperty().get().workload().candidates();
        return model.register().offerings().stream()
                .filter(o -> named.isEmpty() || named.contains(o.id()))
                .toList();
    }

    private List<MenuItem> items(Consumer<Offering> does) {
        return candidates().stream()
                .map(o -> {
                    MenuItem item = new MenuItem(texts.get("attach.of", o.name()));
                    item.setId("attach-" + o.id());
                    item.setOnAction(e -> does.accept(o));
                    return item;
                })
                .toList();
    }

    private void over(DragEvent e) {
        if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
            e.consume();
        }
    }

    private void dropped(DragEvent e) {
        List<Path> files =
                e.getDragboard().getFiles().stream().map(File::toPath).toList();
        List<Offering> candidates = candidates();
        if (candidates.size() == 1) {
            keep(files, candidates.getFirst());
        } else {
            ContextMenu whose = new ContextMenu(items(to -> keep(files, to)).toArray(MenuItem[]::new));
            whose.show(attach, Side.BOTTOM, 0, 0);
        }
        e.setDropCompleted(!files.isEmpty());
        e.consume();
    }

    /** Keeps the files, and names them among the question's evidence. */
    private void keep(List<Path> files, Offering offering) {
        Question question = model.currentProperty().get();
        locker.keep(texts.get("attach.copying"), files, offering.id(), question.id(), kept -> attached(question, kept));
    }

    private void attached(Question question, List<EvidenceLocker.Kept> kept) {
        Stream<String> names = kept.stream().map(EvidenceLocker.Kept::name);
        model.note(
                question,
                aside -> aside.withEvidence(Stream.concat(aside.evidence().stream(), names)
                        .distinct()
                        .toList()));
        if (question.equals(model.currentProperty().get())) {
            shown.accept(DocumentNames.written(model.currentAside().evidence()));
        }
    }
}
