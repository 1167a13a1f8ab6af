package domicile.desktop.maintenance;

import domicile.desktop.kit.Texts;
import domicile.register.Upgrade;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is worded for rules version 1: looked at, and brought to version 2. */
public final class UpgradeViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<Upgrade.Plan>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Upgrade.Plan>> done = new ReadOnlyObjectWrapper<>(Optional.empty());

    public UpgradeViewModel(MaintenanceContext keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
    }

    /** Finds anew what would change; nothing is written. */
    public void refresh() {
        keeper.background()
                .run(() -> keeper.store().upgradePlan(Optional.empty()), found -> plan.set(Optional.of(found)));
    }

    /** Brings all of it to version 2, in one change. */
    public void accept(String why) {
        keeper.background()
                .job(
                        texts.get("job.upgrade"),
                        progress -> keeper.store()
                                .upgrade(
                                        Optional.empty(), keeper.who(), why.isBlank() ? texts.get("upgrade.why") : why),
                        changed -> {
                            done.set(Optional.of(changed));
                            refresh();
                            keeper.changed().run();
                        });
    }

    /** What would change; empty until that is known. */
    public ReadOnlyObjectProperty<Optional<Upgrade.Plan>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** What the last upgrade changed. */
    public ReadOnlyObjectProperty<Optional<Upgrade.Plan>> doneProperty() {
        return done.getReadOnlyProperty();
    }
}
