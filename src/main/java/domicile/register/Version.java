package domicile.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One version of a fact, or of an offering itself.
 *
 * @param fact the fact's id within its offering; empty for the offering itself
 * @param json what it said, as in a pack; empty when it was taken out
 * @param validFrom from which day it is in force
 * @param knownAt when the register learned of it
 * @param who who entered it
 * @param why why
 * @param pack the pack that it came with; empty when it came by hand
 */
public record Version(
        String fact,
        Optional<String> json,
        LocalDate validFrom,
        Instant knownAt,
        String who,
        String why,
        String pack) {}
