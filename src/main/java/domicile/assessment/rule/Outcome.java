package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FieldType;
import domicile.residency.Published;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a rule decides about one candidate: a status with its reason, and what it rests on. Immutable; every method
 * gives another one.
 *
 * @param things what the register publishes and the outcome rests on, thing by thing: each has to be read at first hand
 *     for MET
 * @param missing what would have to be cited where nothing is
 * @param documents the buyer's documents that were relied on
 * @param lifts what would lift it
 */
public record Outcome(
        Status status,
        Sentence reason,
        Optional<String> deployment,
        List<List<Fact<?>>> things,
        Optional<Sentence> missing,
        List<Evidence> documents,
        List<Sentence> lifts) {

    public Outcome {
        things = List.copyOf(things);
        documents = List.copyOf(documents);
        lifts = List.copyOf(lifts);
    }

    static Outcome of(Status status, String reason, Object... args) {
        return new Outcome(
                status, Sentence.of(reason, args), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());
    }

    static Outcome met(String reason, Object... args) {
        return of(Status.MET, reason, args);
    }

    static Outcome conditional(String reason, Object... args) {
        return of(Status.CONDITIONAL, reason, args);
    }

    static Outcome unverified(String reason, Object... args) {
        return of(Status.UNVERIFIED, reason, args);
    }

    static Outcome notMet(String reason, Object... args) {
        return of(Status.NOT_MET, reason, args);
    }

    Outcome at(String id) {
        return new Outcome(
                status, reason, Optional.of(id).filter(i -> !i.isEmpty()), things, missing, documents, lifts);
    }

    /** Rests on what is published about one thing. */
    Outcome citing(Published<?> published) {
        return citingOne(published.facts());
    }

    /** Rests on facts about one thing. */
    Outcome citingOne(Collection<? extends Fact<?>> facts) {
        if (facts.isEmpty()) {
            return this;
        }
        List<List<Fact<?>>> all = new ArrayList<>(things);
        all.add(List.copyOf(facts));
        return new Outcome(status, reason, deployment, all, missing, documents, lifts);
    }

    /** Rests on facts, each about a thing of its own. */
    Outcome citingEach(Collection<? extends Fact<?>> facts) {
        Outcome all = this;
        for (Fact<?> fact : facts) {
            all = all.citingOne(List.of(fact));
        }
        return all;
    }

    Outcome missing(String what, Object... args) {
        return new Outcome(status, reason, deployment, things, Optional.of(Sentence.of(what, args)), documents, lifts);
    }

    Outcome relyingOn(Collection<Evidence> relied) {
        return new Outcome(status, reason, deployment, things, missing, List.copyOf(relied), lifts);
    }

    Outcome lift(String what, Object... args) {
        return lift(Sentence.of(what, args));
    }

    private Outcome lift(Sentence sentence) {
        List<Sentence> all = new ArrayList<>(lifts);
        all.add(sentence);
        return new Outcome(status, reason, deployment, things, missing, documents, all);
    }

    private Outcome liftFirst(String what, Object... args) {
        List<Sentence> all = new ArrayList<>(lifts);
        all.addFirst(Sentence.of(what, args));
        return new Outcome(status, reason, deployment, things, missing, documents, all);
    }

    /** The same with another status and a reason that says why. */
    public Outcome because(Status other, String why, Object... args) {
        return new Outcome(other, Sentence.of(why, args), deployment, things, missing, documents, lifts);
    }

    /** The worse of two statuses, with a reason where that lowers it. */
    Outcome atBest(Status most, String why, Object... args) {
        return status.compareTo(most) <= 0 ? this : because(most, why, args);
    }

    /** The same where it holds for some models alone and the workload names none. */
    public Outcome forModels(List<String> models) {
        String names = String.join(", ", models);
        return because(status.worst(Status.CONDITIONAL), "narrower.models", reason, names)
                .lift("narrower.lift", names);
    }

    /** What it rests on, one fact after the other. */
    public List<Fact<?>> facts() {
        return things.stream().flatMap(List::stream).toList();
    }

    private List<Citation> citations() {
        return facts().stream()
                .flatMap(f -> f.citations().stream())
                .filter(c -> c.source() >= 0)
                .distinct()
                .sorted(Comparator.comparingInt(Citation::source).thenComparing(Citation::read))
                .toList();
    }

    /** Whether any fact that it rests on has a date from which it is in force. */
    boolean restsOnADate() {
        return facts().stream().map(Fact::value).anyMatch(v -> v.factKind().has(v, FieldType.Form.PUBLISHED_DATE));
    }

    /**
     * What it comes to once it is asked how well the register knows: a second-hand fact never gives MET, and one that
     * counts as unverified, as a stale one does under a hard limit, gives neither MET nor CONDITIONAL. What rests on a
     * document of the buyer's stays as it is.
     */
    public Outcome settled(Candidate c) {
        if (!documents.isEmpty()) {
            return this;
        }
        if (status.compareTo(Status.UNVERIFIED) <= 0) {
            return this;
        }
        if (facts().stream().anyMatch(c::discounted)) {
            return discounted(
                    facts().stream().anyMatch(c::tooOld), facts().stream().anyMatch(c::lacksQuote), c);
        }
        boolean secondHand = status == Status.MET
                && things.stream().anyMatch(thing -> thing.stream().noneMatch(c::firstHand));
        return secondHand
                ? because(Status.CONDITIONAL, "secondHand.counts", reason).liftFirst("secondHand.lift", c.name())
                : this;
    }

    /** As unverified, with all that would lift it. */
    private Outcome discounted(boolean stale, boolean unquoted, Candidate c) {
        Outcome said = stale
                ? because(
                        Status.UNVERIFIED, "stale.counts", reason, c.freshness().maxAgeDays())
                : because(Status.UNVERIFIED, "unquoted.counts", reason);
        Outcome quoted = unquoted ? said.liftFirst("unquoted.lift") : said;
        return stale ? quoted.liftFirst("stale.lift") : quoted;
    }

    Finding finding(Requirement requirement, Candidate c) {
        List<Citation> citations = citations();
        Optional<Sentence> gap = missing.or(() -> Optional.of(Sentence.of("missing.any", c.name())));
        return new Finding(
                requirement,
                status,
                reason,
                deployment,
                citations,
                citations.isEmpty() ? gap : Optional.empty(),
                documents.stream().distinct().toList(),
                c.controls().getOrDefault(requirement.name(), List.of()),
                status == Status.MET ? List.of() : lifts);
    }
}
