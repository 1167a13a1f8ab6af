package domicile.desktop.maintenance;

import domicile.assessment.FactDependency;
import domicile.assessment.Freshness;
import domicile.desktop.kit.Background;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import domicile.residency.Register;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many facts are to be read again, how many are worded for rules version 1, and how much waits for an approval.
 * Nobody asked: failures are logged.
 */
final class StatusViewModel {
    private final Background background;
    private final Clock clock;
    private final ReadOnlyIntegerWrapper due = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper approvals = new ReadOnlyIntegerWrapper();
    private Optional<Register> shown = Optional.empty();

    StatusViewModel(Background background, Clock clock) {
        this.background = background;
        this.clock = clock;
    }

    /** A look at another day changes nothing about what is to be read again today. */
    void shows(Register register) {
        shown = Optional.of(register);
        LocalDate today = LocalDate.now(clock);
        if (register.asOf().equals(today)) {
            background.run(
                    () -> FactDependency.due(register, today, Freshness.DEFAULT.maxAgeDays(), List.of())
                            .size(),
                    facts -> {
                        // another register may be shown meanwhile
                        if (shown.filter(s -> s == register).isPresent()) {
                            due.set(facts);
                        }
                    },
                    e -> log().warn("what is to be read again cannot be counted", e));
        }
    }

    void opened(RegisterStore store) {
        LocalDate today = LocalDate.now(clock);
        background.run(
                () -> Upgrade.waiting(store, today),
                waiting::set,
                e -> log().warn("what is worded for rules version 1 cannot be counted", e));
        background.run(
                () -> store.approvals()
                        .standing()
                        .map(standing -> standing.waiting().size())
                        .orElse(0),
                approvals::set,
                e -> log().warn("what waits for an approval cannot be counted", e));
    }

    ReadOnlyIntegerProperty dueProperty() {
        return due.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty approvalsProperty() {
        return approvals.getReadOnlyProperty();
    }

    /** Asked for only when there is something to say: starting the log takes its time. */
    private static Logger log() {
        return LoggerFactory.getLogger(StatusViewModel.class);
    }
}
