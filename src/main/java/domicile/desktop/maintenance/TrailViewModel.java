package domicile.desktop.maintenance;

import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.Texts;
import domicile.problem.Message;
import domicile.register.Change;
import domicile.register.EvidenceLocker;
import domicile.residency.Offering;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The audit trail, the check of everything, the documents, and the backup. */
public final class TrailViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<Change>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<EvidenceLocker.Kept>> documents = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Offering>> offerings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<List<Message>>> problems =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> backedUp = new ReadOnlyObjectWrapper<>(Optional.empty());

    private record State(List<Change> changes, List<EvidenceLocker.Kept> documents, List<Offering> offerings) {}

    public TrailViewModel(MaintenanceContext keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
    }

    /** Looks again. */
    public void refresh() {
        keeper.background()
                .run(
                        () -> new State(
                                keeper.store().changes().reversed(),
                                keeper.store().evidence().all(),
                                keeper.store().asOf(keeper.today()).offerings()),
                        state -> {
                            // first, as the documents are shown by their offerings' names
                            offerings.set(state.offerings());
                            changes.set(state.changes());
                            documents.set(state.documents());
                        });
    }

    /** Checks the trail, the parts and the documents. */
    public void check() {
        problems.set(Optional.empty());
        keeper.background()
                .job(texts.get("job.check"), keeper.store()::check, found -> problems.set(Optional.of(found)));
    }

    /** Puts back what was in force before a change. */
    public void undo(Change change, String because) {
        keeper.background()
                .run(
                        () -> {
                            keeper.store().undo(change.number(), keeper.who(), because);
                            return change;
                        },
                        done -> {
                            keeper.changed().run();
                            refresh();
                        });
    }

    /** Copies documents into the register's folder. */
    public void add(List<Path> files, String offering) {
        keeper.background()
                .job(
                        texts.get("job.documents"),
                        progress -> keeper.store().evidence().add(files, offering, "", keeper.who(), progress),
                        done -> refresh());
    }

    /** Why this program does not back the register up; empty when it does. */
    public Optional<String> notBackedUp() {
        return BackupOnClose.possible(keeper.store())
                ? Optional.empty()
                : texts.find(keeper.store().copy().isPresent() ? "backup.copy" : "backup.server");
    }

    /** Writes the whole register into one file. */
    public void backUp(Path file) {
        keeper.background()
                .job(
                        texts.get("job.backup"),
                        progress -> {
                            keeper.store().backup(file, progress);
                            return file;
                        },
                        done -> backedUp.set(Optional.of(done)));
    }

    /** The newest first. */
    public ReadOnlyObjectProperty<List<Change>> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<EvidenceLocker.Kept>> documentsProperty() {
        return documents.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Offering>> offeringsProperty() {
        return offerings.getReadOnlyProperty();
    }

    /** What the last check found; empty while none was made or one is under way. */
    public ReadOnlyObjectProperty<Optional<List<Message>>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> backedUpProperty() {
        return backedUp.getReadOnlyProperty();
    }
}
