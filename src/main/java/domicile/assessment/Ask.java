package domicile.assessment;

import domicile.residency.Evidence;
import java.util.Optional;

/**
 * A line of the vendor ask-list.
 *
 * @param requirement what it serves
 * @param question what to ask
 * @param document the document that proves the answer; empty when a published page would do
 */
public record Ask(Requirement requirement, Sentence question, Optional<Evidence.Kind> document) {}
