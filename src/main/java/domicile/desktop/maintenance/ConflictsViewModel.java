package domicile.desktop.maintenance;

import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.util.List;
import java.util.function.Consumer;

/** What sources disagree about, as of today. */
final class ConflictsViewModel {
    private final MaintenanceContext keeper;

    /**
     * One thing that sources say differently.
     *
     * @param key what it is about
     * @param facts what they say
     */
    record Conflict(Offering offering, String key, List<Fact<?>> facts) {}

    /**
     * All of them, in the register's order.
     *
     * @param answered what vendors answered in assessments that something contradicts
     */
    record Shown(Register register, List<Conflict> conflicts, List<MaintenanceContext.Contradicted> answered) {
        static Shown of(Register register, List<MaintenanceContext.Contradicted> answered) {
            return new Shown(
                    register,
                    register.offerings().stream()
                            .flatMap(o -> o.conflicts().entrySet().stream()
                                    .map(c -> new Conflict(o, c.getKey(), c.getValue())))
                            .toList(),
                    answered);
        }
    }

    ConflictsViewModel(MaintenanceContext keeper) {
        this.keeper = keeper;
    }

    /** Looks again. */
    void load(Consumer<Shown> then) {
        keeper.background()
                .run(
                        () -> {
                            Register register = keeper.store().asOf(keeper.today());
                            return Shown.of(register, keeper.contradicted(register));
                        },
                        then);
    }
}
