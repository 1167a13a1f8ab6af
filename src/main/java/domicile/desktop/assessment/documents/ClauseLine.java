package domicile.desktop.assessment.documents;

import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.document.Passage;
import domicile.residency.Evidence;

/** What stands in the list of what was found, a line each. */
sealed interface ClauseLine {

    /** An open requirement of the document's offering. */
    record Asked(Finding finding) implements ClauseLine {}

    /**
     * A kind of document that could settle it.
     *
     * @param found false: not found in this document; the passages below say what stands there instead
     * @param putOff how many passages somebody has put off
     */
    record OfKind(Evidence.Kind kind, boolean found, int putOff) implements ClauseLine {}

    /**
     * A passage that is offered for it.
     *
     * @param confirmed whether it is evidence already
     */
    record Offered(Requirement requirement, Evidence.Kind kind, Passage passage, boolean confirmed)
            implements ClauseLine {}
}
