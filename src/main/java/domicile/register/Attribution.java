package domicile.register;

import domicile.json.JsonProblem;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import domicile.residency.Citation;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Who changes the register, from which day on, and why.
 *
 * @param validFrom the day from which the change is in force
 * @param cited the page that the change rests on and the day that it was read; a change by hand has to name one
 */
public record Attribution(LocalDate validFrom, String who, String why, Optional<Citation> cited) {
    static final int LONGEST_WHO = 200;
    static final int LONGEST_WHY = 2000;

    /**
     * Refuses a who or a why that is blank, too long, or holds what a reader cannot see, by an
     * {@link ProblemException}.
     */
    public Attribution {
        who = checked("who", who, LONGEST_WHO);
        why = checked("why", why, LONGEST_WHY);
    }

    /** A change that rests on no single page: an import, or an undo. */
    public Attribution(LocalDate validFrom, String who, String why) {
        this(validFrom, who, why, Optional.empty());
    }

    private static String checked(String field, String text, int longest) {
        String said = text.strip();
        if (said.isEmpty()) {
            throw (field.equals("who") ? RegisterProblem.NOT_SAID_WHO : RegisterProblem.NOT_SAID_WHY).at(field);
        }
        if (said.length() > longest) {
            throw JsonProblem.TEXT_TOO_LONG.at(field, said.length(), longest);
        }
        SafeText.firstUnsafe(said).ifPresent(c -> {
            throw JsonProblem.UNSAFE_CHARACTER.at(field, String.format(Locale.ROOT, "U+%04X", c));
        });
        return said;
    }
}
