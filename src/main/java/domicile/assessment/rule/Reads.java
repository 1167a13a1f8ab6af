package domicile.assessment.rule;

import domicile.residency.Evidence;
import domicile.residency.FactValue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule looks at: whatever else is published or in hand, it comes to the same. What changes elsewhere need not be
 * judged anew.
 *
 * @param documents the kinds of documents
 * @param facts whether it looks at a fact that says this
 */
public record Reads(Set<Evidence.Kind> documents, Predicate<FactValue> facts) {
    public Reads {
        documents = Set.copyOf(documents);
    }
}
