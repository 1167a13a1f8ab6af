package domicile.assessment;

import domicile.residency.Citation;

/**
 * A citation older than the limit at the assessment's date.
 *
 * @param fact the key of the fact that it carries
 * @param ageDays days from the reading to the assessment
 */
public record Stale(String fact, Citation citation, long ageDays) {}
