package domicile.cli;

import domicile.register.Attribution;
import domicile.residency.Citation;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that changes the register: who, and from which day on. */
final class By {
    @Mixin
    private Who who = new Who();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day from which the change is in force; default: a pack's own day, today otherwise.")
    private @Nullable LocalDate date;

    String who() {
        return who.name();
    }

    LocalDate day(LocalDate otherwise) {
        return Optional.ofNullable(date).orElse(otherwise);
    }

    Attribution because(LocalDate otherwise, String why, Optional<Citation> cited) {
        return new Attribution(day(otherwise), who.name(), why, cited);
    }
}
