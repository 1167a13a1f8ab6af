package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Evidence;
import domicile.residency.Placement;
import domicile.residency.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row of the rules' table: when a requirement is asked, what it comes to, and what would settle it. Pure. */
public interface Rule {

    /** The requirement that it decides. */
    Requirement id();

    /** Whether a workload asks for it. */
    boolean asked(Workload workload);

    /** What a candidate comes to; called only where it is asked. */
    Outcome decide(Candidate c);

    /** Whether the requirement has to hold in the same deployment as the other ones of this kind. */
    default boolean regionScoped() {
        return false;
    }

    /**
     * What it comes to in one deployment.
     *
     * @param overall what it comes to at all
     */
    default Outcome at(Candidate c, Placement deployment, Outcome overall) {
        return overall;
    }

    /** What it looks at, in one deployment too. */
    Reads reads();

    /** The parts of a workload that it carries: while one of them is undecided, it is unverified. */
    Set<Workload.Part> carries();

    /** Documents that may settle it, one set of values for each, as they would have to read. */
    List<Evidence> settledBy(Candidate c);

    /** What to ask the vendor: the requirement's own question about the offering, unless the rule has more to say. */
    default Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name());
    }

    /** The clause that an order form needs; empty where no contract can promise it. */
    Optional<Sentence> clause(Candidate c);

    /** The kind of document that proves the answer to {@link #ask}; empty when a published page would do. */
    Optional<Evidence.Kind> provedBy();

    /** The status of YES, MAYBE or NO under a selection: the one scale that all places are measured on. */
    static Status status(domicile.residency.Containment inside, domicile.residency.Selection selection) {
        return switch (inside) {
            case NO -> Status.NOT_MET;
            case MAYBE -> Status.UNVERIFIED;
            case YES ->
                switch (selection) {
                    case DEFAULT -> Status.MET;
                    case SELECTABLE, BY_CONTRACT, DEDICATED -> Status.CONDITIONAL;
                    case UNSTATED -> Status.UNVERIFIED;
                };
        };
    }
}
