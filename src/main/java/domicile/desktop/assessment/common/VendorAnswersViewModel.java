package domicile.desktop.assessment.common;

import domicile.assessment.Assessment;
import domicile.assessment.Requirement;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.Texts;
import domicile.page.PageReader;
import domicile.problem.InputFile;
import domicile.questionnaire.Dossier;
import domicile.report.model.AnsweredWorkbook;
import domicile.report.model.ReportModel;
import domicile.residency.Attestation;
import domicile.residency.FactKind;
import domicile.residency.Headquarters;
import domicile.residency.Placement;
import domicile.residency.Retention;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.vendor.Answer;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import domicile.vendor.WorkbookReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What vendors answered, in the words that the report has for it. No status rests on it. */
public final class VendorAnswersViewModel {
    /** Of requirements that are decided by neither a place nor an attestation of their name. */
    private static final Map<String, FactKind<?>> KINDS = Map.of(
            Requirement.RETENTION.name(), Retention.FACT_KIND,
            Requirement.TRAINING_REUSE.name(), TrainingReuse.FACT_KIND,
            Requirement.EXCLUDED_JURISDICTIONS.name(), Headquarters.FACT_KIND,
            Requirement.HIPAA_BAA.name(), Attestation.FACT_KIND);

    private final AssessmentViewModel model;
    private final Texts texts;
    private final Background background;
    private final Consumer<PageRequests.Begun> begins;
    private final ReadOnlyObjectWrapper<List<AnsweredWorkbook>> workbooks = new ReadOnlyObjectWrapper<>(List.of());
    private int asked;

    /** An answer, and the workbook in which it stands. */
    public record Told(AnsweredWorkbook workbook, AnsweredWorkbook.Row row) {}

    /** @param begins begins a fact in the register */
    public VendorAnswersViewModel(
            AssessmentViewModel model, Texts texts, Background background, Consumer<PageRequests.Begun> begins) {
        this.model = model;
        this.texts = texts;
        this.background = background;
        this.begins = begins;
        model.assessmentProperty().subscribe(a -> look());
        model.dossierProperty().map(Dossier::workbooks).subscribe(w -> look());
    }

    private void look() {
        List<KeptWorkbook> kept = kept();
        int request = ++asked;
        if (kept.isEmpty()) {
            // most assessments have none
            workbooks.set(List.of());
            return;
        }
        Assessment assessment = model.assessmentProperty().get();
        background.run(() -> ReportModel.answers(assessment, model.register(), kept, texts.locale()), found -> {
            if (request == asked) {
                workbooks.set(found);
            }
        });
    }

    /** In the order of the candidates; answers that a later workbook gives anew stand in that one alone. */
    public ReadOnlyObjectProperty<List<AnsweredWorkbook>> workbooksProperty() {
        return workbooks.getReadOnlyProperty();
    }

    /** The workbooks that are kept with the assessment, in the order in which they were taken in. */
    public List<KeptWorkbook> kept() {
        return model.dossierProperty().get().workbooks();
    }

    /** Reads a workbook, keeps it with the assessment, and its file with the register's documents. */
    public void take(Path file, String offering, Locker locker) {
        background.job(
                texts.get("answers.job"),
                progress -> {
                    byte[] bytes = InputFile.read(file, PageReader.MAX_BYTES);
                    KeptWorkbook workbook = new KeptWorkbook(
                                    offering,
                                    model.date(),
                                    WorkbookReader.read(
                                            String.valueOf(file.getFileName()),
                                            bytes,
                                            Optional.empty(),
                                            model.register()))
                            .kept();
                    locker.documents().add(List.of(file), offering, "", locker.who(), progress);
                    return workbook;
                },
                this::put);
    }

    /** Keeps a workbook. */
    public void put(KeptWorkbook workbook) {
        model.keep(d -> d.with(workbook));
    }

    /** Forgets a workbook; its file stays. */
    public void remove(KeptWorkbook workbook) {
        model.keep(d -> d.without(workbook));
    }

    /** What was answered about one of some requirements, by their ids. */
    public List<Told> about(Collection<String> requirements) {
        return workbooks.get().stream()
                .flatMap(w -> w.rows().stream().map(r -> new Told(w, r)))
                .filter(t -> answer(t).requirements().stream().anyMatch(requirements::contains))
                .toList();
    }

    /** What was answered about a requirement of a candidate. */
    public List<Told> about(String offering, Requirement requirement) {
        return about(List.of(requirement.name())).stream()
                .filter(t -> t.workbook().kept().offering().equals(offering))
                .toList();
    }

    /** Whether a vendor has said what would be asked: then proof alone is. */
    public boolean settled(String offering, Requirement requirement) {
        return VendorAnswers.settled(
                about(offering, requirement).stream().map(t -> t.row().told()).toList());
    }

    private static Answer answer(Told told) {
        return told.row().told().answer();
    }

    /** The kind of the facts by which the first requirement that the control is about is decided. */
    private static FactKind<?> kind(Answer answer) {
        Optional<String> about = answer.requirements().stream().findFirst();
        return about.<FactKind<?>>map(KINDS::get)
                .or(() -> about.filter(id -> Arrays.stream(Attestation.Kind.values())
                                .anyMatch(k -> k.name().equals(id)))
                        .map(id -> Attestation.FACT_KIND))
                .orElse(Placement.FACT_KIND);
    }

    /** Begins a fact from an answer: the workbook is its source, as the vendor's own. */
    public void begin(Told told) {
        KeptWorkbook kept = told.workbook().kept();
        Answer answer = answer(told);
        String publisher = model.register()
                .offering(kept.offering())
                .map(o -> model.register().providerName(o.provider()))
                .orElse(kept.offering());
        begins.accept(new PageRequests.Begun(
                kept.offering(),
                kind(answer),
                new Source(
                        0,
                        Source.Kind.PROVIDER,
                        publisher,
                        texts.kept(
                                "answers.source",
                                String.join(", ", kept.book().questionnaires().keySet()),
                                kept.book().file()),
                        "",
                        texts.kept("answers.states", kept.book().sha256())),
                kept.taken(),
                answer.words().stream().map(Answer.Words::text).collect(Collectors.joining(" ")),
                texts.kept(
                        "answers.because",
                        answer.control(),
                        kept.book().file(),
                        answer.said().cell())));
    }
}
