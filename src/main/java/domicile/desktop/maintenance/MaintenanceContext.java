package domicile.desktop.maintenance;

import domicile.assessment.Freshness;
import domicile.assessment.Impact;
import domicile.desktop.kit.Background;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.SavedWorkload;
import domicile.register.Progress;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all parts of the maintenance screen share.
 *
 * @param who whom changes are attributed to
 * @param changed called after every change of the register
 */
public record MaintenanceContext(
        RegisterStore store, Clock clock, String who, Background background, Runnable changed) {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceContext.class);

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What the saved assessments ask for. One that cannot be read against this register is left out and logged. */
    List<Workload> workloads(Register register) {
        return readable(saved -> SavedWorkload.of(saved.name(), saved.answers(), register.areas(), register.asOf()));
    }

    /** Something of each saved assessment that is not archived and can be read. */
    private <T> List<T> readable(Function<SavedAssessments.Saved, T> reader) {
        List<T> read = new ArrayList<>();
        for (SavedAssessments.Saved saved : store.assessments().all()) {
            try {
                if (!saved.archived()) {
                    read.add(reader.apply(saved));
                }
            } catch (ProblemException e) {
                LOG.warn("the saved assessment {} cannot be read and is left out", saved.id(), e);
            }
        }
        return read;
    }

    /**
     * A vendor's answer that something contradicts.
     *
     * @param assessment in which it was taken in
     */
    record Contradicted(String assessment, VendorAnswers.Told told) {}

    /** What vendors answered in saved assessments that something contradicts, as {@link #workloads} reads these. */
    List<Contradicted> contradicted(Register register) {
        return readable(saved -> contradicted(saved, register)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Contradicted> contradicted(SavedAssessments.Saved saved, Register register) {
        Dossier dossier = DossierJson.read(saved.name(), saved.answers(), register.areas());
        VendorAnswers answers = new VendorAnswers(
                register, dossier.workbooks(), dossier.answers().evidence(), register.asOf());
        return dossier.workbooks().stream()
                .map(KeptWorkbook::offering)
                .distinct()
                .flatMap(offering -> answers.of(offering).stream())
                .filter(told -> !told.contradictions().isEmpty())
                .map(told -> new Contradicted(saved.name(), told))
                .toList();
    }

    /** The saved assessments whose findings a change of the register changes. */
    List<Impact> impacts(RegisterStore.Preview preview, Progress progress) {
        List<Impact> impacts = new ArrayList<>();
        List<Workload> workloads = workloads(preview.before());
        for (int i = 0; i < workloads.size(); i++) {
            progress.at(i, workloads.size());
            Impact impact = Impact.between(
                    workloads.get(i),
                    preview.before(),
                    preview.after(),
                    preview.before().asOf(),
                    Freshness.DEFAULT);
            if (impact.any()) {
                impacts.add(impact);
            }
        }
        return impacts;
    }
}
