package domicile.register;

import domicile.residency.Citation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One change of a register, as the audit trail keeps it.
 *
 * @param number its number in the trail; numbers grow and may have gaps
 * @param validFrom from which day it is in force
 * @param knownAt when the register learned of it
 * @param who who made it
 * @param why why
 * @param pack the pack that it came with; empty when it came by hand
 * @param cited the page that a change by hand rests on
 * @param parts how many parts it touches
 * @param hash SHA-256 over this change and the hash of the one before it
 * @param account the database's own user who made it; empty for a file, and for changes before there was such a thing
 */
public record Change(
        long number,
        LocalDate validFrom,
        Instant knownAt,
        String who,
        String why,
        String pack,
        Optional<Citation> cited,
        int parts,
        String hash,
        Optional<String> account) {

    /** Who made it: the name that was typed, and behind it the database's own user, where there is one. */
    public String by() {
        return who + account.map(login -> " (" + login + ")").orElse("");
    }
}
