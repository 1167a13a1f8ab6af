package domicile.desktop.assessment.inuse;

import domicile.assessment.Assessment;
import domicile.assessment.JudgedProject;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.PlaceInUse;
import domicile.assessment.UsageStatus;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Dossier;
import domicile.residency.Register;
import domicile.scan.Acceptance;
import domicile.scan.Baseline;
import domicile.scan.Environment;
import domicile.scan.Role;
import domicile.scan.Scan;
import domicile.scan.ScannedProject;
import domicile.scan.Scope;
import domicile.scan.signature.Signatures;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A project beside an assessment: it is read when somebody names it, what was found is kept with the assessment, and is
 * judged anew when the answers change. Where the project lies is known as long as the assessment is open, and is kept
 * nowhere.
 */
final class InUseViewModel {
    private final AssessmentViewModel model;
    private final Texts texts;
    private final Background background;
    private final Supplier<LocalDate> today;
    private final ReadOnlyObjectWrapper<Optional<JudgedProject>> judged = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UsageStatus>> only = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PlaceInUse>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> last = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean inFront;
    private boolean stale = true;
    private int asked;
    private int judging;

    /** @param today the day on which a project is read */
    InUseViewModel(AssessmentViewModel model, Texts texts, Background background, Supplier<LocalDate> today) {
        this.model = model;
        this.texts = texts;
        this.background = background;
        this.today = today;
        model.assessmentProperty().subscribe(a -> changed());
        model.dossierProperty().map(Dossier::project).subscribe(p -> changed());
        judged.subscribe(j -> filter());
        only.subscribe(o -> filter());
    }

    /** The project as it is judged by what is answered now. */
    ReadOnlyObjectProperty<Optional<JudgedProject>> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /** The places that are to be seen. */
    ReadOnlyObjectProperty<List<PlaceInUse>> placesProperty() {
        return places.getReadOnlyProperty();
    }

    /** What alone is to be seen; empty for all. */
    ReadOnlyObjectProperty<Optional<UsageStatus>> onlyProperty() {
        return only.getReadOnlyProperty();
    }

    /** Whether a project is being read. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** The folder or the zip that was read last since the assessment was opened. */
    ReadOnlyObjectProperty<Optional<Path>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Nobody looks at it while another view is in front: then it is judged when it comes to the front. */
    void shown(boolean front) {
        inFront = front;
        if (stale) {
            changed();
        }
    }

    private void changed() {
        stale = !inFront;
        if (inFront) {
            judge();
        }
    }

    /** Judges beside the window; of several states the last is shown. */
    private void judge() {
        int state = ++judging;
        Optional<ScannedProject> project = kept();
        Assessment assessment = model.assessmentProperty().get();
        Register register = model.register();
        background.run(() -> project.map(p -> JudgedProject.of(p, assessment, register)), done -> {
            if (state == judging) {
                judged.set(done);
            }
        });
    }

    private void filter() {
        places.set(judged.get().map(JudgedProject::places).orElse(List.of()).stream()
                .filter(p -> only.get().map(o -> o == p.status()).orElse(true))
                .toList());
    }

    /** What is kept of a project. */
    private Optional<ScannedProject> kept() {
        return model.dossierProperty().get().project();
    }

    /** What counts of it. */
    Scope scope() {
        return kept().map(ScannedProject::scope).orElse(Scope.SHIPPED);
    }

    /** Whether the assessment names what it approves. */
    boolean approvesNothing() {
        return model.assessmentProperty().get().workload().candidates().isEmpty();
    }

    /** What was approved of an offering; empty where it is no candidate. */
    Optional<OfferingAssessment> approved(PlaceInUse place) {
        return place.first()
                .offering()
                .flatMap(id -> candidates().stream()
                        .filter(o -> o.offering().equals(id))
                        .findFirst());
    }

    /** The candidates as they are assessed. */
    List<OfferingAssessment> candidates() {
        return approvesNothing() ? List.of() : model.assessmentProperty().get().offerings();
    }

    /** Reads a folder or a zip; what counts of it stays as it was chosen. Of two that are read, the last is kept. */
    void read(Path project) {
        int request = ++asked;
        Register register = model.register();
        Scope scope = scope();
        reading.set(true);
        background.job(
                texts.get("inUse.reading", String.valueOf(project.getFileName())),
                progress -> new ScannedProject(
                                today.get(),
                                Scan.of(project, register, Signatures.shipped(), Map.of(), progress::at),
                                scope)
                        .kept(),
                found -> {
                    if (request == asked) {
                        reading.set(false);
                        last.set(Optional.of(project));
                        keep(Optional.of(found.with(scope())));
                    }
                },
                e -> {
                    if (request == asked) {
                        reading.set(false);
                    }
                    if (!(e instanceof CancellationException)) {
                        background.failed(e);
                    }
                });
    }

    /** Reads the same again. */
    void again() {
        last.get().ifPresent(this::read);
    }

    private void keep(Optional<ScannedProject> project) {
        model.keep(d -> d.project(project));
    }

    /** What is to be seen of it. */
    void only(Optional<UsageStatus> status) {
        only.set(status);
    }

    /** Whether files of a role count; what ships always does. */
    void include(Role role, boolean counts) {
        Set<Role> roles = EnumSet.copyOf(scope().roles());
        if (counts) {
            roles.add(role);
        } else {
            roles.remove(role);
        }
        scope(new Scope(roles, scope().environment(), scope().accepted()));
    }

    /** The environment that counts, with files that have none; empty for all. */
    void environment(Optional<Environment> environment) {
        scope(new Scope(scope().roles(), environment, scope().accepted()));
    }

    private void accepted(List<Acceptance> accepted) {
        scope(new Scope(scope().roles(), scope().environment(), accepted));
    }

    private void scope(Scope scope) {
        kept().filter(p -> !p.scope().equals(scope)).ifPresent(p -> keep(Optional.of(p.with(scope))));
    }

    /** Reads what is accepted for a time from a file that somebody has named. */
    void baseline(Path file) {
        background.run(() -> Baseline.read(file), this::accepted);
    }

    /** Nothing is accepted any more. What was is handed back, to undo it. */
    List<Acceptance> withoutBaseline() {
        List<Acceptance> before = scope().accepted();
        accepted(List.of());
        return before;
    }

    /** Accepts again what was accepted. */
    void putBack(List<Acceptance> before) {
        accepted(before);
    }

    /** Keeps nothing of a project any more. What was kept is handed back, to undo it. */
    Optional<ScannedProject> forget() {
        Optional<ScannedProject> before = kept();
        keep(Optional.empty());
        return before;
    }

    /** Keeps again what was kept. */
    void putBack(Optional<ScannedProject> before) {
        keep(before);
    }
}
