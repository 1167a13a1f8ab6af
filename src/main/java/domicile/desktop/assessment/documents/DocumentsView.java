package domicile.desktop.assessment.documents;

import domicile.assessment.Requirement;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.Locker;
import domicile.desktop.assessment.common.OfferingChoice;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.FileDrop;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.Texts;
import domicile.residency.Evidence;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/**
 * The documents in hand: read for the clauses that could settle what is open, and the evidence that was kept of them.
 */
public final class DocumentsView {
    private final DocumentsViewModel model;
    private final Texts texts;
    private final DocumentReader reader;
    private final EvidencePane evidence;
    private final ToggleButton asReader;
    private final ToggleButton asEvidence;
    private final ToggleButton asAnswers;
    private final AnswersPane answers;
    private final BorderPane root = new BorderPane();
    private boolean chosen;

    public DocumentsView(
            AssessmentViewModel assessment,
            DocumentsViewModel model,
            Texts texts,
            CitationLinks links,
            VendorAnswersViewModel vendors,
            Locker locker,
            FilePicker picker,
            Notices notices) {
        this.model = model;
        this.texts = texts;
        this.reader = new DocumentReader(assessment, model, texts, locker.background(), picker, notices);
        this.evidence = new EvidencePane(assessment, model, texts, links, picker, notices, this::open);
        this.asReader = mode("reader.mode.read", "documents-read");
        this.asEvidence = mode("reader.mode.evidence", "documents-evidence");
        asReader.setOnAction(e -> {
            chosen = true;
            showReader();
        });
        asEvidence.setOnAction(e -> {
            chosen = true;
            showEvidence();
        });
        assessment
                .answersProperty()
                .subscribe(a -> asEvidence.setText(
                        texts.get("reader.mode.evidence", a.evidence().size())));
        OfferingChoice whose = new OfferingChoice(assessment, texts);
        this.answers = new AnswersPane(vendors, texts, locker, whose, picker, notices);
        this.asAnswers = mode("reader.mode.answers", "documents-answers");
        asAnswers.setOnAction(e -> {
            chosen = true;
            front(asAnswers, answers.node());
            answers.focus();
        });
        vendors.workbooksProperty()
                .subscribe(w -> asAnswers.setText(
                        texts.get("reader.mode.answers", vendors.kept().size())));
        FlowPane head = new FlowPane(asReader, asEvidence, asAnswers);
        head.getStyleClass().addAll("bar-flow", "reader-modes");
        root.setTop(head);
        root.setMinWidth(0);
        // a file that is dropped on the evidence is read
        FileDrop.on(
                evidence.node(),
                files -> whose.ask(asReader, offering -> {
                    showReader();
                    model.keep(files, offering.id());
                }));
        showEvidence();
    }

    private ToggleButton mode(String key, String id) {
        ToggleButton button = new ToggleButton(texts.get(key, 0));
        button.setId(id);
        return button;
    }

    public Node node() {
        return root;
    }

    /** It is in front: the reader where there are files, the evidence where there are none, until somebody chooses. */
    public void shown() {
        model.refresh(() -> {
            if (!chosen && !model.filesProperty().get().isEmpty()) {
                showReader();
            }
            if (asReader.isSelected()) {
                reader.focus();
            }
        });
    }

    private void showReader() {
        front(asReader, reader.node());
        reader.focus();
    }

    private void showEvidence() {
        front(asEvidence, evidence.node());
    }

    private void front(ToggleButton mode, Node shown) {
        List.of(asReader, asEvidence, asAnswers).forEach(m -> m.setSelected(m == mode));
        root.setCenter(shown);
    }

    /** Shows the clause of a piece of evidence in its document. */
    public void open(Evidence cited) {
        chosen = true;
        showReader();
        reader.open(cited);
    }

    /** Shows a kept file. */
    public void open(String sha256) {
        chosen = true;
        showReader();
        reader.open(sha256);
    }

    /** Shows what an offering's documents say for a requirement. */
    public void open(String offering, Requirement requirement) {
        chosen = true;
        showReader();
        reader.open(offering, requirement);
    }

    /** Keeps files for an offering and reads the first for a requirement. */
    public void read(List<Path> files, String offering, Requirement requirement) {
        chosen = true;
        showReader();
        reader.wants(requirement);
        model.keep(files, offering);
    }
}
