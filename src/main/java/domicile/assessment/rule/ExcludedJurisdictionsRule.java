package domicile.assessment.rule;

import static java.util.stream.Collectors.groupingBy;

import domicile.assessment.Candidate;
import domicile.assessment.Commitments;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Area;
import domicile.residency.Containment;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Selection;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * EXCLUDED_JURISDICTIONS: neither who owns and governs it nor where it runs and stores may be an excluded one. The
 * worst of these counts.
 */
final class ExcludedJurisdictionsRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.EXCLUDED_JURISDICTIONS;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.excludedJurisdictions().isPresent();
    }

    private static Area excluded(Candidate c) {
        return c.areas().countriesExcluded(c.workload().excludedJurisdictions().orElseThrow());
    }

    @Override
    public Outcome decide(Candidate c) {
        Outcome inference = inference(c, c.available(Layer.INFERENCE));
        return unpublished(
                c,
                worst(Stream.concat(Stream.of(who(c), inference), storage(c, p -> true).stream())
                        .toList()));
    }

    /** The worst part, resting on what all parts of its status rest on. */
    private static Outcome worst(List<Outcome> parts) {
        Outcome worst = parts.getFirst();
        for (Outcome part : parts) {
            if (part.status().compareTo(worst.status()) < 0) {
                worst = part;
            }
        }
        if (worst.status() != Status.MET) {
            return worst;
        }
        Outcome all = Outcome.met("excluded.none", parts.getFirst().reason());
        List<Evidence> documents = new ArrayList<>();
        for (Outcome part : parts) {
            all = all.citingEach(part.things().stream().flatMap(List::stream).toList());
            documents.addAll(part.documents());
        }
        return all.relyingOn(documents);
    }

    /** Names what nobody publishes, so that no reader takes silence for a clean place. */
    private static Outcome unpublished(Candidate c, Outcome said) {
        List<Sentence> silent = new ArrayList<>();
        if (c.offering().placements(Layer.STORAGE).isEmpty()
                && !c.stateless()
                && c.nothingAtRest().isEmpty()
                && c.documents(Evidence.Kind.ORDER_FORM_STORAGE_REGION).isEmpty()) {
            silent.add(Sentence.of("excluded.unpublished.STORAGE"));
        }
        if (c.offering().placements(Layer.ENDPOINT_SERVICES).isEmpty()
                && c.documents(Evidence.Kind.ENDPOINT_SERVICES_REGION).isEmpty()) {
            silent.add(Sentence.of("excluded.unpublished.ENDPOINT_SERVICES"));
        }
        return silent.isEmpty()
                ? said
                : said.because(said.status(), "excluded.unpublished", said.reason(), Sentences.listed(silent));
    }

    /**
     * Who owns and governs it: headquarters, law and corporate ties of provider and operator, or their own declaration.
     */
    private static Outcome who(Candidate c) {
        Area excluded = excluded(c);
        List<Fact<CorporateTie>> ties = c.offering().facts(CorporateTie.class).stream()
                .filter(f -> in(c, f.value().country(), excluded) == Containment.YES)
                .toList();
        if (!ties.isEmpty()) {
            CorporateTie tie = ties.getFirst().value();
            return Outcome.notMet(
                            "excluded.tie",
                            tie.party(),
                            new Place.Country(tie.country()),
                            Sentence.of("relation." + tie.relation()))
                    .citingEach(ties)
                    .lift("lift.excluded.other", excluded);
        }
        Published<Headquarters> seat = c.offering().published(Headquarters.class);
        Published<GoverningLaw> law = c.offering().published(GoverningLaw.class);
        Optional<Containment> seated = seat.agreed().map(h -> in(c, h.country(), excluded));
        Optional<Containment> governed = law.agreed().map(g -> in(c, g.country(), excluded));
        if (seated.filter(a -> a == Containment.YES).isPresent()) {
            return Outcome.notMet(
                            "excluded.headquarters",
                            new Place.Country(seat.agreed().orElseThrow().country()))
                    .citing(seat)
                    .lift("lift.excluded.other", excluded);
        }
        if (governed.filter(a -> a == Containment.YES).isPresent()) {
            return Outcome.notMet(
                            "excluded.law",
                            new Place.Country(law.agreed().orElseThrow().country()))
                    .citing(law)
                    .lift("lift.excluded.other", excluded);
        }
        Commitments declared =
                Commitments.cleanOf(excluded, c.documents(Evidence.Kind.OWNERSHIP_DECLARATION), c.areas());
        if (!declared.all().isEmpty()) {
            return declared(c, excluded, declared);
        }
        boolean doubtful = c.offering().facts(CorporateTie.class).stream()
                        .anyMatch(f -> in(c, f.value().country(), excluded) == Containment.MAYBE)
                || disputedInside(c, excluded, seat, law)
                || Stream.concat(seated.stream(), governed.stream()).anyMatch(a -> a == Containment.MAYBE);
        long clean = Stream.concat(seated.stream(), governed.stream())
                .filter(a -> a == Containment.NO)
                .count();
        Outcome said = doubtful || clean == 0
                ? Outcome.unverified("excluded.whoUnknown", c.name())
                : clean == 2
                        ? Outcome.met("excluded.whoClean", excluded)
                        : Outcome.conditional("excluded.whoPartly", c.name());
        return said.citing(seat)
                .citing(law)
                .missing("missing.who", c.name())
                .lift("lift.excluded.who", excluded)
                .settled(c);
    }

    private static Outcome declared(Candidate c, Area excluded, Commitments declared) {
        String titles = LocationDocuments.titles(declared.all());
        Outcome said = !declared.outside().isEmpty()
                ? Outcome.notMet("excluded.declared", titles, excluded)
                : declared.perhaps().isEmpty()
                        ? Outcome.met("excluded.declaredClean", titles, excluded)
                        : Outcome.unverified("excluded.declaredPerhaps", titles, excluded);
        return said.relyingOn(declared.all()).missing("missing.who", c.name()).lift("lift.excluded.who", excluded);
    }

    private static boolean disputedInside(
            Candidate c, Area excluded, Published<Headquarters> seat, Published<GoverningLaw> law) {
        return seat.disputed()
                        && seat.facts().stream().anyMatch(f -> in(c, f.value().country(), excluded) != Containment.NO)
                || law.disputed()
                        && law.facts().stream().anyMatch(f -> in(c, f.value().country(), excluded) != Containment.NO);
    }

    private static Containment in(Candidate c, String country, Area excluded) {
        return c.areas().within(new Place.Country(country), excluded);
    }

    private static Outcome inference(Candidate c, List<Fact<Placement>> deployments) {
        if (deployments.isEmpty()) {
            return governed(
                    c,
                    Layer.INFERENCE,
                    Outcome.unverified("inference.silent")
                            .missing("missing.inference", c.name())
                            .lift("lift.excluded.commit", excluded(c)));
        }
        return governed(c, Layer.INFERENCE, where(c, deployments));
    }

    /** Where it is stored; nothing where nobody publishes that and no order form says it. */
    private static Optional<Outcome> storage(Candidate c, java.util.function.Predicate<Placement> goes) {
        List<Evidence> addenda = c.nothingAtRest();
        List<Fact<Placement>> placements = c.available(Layer.STORAGE).stream()
                .filter(f -> goes.test(f.value()))
                .toList();
        boolean committed =
                !c.documents(Evidence.Kind.ORDER_FORM_STORAGE_REGION).isEmpty();
        if (placements.isEmpty() && !committed) {
            return Optional.empty();
        }
        if (!addenda.isEmpty()) {
            return Optional.of(Outcome.met("storage.zdr", LocationDocuments.titles(addenda))
                    .relyingOn(addenda));
        }
        Outcome register = c.stateless()
                ? Outcome.met("storage.stateless").citing(c.offering().zeroRetention())
                : placements.isEmpty() ? Outcome.unverified("storage.silent") : where(c, placements);
        return Optional.of(governed(c, Layer.STORAGE, register));
    }

    private static Outcome governed(Candidate c, Layer layer, Outcome register) {
        return LocationDocuments.govern(
                        c,
                        "excluded." + layer,
                        excluded(c),
                        c.commitmentsCleanOf(layer, excluded(c)),
                        register.settled(c))
                .settled(c);
    }

    /** Where the placements of a layer may be: all in an excluded place, none, or one to choose that is clean. */
    private static Outcome where(Candidate c, List<Fact<Placement>> placements) {
        Area excluded = excluded(c);
        Map<Containment, List<Fact<Placement>>> answers =
                placements.stream().collect(groupingBy(f -> answer(c, f, excluded)));
        List<Fact<Placement>> clean = answers.getOrDefault(Containment.NO, List.of());
        if (answers.getOrDefault(Containment.YES, List.of()).size() == placements.size()) {
            return Outcome.notMet("excluded.all", excluded)
                    .citingEach(placements)
                    .lift("lift.excluded.other", excluded);
        }
        if (clean.size() == placements.size()) {
            return Outcome.met("excluded.clean", excluded).citingEach(placements);
        }
        List<Fact<Placement>> choice = clean.stream()
                .filter(f -> f.value().selection() != Selection.UNSTATED)
                .toList();
        if (!choice.isEmpty()) {
            return Outcome.conditional("excluded.some", excluded, BestPlacement.names(choice))
                    .at(
                            choice.getFirst().value().layer() == Layer.INFERENCE
                                    ? choice.getFirst().value().id()
                                    : "")
                    .citingEach(placements)
                    .lift("lift.excluded.choose", BestPlacement.names(choice), excluded);
        }
        List<Fact<Placement>> unsure = answers.getOrDefault(Containment.MAYBE, List.of());
        return Outcome.unverified(
                        unsure.isEmpty() ? "excluded.unstated" : "excluded.unsure",
                        BestPlacement.names(unsure.isEmpty() ? clean : unsure),
                        excluded)
                .citingEach(placements)
                .lift("lift.excluded.commit", excluded);
    }

    /** Whether a placement may be in an excluded place. */
    private static Containment answer(Candidate c, Fact<Placement> fact, Area excluded) {
        return c.disputed(fact.value()) ? Containment.MAYBE : c.areas().overlaps(fact.value(), excluded);
    }

    @Override
    public boolean regionScoped() {
        return true;
    }

    /** Who counts everywhere, where as it is in this deployment. */
    @Override
    public Outcome at(Candidate c, Placement deployment, Outcome overall) {
        List<Fact<Placement>> facts = c.offering().published(deployment).facts();
        Outcome inference = inference(c, facts);
        List<Fact<Placement>> all = c.available(Layer.INFERENCE);
        Area excluded = excluded(c);
        boolean pinned = deployment.selection() != Selection.UNSTATED
                || all.stream().allMatch(f -> answer(c, f, excluded) == Containment.NO);
        Outcome here = pinned
                ? inference
                : inference.atBest(Status.UNVERIFIED, "excluded.unstated", deployment.name(), excluded);
        return worst(Stream.concat(
                        Stream.of(who(c), inference.documents().isEmpty() ? here : inference),
                        storage(c, p -> p.goesWith(deployment.id())).stream())
                .toList());
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(
                        Evidence.Kind.OWNERSHIP_DECLARATION,
                        Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                        Evidence.Kind.ORDER_FORM_STORAGE_REGION,
                        Evidence.Kind.ENDPOINT_SERVICES_REGION,
                        Evidence.Kind.ZDR_ADDENDUM),
                fact -> fact instanceof Placement
                        || fact instanceof CorporateTie
                        || fact instanceof Headquarters
                        || fact instanceof GoverningLaw
                        || StorageLocationRule.reads(fact));
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.EXCLUDED_JURISDICTIONS);
    }

    /** A declaration of owners that are elsewhere, and order forms for places of the offering's own that are clean. */
    @Override
    public List<Evidence> settledBy(Candidate c) {
        List<Evidence> all = new ArrayList<>();
        Set<List<Place>> owners = new LinkedHashSet<>();
        c.offering()
                .published(Headquarters.class)
                .agreed()
                .ifPresent(h -> owners.add(List.of(new Place.Country(h.country()))));
        c.areas().countries().stream()
                .map(country -> new Place.Country(country.code()))
                .filter(country -> c.areas().overlaps(country, excluded(c)) == Containment.NO)
                .findFirst()
                .ifPresent(country -> owners.add(List.of(country)));
        owners.forEach(o -> all.add(Needed.committing(c, Evidence.Kind.OWNERSHIP_DECLARATION, o)));
        clean(c, Layer.INFERENCE)
                .forEach(r -> all.add(Needed.committing(c, Evidence.Kind.ORDER_FORM_INFERENCE_REGION, r)));
        clean(c, Layer.STORAGE).forEach(r -> all.add(Needed.committing(c, Evidence.Kind.ORDER_FORM_STORAGE_REGION, r)));
        return all;
    }

    private static List<List<Place>> clean(Candidate c, Layer layer) {
        return c.available(layer).stream()
                .map(Fact::value)
                .filter(p -> !p.openEnded())
                .map(Placement::places)
                .filter(places -> places.stream().allMatch(p -> c.areas().overlaps(p, excluded(c)) == Containment.NO))
                .distinct()
                .toList();
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.OWNERSHIP_DECLARATION);
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of(
                "ask." + id(), c.name(), c.workload().excludedJurisdictions().orElseThrow());
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of(
                "clause." + id(), c.workload().excludedJurisdictions().orElseThrow()));
    }
}
