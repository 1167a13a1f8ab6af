package domicile.desktop.assessment.common;

import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Question;
import domicile.register.EvidenceLocker;
import domicile.residency.Offering;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
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
    private final OfferingChoice whose;
    private final MenuButton attach = new MenuButton();
    private final Hyperlink read = new Hyperlink();
    private final HBox root = new HBox(attach, read);
    private Consumer<String> opens = sha256 -> {};
    private Consumer<String> shown = names -> {};

    public AttachBar(AssessmentViewModel model, Texts texts, Locker locker, FilePicker picker) {
        this.model = model;
        this.texts = texts;
        this.locker = locker;
        this.picker = picker;
        this.whose = new OfferingChoice(model, texts);
        attach.setId("attach");
        attach.setText(texts.get("attach.button"));
        attach.setMinWidth(Region.USE_PREF_SIZE);
        read.setId("attach-read");
        read.setText(texts.get("attach.read"));
        read.setMinWidth(Region.USE_PREF_SIZE);
        read.managedProperty().bind(read.visibleProperty());
        root.getStyleClass().add("bar");
        root.setAlignment(Pos.CENTER_LEFT);
        attach.setOnShowing(e -> attach.getItems()
                .setAll(whose.items(to -> picker.open(attach).ifPresent(file -> keep(List.of(file), to)))));
    }

    /** Files that are dropped there are attached. */
    public void dropOn(Node page) {
        FileDrop.on(page, files -> whose.ask(attach, to -> keep(files, to)));
    }

    /** Who shows a document that was attached, by its hash, so that it is read for clauses. */
    public void openedBy(Consumer<String> reader) {
        opens = reader;
    }

    /**
     * The button.
     *
     * @param names is told the names of the question's evidence when there is more of it
     */
    public Node node(Consumer<String> names) {
        shown = names;
        read.setVisible(false);
        return root;
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
            kept.stream().findFirst().ifPresent(one -> {
                read.setVisible(true);
                read.setOnAction(e -> opens.accept(one.sha256()));
            });
        }
    }
}
