package domicile.assessment;

import domicile.residency.Evidence;

/**
 * A document to obtain.
 *
 * @param document what it has to say: its kind, regions, product, certification, level, days, models and services; its
 *     date and file mean nothing
 * @param says that, as a sentence
 */
public record Need(Evidence document, Sentence says) {}
