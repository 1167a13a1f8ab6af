package domicile.desktop.maintenance;

import domicile.register.Approvals;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What waits for a second pair of eyes, and giving it. */
public final class ApprovalsViewModel {
    private final MaintenanceContext keeper;
    private final ReadOnlyObjectWrapper<Optional<Approvals.Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ApprovalsViewModel(MaintenanceContext keeper) {
        this.keeper = keeper;
    }

    /** Looks again. */
    public void refresh() {
        keeper.background().run(() -> keeper.store().approvals().standing(), standing::set);
    }

    /** Approves one. */
    public void approve(Approvals.Matter matter, String why) {
        keeper.background()
                .run(
                        () -> {
                            keeper.store().approvals().approve(matter.number(), why);
                            return matter;
                        },
                        done -> {
                            refresh();
                            keeper.changed().run();
                        });
    }

    /** How they stand; empty until that is known, and for a register without roles. */
    public ReadOnlyObjectProperty<Optional<Approvals.Standing>> standingProperty() {
        return standing.getReadOnlyProperty();
    }
}
