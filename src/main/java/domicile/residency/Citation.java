package domicile.residency;

import java.time.LocalDate;

/**
 * A source and the day that it was read.
 *
 * @param source the source's number in the register
 * @param read the day that the page was read
 */
public record Citation(int source, LocalDate read) {}
