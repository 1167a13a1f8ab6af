package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import domicile.residency.ZeroRetention.Zdr;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules see of one candidate.
 *
 * @param offering the offering as it is for one use: the facts that speak most closely of it
 * @param listed the offering as the register has it, with narrower facts
 * @param service the service that it is used with; empty for the plain model call
 * @param documents the documents in hand for it
 * @param controls control ids by the requirement that answers them
 */
public record Candidate(
        Workload workload,
        Offering offering,
        Offering listed,
        Optional<String> service,
        Register register,
        LocalDate date,
        Freshness freshness,
        Documents documents,
        Map<String, List<String>> controls) {
    /** Stands for a page of the provider's own that somebody would have to read. */
    private static final int ASSUMED_PAGE = -1;

    static Candidate of(
            Workload workload,
            Offering offering,
            Register register,
            LocalDate date,
            Freshness freshness,
            Map<String, List<String>> controls) {
        return new Candidate(
                workload,
                offering.usedAs(Optional.empty(), Optional.empty()),
                offering,
                Optional.empty(),
                register,
                date,
                freshness,
                Documents.of(workload, offering, date, freshness),
                controls);
    }

    /** The same candidate for one use of it. */
    Candidate usedAs(Optional<String> model, Optional<String> used) {
        return new Candidate(
                workload, listed.usedAs(model, used), listed, used, register, date, freshness, documents, controls);
    }

    /** The same candidate for a workload that starts on another day. */
    public Candidate startingOn(LocalDate day) {
        Workload other = workload.startingOn(day);
        return new Candidate(
                other,
                offering,
                listed,
                service,
                register,
                date,
                freshness,
                Documents.of(other, listed, date, freshness),
                controls);
    }

    /** A document as it would count, were the buyer to hold it too. */
    Documents judged(Evidence document) {
        return Documents.of(List.of(document), workload, listed, date, freshness);
    }

    /** The same candidate with other documents in hand, of which those that count are known. */
    Candidate holding(Workload others, Documents counted) {
        return new Candidate(others, offering, listed, service, register, date, freshness, counted, controls);
    }

    /** The same candidate, had the buyer read these facts on the provider's own page. */
    Candidate knowing(Set<String> read) {
        if (read.isEmpty()) {
            return this;
        }
        Offering known = listed.withFacts(readToday(read));
        return new Candidate(
                workload,
                known.usedAs(Optional.empty(), Optional.empty()),
                known,
                Optional.empty(),
                register,
                date,
                freshness,
                documents,
                controls);
    }

    private List<Fact<?>> readToday(Set<String> read) {
        List<Fact<?>> facts = new ArrayList<>();
        for (Fact<?> fact : listed.facts()) {
            facts.add(read.contains(fact.id()) ? readToday(fact) : fact);
        }
        return facts;
    }

    private Fact<?> readToday(Fact<?> fact) {
        return new Fact<FactValue>(
                fact.value(), fact.text(), fact.variant(), List.of(new Citation(ASSUMED_PAGE, date)));
    }

    /** Facts that are seen as for one use of it, as the register lists them and in its order. */
    List<Fact<?>> listed(Collection<? extends Fact<?>> seen) {
        Set<Fact<?>> same = Collections.newSetFromMap(new IdentityHashMap<>());
        same.addAll(seen);
        return listed.facts().stream()
                .filter(f -> same.contains(f) || seen.stream().anyMatch(s -> sees(s, f)))
                .toList();
    }

    /** Whether a fact is another one as it is seen for one use. */
    private static boolean sees(Fact<?> seen, Fact<?> fact) {
        return !fact.value().appliesTo().whole()
                && fact.citations().equals(seen.citations())
                && fact.text().equals(seen.text())
                && fact.value().getClass() == seen.value().getClass()
                && fact.id().startsWith(seen.id() + "@");
    }

    public Areas areas() {
        return register.areas();
    }

    /** The offering's name. */
    public String name() {
        return offering.name();
    }

    /** The documents of a kind that count. */
    public List<Evidence> documents(Evidence.Kind kind) {
        return documents.of(kind);
    }

    /** The documents that commit a layer to places, against an area that is required. */
    public Commitments commitments(Layer layer, Area area) {
        return Commitments.to(area, committing(layer), areas());
    }

    /** The documents that commit a layer to places, against an area that is excluded. */
    public Commitments commitmentsCleanOf(Layer layer, Area excluded) {
        return Commitments.cleanOf(excluded, committing(layer), areas());
    }

    private List<Evidence> committing(Layer layer) {
        return documents.counting().stream()
                .filter(e -> e.kind().commitsTo().filter(layer::equals).isPresent())
                .toList();
    }

    /** The placements of a layer that can be had on the workload's first day. */
    public List<Fact<Placement>> available(Layer layer) {
        return offering.placements(layer).stream()
                .filter(f -> f.value().availableOn(workload.startsOn()))
                .toList();
    }

    /** Whether sources contradict each other about a placement. */
    public boolean disputed(Placement placement) {
        return offering.disputed(placement);
    }

    /** Whether nothing is at rest by default: stateless, and no feature that is used stores. */
    public boolean stateless() {
        return !storesForService() && offering.zeroRetention().surely(z -> z.zdr() == Zdr.STATELESS);
    }

    /** The addenda in hand after which nothing is at rest. */
    public List<Evidence> nothingAtRest() {
        return documents(Evidence.Kind.ZDR_ADDENDUM).stream()
                .filter(e -> e.days().orElse(0) == 0)
                .filter(e -> !storesForService()
                        || service.filter(e.services()::contains).isPresent())
                .toList();
    }

    /** Whether a narrower fact says that the service in use stores. */
    private boolean storesForService() {
        return service.isPresent()
                && listed.facts().stream()
                        .map(Fact::value)
                        .filter(v -> v.appliesTo().services().contains(service.get()))
                        .anyMatch(v -> v instanceof Retention r && r.days() > 0
                                || v instanceof Placement p && p.layer() == Layer.STORAGE
                                || v instanceof ZeroRetention z && z.zdr() == Zdr.NOT_OFFERED);
    }

    /**
     * How zero data retention can be had; empty when it cannot, or nobody says so for sure. Stateless is no more to be
     * had.
     */
    public Optional<Zdr> obtainableZdr() {
        return offering.zeroRetention().agreed().map(ZeroRetention::zdr).filter(Zdr::obtainable);
    }

    /**
     * Whether a fact is read at first hand: on a page of the provider or operator, in a filing, on an authority's list.
     */
    public boolean firstHand(Fact<?> fact) {
        for (Citation citation : fact.citations()) {
            if (firstHand(citation)) {
                return true;
            }
        }
        return false;
    }

    private boolean firstHand(Citation citation) {
        return citation.source() == ASSUMED_PAGE
                || register.source(citation.source())
                        .map(Source::kind)
                        .filter(Source.Kind::firstHand)
                        .isPresent();
    }

    /** Whether a fact counts as unverified, whatever it says: what was put in asks for better knowledge of it. */
    public boolean discounted(Fact<?> fact) {
        return tooOld(fact) || lacksQuote(fact);
    }

    /** Whether one of a fact's pages was read too long ago, under a hard limit. */
    public boolean tooOld(Fact<?> fact) {
        return freshness.hardLimit() && fact.citations().stream().anyMatch(this::stale);
    }

    /** Whether quotes are required, and none of a fact's pages has its words in hand. */
    public boolean lacksQuote(Fact<?> fact) {
        return freshness.requireQuotes()
                && !fact.quoted()
                && fact.citations().stream().noneMatch(c -> c.source() == ASSUMED_PAGE);
    }

    /** Whether a page was read too long ago. */
    public boolean stale(Citation citation) {
        return age(citation) > freshness.maxAgeDays();
    }

    /** Days from the reading of a page to the assessment's date. */
    public long age(Citation citation) {
        return ChronoUnit.DAYS.between(citation.read(), date);
    }
}
