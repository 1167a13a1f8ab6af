package domicile.desktop.maintenance;

import domicile.register.RegisterKey;
import domicile.register.Version;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One offering through time: its facts as of a day and as they were known on a day, their versions, and changes by
 * hand.
 */
public final class HistoryViewModel {
    private final MaintenanceContext keeper;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> offering = Optional.empty();
    private LocalDate validOn;
    private Optional<LocalDate> knownOn = Optional.empty();

    /**
     * What is shown.
     *
     * @param offering empty when the register did not hold it on that day
     * @param versions all versions of all its facts, whatever the day
     */
    public record Shown(String id, Register register, Optional<Offering> offering, List<Version> versions) {

        /** The versions of one fact. */
        List<Version> of(Fact<?> fact) {
            return versions.stream()
                    .filter(v -> v.part().equals(RegisterKey.fact(id, fact.id())))
                    .toList();
        }
    }

    public HistoryViewModel(MaintenanceContext keeper) {
        this.keeper = keeper;
        this.validOn = keeper.today();
    }

    /** The ids of the offerings of today. */
    public void offerings(java.util.function.Consumer<List<Offering>> then) {
        keeper.background().run(() -> keeper.store().asOf(keeper.today()).offerings(), then);
    }

    public void show(String id) {
        offering = Optional.of(id);
        refresh();
    }

    /**
     * Chooses the state.
     *
     * @param known what was learned after this day does not count; empty: everything counts
     */
    public void at(LocalDate valid, Optional<LocalDate> known) {
        validOn = valid;
        knownOn = known;
        refresh();
    }

    /** The offering that is shown. */
    public Optional<String> offering() {
        return offering;
    }

    public LocalDate validOn() {
        return validOn;
    }

    /** Looks again. */
    public void refresh() {
        offering.ifPresent(id -> {
            LocalDate day = validOn;
            Optional<Instant> known = knownOn.map(
                    d -> d.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000));
            keeper.background()
                    .run(
                            () -> {
                                Register register = known.map(
                                                k -> keeper.store().asOf(day, k))
                                        .orElseGet(() -> keeper.store().asOf(day));
                                return new Shown(
                                        id,
                                        register,
                                        register.offering(id),
                                        keeper.store().history(id));
                            },
                            found -> shown.set(Optional.of(found)));
        });
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
