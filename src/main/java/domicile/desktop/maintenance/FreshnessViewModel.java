package domicile.desktop.maintenance;

import domicile.assessment.FactDependency;
import domicile.assessment.Freshness;
import domicile.desktop.kit.Texts;
import domicile.register.RegisterKey;
import domicile.residency.Register;
import domicile.residency.Source;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The facts to be read again, and how one says that a page was. */
public final class FreshnessViewModel {
    private final MaintenanceContext keeper;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<List<FactDependency.Due>> due = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Confirmed>> confirmed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Register> register = Optional.empty();
    private int maxAgeDays = Freshness.DEFAULT.maxAgeDays();

    /** What was confirmed last, so that it can be taken back. */
    public record Confirmed(long change, List<RegisterKey> facts) {}

    private record State(Register register, List<FactDependency.Due> due) {}

    /** @param texts also the reason that is kept with a confirmation */
    public FreshnessViewModel(MaintenanceContext keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
    }

    /** Looks again. */
    public void refresh() {
        int limit = maxAgeDays;
        keeper.background()
                .job(
                        texts.get("job.due"),
                        progress -> {
                            Register now = keeper.store().asOf(keeper.today());
                            List<FactDependency.Due> found =
                                    FactDependency.due(now, keeper.today(), limit, keeper.workloads(now));
                            progress.at(1, 1);
                            return new State(now, found);
                        },
                        state -> {
                            register = Optional.of(state.register());
                            due.set(state.due());
                        });
    }

    /** Facts read longer ago than this are listed. */
    public void olderThan(int days) {
        maxAgeDays = days;
        refresh();
    }

    /** Says that the pages of these facts were read today and say the same. */
    public void confirm(List<FactDependency.Due> facts) {
        if (facts.isEmpty()) {
            return;
        }
        List<RegisterKey> parts = facts.stream()
                .map(d -> RegisterKey.fact(d.of().offering(), d.of().fact()))
                .toList();
        keeper.background()
                .run(
                        () -> {
                            keeper.store().confirm(parts, keeper.today(), keeper.who(), texts.get("fresh.why"));
                            return keeper.store().lastChange().number();
                        },
                        change -> {
                            confirmed.set(Optional.of(new Confirmed(change, parts)));
                            // A new reading changes no finding: the others stay as they were weighed.
                            due.set(due.get().stream()
                                    .filter(d -> !facts.contains(d))
                                    .toList());
                            keeper.changed().run();
                        });
    }

    /** Takes a confirmation back. */
    public void undo(Confirmed taken, String because) {
        keeper.background()
                .run(
                        () -> {
                            keeper.store().undo(taken.change(), keeper.who(), because);
                            return taken;
                        },
                        undone -> {
                            confirmed.set(confirmed.get().filter(last -> !last.equals(undone)));
                            keeper.changed().run();
                            refresh();
                        });
    }

    /** The name of the offering that a fact is of. */
    String offering(FactDependency.Due fact) {
        return offering(fact.of().offering());
    }

    /** An offering's name, as far as the register knows it. */
    String offering(String id) {
        return register.map(r -> r.offeringName(id)).orElse(id);
    }

    /** The pages that a fact cites. */
    public List<Source> sources(FactDependency.Due fact) {
        return fact.fact().citations().stream()
                .flatMap(c -> register.stream().flatMap(r -> r.source(c.source()).stream()))
                .toList();
    }

    public ReadOnlyObjectProperty<List<FactDependency.Due>> dueProperty() {
        return due.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Confirmed>> confirmedProperty() {
        return confirmed.getReadOnlyProperty();
    }
}
