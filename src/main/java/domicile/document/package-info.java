/**
 * A document that the buyer holds, read for the clauses that could settle a requirement: patterns find and rank them,
 * with what hedges them and what they do not say. It decides nothing; a person confirms.
 */
@NullMarked
package domicile.document;

import org.jspecify.annotations.NullMarked;
