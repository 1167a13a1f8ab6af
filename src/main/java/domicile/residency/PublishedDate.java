package domicile.residency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * A date as precise as it was published: a day ({@code 2026-02-10}) or a month ({@code 2025-07}).
 *
 * @param text ISO 8601, a day or a month
 */
public record PublishedDate(String text) {

    /** Refuses anything else by a {@link DateTimeParseException}. */
    public PublishedDate {
        parse(text);
    }

    /** The last day that it can mean: a month counts from its end, so that nothing is taken as in force too early. */
    public LocalDate latest() {
        return parse(text);
    }

    private static LocalDate parse(String text) {
        return text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
    }
}
