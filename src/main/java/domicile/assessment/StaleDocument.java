package domicile.assessment;

import domicile.residency.Evidence;

/**
 * A document in hand that is older than the limit for documents.
 *
 * @param ageDays days from its date to the assessment's
 */
public record StaleDocument(Evidence document, long ageDays) {}
