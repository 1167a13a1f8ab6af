package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Head;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of its states the register is read in: as of a day, and as it was known on a day. */
final class AsOf {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The register as of this day; default: today, or the assessment's date.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--known-on",
            paramLabel = "DATE",
            description = "As the register was known at the end of this day (UTC), or at this time"
                    + " (2026-06-30T12:00:00Z); default: all that is known now.")
    private @Nullable String knownOn;

    /** The day, or the one that counts where none is given. */
    LocalDate day(LocalDate otherwise) {
        return Optional.ofNullable(asOf).orElse(otherwise);
    }

    /** What was learned later does not count; empty: everything counts. */
    Optional<Instant> known() {
        return Optional.ofNullable(knownOn).map(AsOf::instant);
    }

    private static Instant instant(String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minusNanos(1_000);
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    "\"" + text + "\" is no day and no time",
                    "--known-on",
                    "write a day as YYYY-MM-DD or a time as YYYY-MM-DDTHH:MM:SSZ",
                    e);
        }
    }

    Register register(Common options, LocalDate otherwise) {
        return state(options, otherwise).register();
    }

    /**
     * A state of a register.
     *
     * @param chain where its chain ended with the last change that was known then
     * @param change the number of that change
     */
    record State(Register register, Optional<Head> chain, long change) {}

    State state(Common options, LocalDate otherwise) {
        try (RegisterStore store = options.open()) {
            // the head first: a change meanwhile makes it too old, and never one that the register does not bear out
            Optional<Head> chain = head(store);
            long change = store.lastChange(known()).number();
            return new State(
                    known().map(k -> store.asOf(day(otherwise), k)).orElseGet(() -> store.asOf(day(otherwise))),
                    chain,
                    change);
        }
    }

    /** Where a register's chain ended with the last change that was known then. */
    Optional<Head> head(RegisterStore store) {
        return known().map(store::head).orElseGet(store::lastChangeHead);
    }
}
