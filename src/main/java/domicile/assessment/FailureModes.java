package domicile.assessment;

import domicile.assessment.DocumentNotCounted.Why;
import domicile.assessment.FailureMode.State;
import domicile.assessment.rule.HipaaBaaRule;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import domicile.residency.Workload.Part;
import domicile.residency.ZeroRetention;
import domicile.residency.ZeroRetention.Zdr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four failure modes, stated for every candidate whether they apply or not. */
final class FailureModes {

    private FailureModes() {}

    static List<FailureFinding> all(Candidate c, Map<Requirement, Finding> findings) {
        return List.of(
                storageIsNotInference(c, findings),
                soc2IsNotGeography(c),
                baaIsNotProductCoverage(c),
                coverageIsNotEveryModel(c));
    }

    private static FailureFinding storageIsNotInference(Candidate c, Map<Requirement, Finding> findings) {
        FailureMode mode = FailureMode.STORAGE_IS_NOT_INFERENCE;
        Finding inference = findings.get(Requirement.INFERENCE_LOCATION);
        Optional<Area> required = c.workload().inference();
        if (inference == null || required.isEmpty()) {
            return notAsked(c, mode, "mode.storage.notAsked", Part.INFERENCE);
        }
        Area area = required.get();
        return switch (inference.status()) {
            case MET, CONDITIONAL ->
                new FailureFinding(
                        mode,
                        State.CLEARED,
                        Sentence.of("mode.storage.cleared", area, inference.reason()),
                        inference.citations(),
                        inference.evidence());
            case UNVERIFIED ->
                new FailureFinding(
                        mode,
                        State.OPEN,
                        Sentence.of("mode.storage.open", area, inference.reason()),
                        inference.citations(),
                        inference.evidence());
            case NOT_MET -> residencyClaimed(c, area, inference);
        };
    }

    /** Inference is outside; is there anything that a reader could take for residency inside? */
    private static FailureFinding residencyClaimed(Candidate c, Area area, Finding inference) {
        FailureMode mode = FailureMode.STORAGE_IS_NOT_INFERENCE;
        List<Fact<Placement>> storage = c.offering().placements(Layer.STORAGE).stream()
                .filter(f -> f.value().places().stream().anyMatch(p -> c.areas().within(p, area) != Containment.NO))
                .toList();
        List<Evidence> claims = c.documents(Evidence.Kind.STORAGE_RESIDENCY_CLAIM).stream()
                .filter(e -> e.regions().isEmpty()
                        || e.regions().stream().anyMatch(p -> c.areas().within(p, area) != Containment.NO))
                .toList();
        if (storage.isEmpty() && claims.isEmpty()) {
            return said(mode, State.NOT_APPLICABLE, inference.citations(), "mode.storage.noClaim", area);
        }
        String claimed = storage.isEmpty() ? claims.getFirst().title() : names(storage);
        List<Fact<Placement>> cited = new ArrayList<>(c.offering().deployments());
        cited.addAll(storage);
        Sentence flagged = Sentence.of("mode.storage.flagged", claimed, area, inference.reason());
        String words = String.join(
                " ",
                c.offering().deployments().stream()
                        .map(Fact::text)
                        .filter(t -> !t.isEmpty())
                        .distinct()
                        .toList());
        Sentence quoted = words.isEmpty() ? flagged : Sentence.of("mode.storage.quoted", flagged, words);
        List<Way> ways = waysOut(c, area);
        ways.forEach(way -> cited.addAll(way.deployments()));
        Sentence reason = ways.isEmpty()
                ? quoted
                : Sentence.of(
                        "mode.storage.wayOut",
                        quoted,
                        ways.stream().map(Way::named).collect(Collectors.joining("; ")));
        return new FailureFinding(
                mode, State.FLAGGED, reason, citations(cited), storage.isEmpty() ? claims : List.of());
    }

    private static String names(List<Fact<Placement>> placements) {
        return placements.stream().map(f -> f.value().name()).distinct().collect(Collectors.joining(", "));
    }

    /** Distinct citations by source number, then by the day read. */
    static List<Citation> citations(Collection<? extends Fact<?>> facts) {
        return facts.stream()
                .flatMap(f -> f.citations().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Citation::source).thenComparing(Citation::read))
                .toList();
    }

    /** Another lane, and its deployments that are or could be inside. */
    private record Way(Offering offering, List<Fact<Placement>> deployments) {
        String named() {
            return offering.name() + " (" + names(deployments) + ")";
        }
    }

    /** Other lanes to the same models with deployments that are, or could be, inside. */
    private static List<Way> waysOut(Candidate c, Area area) {
        List<String> own = families(c.offering());
        List<Way> ways = new ArrayList<>();
        for (Offering other : c.register().offerings()) {
            if (other.id().equals(c.offering().id()) || families(other).stream().noneMatch(own::contains)) {
                continue;
            }
            List<Fact<Placement>> possible = other.deployments().stream()
                    .filter(f -> c.areas().within(f.value(), area) != Containment.NO)
                    .toList();
            if (!possible.isEmpty()) {
                ways.add(new Way(other, possible));
            }
        }
        return ways.subList(0, Math.min(ways.size(), Alternatives.MOST));
    }

    static List<String> families(Offering offering) {
        return offering.facts(ModelFamilies.class).stream()
                .flatMap(f -> f.value().families().stream())
                .toList();
    }

    private static FailureFinding soc2IsNotGeography(Candidate c) {
        FailureMode mode = FailureMode.SOC2_IS_NOT_GEOGRAPHY;
        List<Layer> asked = Arrays.stream(Layer.values())
                .filter(layer -> c.workload().area(layer).isPresent())
                .toList();
        if (asked.isEmpty()) {
            return notAsked(c, mode, "mode.soc2.notAsked", Part.INFERENCE, Part.STORAGE, Part.ENDPOINT_SERVICES);
        }
        List<Citation> soc2 = citations(c.offering().attestations(Attestation.Kind.SOC2_TYPE_II));
        Area area = c.workload().area(asked.getFirst()).orElseThrow();
        List<Layer> committed = asked.stream()
                .filter(layer -> c.commitments(layer, c.workload().area(layer).orElseThrow())
                                .say()
                        == Commitments.Say.SUPPORTS)
                .toList();
        if (committed.equals(asked)) {
            List<Evidence> orders = committed.stream()
                    .flatMap(layer ->
                            c.commitments(layer, c.workload().area(layer).orElseThrow()).inside().stream())
                    .toList();
            return said(mode, State.CLEARED, soc2, "mode.soc2.cleared", titles(orders), area)
                    .about(orders);
        }
        List<Evidence> reports = new ArrayList<>(c.documents(Evidence.Kind.SOC2_REPORT));
        reports.addAll(c.documents().notCounted(Evidence.Kind.SOC2_REPORT, Why.SHOWS_NOTHING));
        return reports.isEmpty() || !committed.isEmpty()
                ? said(mode, State.OPEN, soc2, "mode.soc2.open", area)
                : said(mode, State.FLAGGED, soc2, "mode.soc2.flagged", titles(reports), area)
                        .about(reports);
    }

    private static String titles(List<Evidence> documents) {
        return documents.stream().map(Evidence::title).distinct().collect(Collectors.joining(", "));
    }

    private static FailureFinding baaIsNotProductCoverage(Candidate c) {
        FailureMode mode = FailureMode.BAA_IS_NOT_PRODUCT_COVERAGE;
        if (!c.workload().dataCategories().contains(DataCategory.PHI)) {
            return notAsked(c, mode, "mode.baa.notAsked", Part.DATA_CATEGORIES);
        }
        for (Candidate use : Evaluation.uses(c)) {
            Optional<FailureFinding> flagged = notCovered(use, mode);
            if (flagged.isPresent()) {
                return flagged.get();
            }
        }
        Published<Attestation> published = c.offering().published(Attestation.Kind.BAA);
        List<Citation> citations = citations(c.offering().attestations(Attestation.Kind.BAA));
        List<Evidence> schedules = c.documents(Evidence.Kind.BAA_PRODUCT_SCHEDULE);
        if (!schedules.isEmpty()) {
            Optional<List<String>> services = c.workload().services();
            if (services.isEmpty()) {
                return said(mode, State.OPEN, citations, "mode.baa.servicesUnsaid", titles(schedules))
                        .about(schedules);
            }
            List<String> unnamed = c.documents().unnamed(Evidence.Kind.BAA_PRODUCT_SCHEDULE, services.get());
            FailureFinding found = unnamed.isEmpty()
                    ? said(mode, State.CLEARED, citations, "mode.baa.cleared", titles(schedules))
                    : said(
                            mode,
                            State.OPEN,
                            citations,
                            "mode.baa.servicesUnnamed",
                            titles(schedules),
                            String.join(", ", unnamed));
            return found.about(schedules);
        }
        List<Evidence> wrong = Stream.of(Evidence.Kind.BAA_PRODUCT_SCHEDULE, Evidence.Kind.VENDOR_BAA)
                .flatMap(kind -> c.documents().notCounted(kind, Why.NAMES_ANOTHER_PRODUCT, Why.EXCLUDES).stream())
                .toList();
        if (!wrong.isEmpty()) {
            return said(
                            mode,
                            State.FLAGGED,
                            citations,
                            "mode.baa.otherProduct",
                            titles(wrong),
                            wrong.stream().map(Evidence::product).distinct().collect(Collectors.joining("; ")))
                    .about(wrong);
        }
        List<Evidence> vendor = c.documents(Evidence.Kind.VENDOR_BAA);
        if (!vendor.isEmpty()) {
            return said(mode, State.FLAGGED, citations, "mode.baa.vendorOnly", titles(vendor))
                    .about(vendor);
        }
        boolean offered = published.disputed() || published.surely(Attestation::held);
        boolean inHand = c.documents().any(Evidence.Kind.BAA_PRODUCT_SCHEDULE)
                || c.documents().any(Evidence.Kind.VENDOR_BAA);
        if (!offered && !inHand) {
            return said(mode, State.NOT_APPLICABLE, citations, "mode.baa.none");
        }
        return said(
                mode, State.OPEN, citations, published.surely(Attestation::held) ? "mode.baa.open" : "mode.baa.verify");
    }

    /** That the BAA reaches the product only later, or leaves out a service that is used. */
    private static Optional<FailureFinding> notCovered(Candidate c, FailureMode mode) {
        Published<Attestation> published = c.offering().published(Attestation.Kind.BAA);
        List<Citation> citations = citations(published.facts());
        Optional<PublishedDate> late = published
                .agreed()
                .filter(Attestation::held)
                .flatMap(Attestation::since)
                .filter(since -> since.latest().isAfter(c.workload().startsOn()));
        if (late.isPresent()) {
            return Optional.of(said(
                    mode,
                    State.FLAGGED,
                    citations,
                    "mode.baa.late",
                    late.get(),
                    c.workload().startsOn()));
        }
        List<String> outside = HipaaBaaRule.outOfScope(c, published);
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(said(mode, State.FLAGGED, citations, "mode.baa.outOfScope", String.join(", ", outside)));
    }

    private static FailureFinding coverageIsNotEveryModel(Candidate c) {
        FailureMode mode = FailureMode.COVERAGE_IS_NOT_EVERY_MODEL;
        Workload w = c.workload();
        boolean phi = w.dataCategories().contains(DataCategory.PHI);
        boolean shorter = w.retentionMaxDays().isPresent()
                && c.offering()
                        .retentionOn(w.startsOn())
                        .surely(r -> r.days() > w.retentionMaxDays().getAsInt());
        if (!phi && !shorter) {
            return notAsked(c, mode, "mode.coverage.notAsked", Part.DATA_CATEGORIES, Part.RETENTION_MAX_DAYS);
        }
        List<Evidence.Kind> kinds = Stream.of(
                        phi ? Optional.of(Evidence.Kind.BAA_PRODUCT_SCHEDULE) : Optional.<Evidence.Kind>empty(),
                        shorter ? Optional.of(Evidence.Kind.ZDR_ADDENDUM) : Optional.<Evidence.Kind>empty())
                .flatMap(Optional::stream)
                .toList();
        List<Evidence> inHand =
                kinds.stream().flatMap(kind -> c.documents(kind).stream()).toList();
        List<Fact<?>> narrower = narrower(c, phi, shorter);
        List<Citation> citations = citations(narrower);
        List<String> used = Stream.concat(w.models().stream(), w.services().orElse(List.of()).stream())
                .toList();
        List<String> excluded = used.stream()
                .filter(name -> narrower.stream().anyMatch(f -> excludes(f.value(), name, w))
                        || inHand.stream().anyMatch(d -> hedged(d, name)))
                .toList();
        if (!excluded.isEmpty()) {
            return said(mode, State.FLAGGED, citations, "mode.coverage.flagged", String.join(", ", excluded))
                    .about(inHand.stream()
                            .filter(d -> excluded.stream().anyMatch(name -> hedged(d, name)))
                            .toList());
        }
        if (narrower.isEmpty()) {
            return said(mode, State.NOT_APPLICABLE, citations, "mode.coverage.none");
        }
        boolean named = w.services().isPresent() && kinds.stream().allMatch(kind -> names(c, kind));
        return named
                ? said(mode, State.CLEARED, citations, "mode.coverage.cleared", titles(inHand))
                        .about(inHand)
                : said(mode, State.OPEN, citations, "mode.coverage.open");
    }

    /** Whether documents of a kind that count name all models and services that are used. */
    private static boolean names(Candidate c, Evidence.Kind kind) {
        List<Evidence> documents = c.documents(kind);
        return !documents.isEmpty()
                && c.documents()
                        .unnamed(kind, c.workload().services().orElse(List.of()))
                        .isEmpty()
                && c.workload().models().stream()
                        .allMatch(
                                m -> documents.stream().anyMatch(d -> d.models().contains(m)));
    }

    /**
     * The facts about BAA, retention and zero retention that speak for less than the offering, or say that something is
     * left out.
     */
    private static List<Fact<?>> narrower(Candidate c, boolean phi, boolean shorter) {
        List<Fact<?>> all = new ArrayList<>();
        for (Fact<?> fact : c.listed().facts()) {
            boolean narrow = !fact.value().appliesTo().whole();
            boolean speaks = switch (fact.value()) {
                case Attestation a ->
                    phi
                            && a.kind() == Attestation.Kind.BAA
                            && (narrow
                                    || a.someServicesOutOfScope()
                                    || !a.outOfScope().isEmpty());
                case Retention r -> shorter && narrow;
                case ZeroRetention z -> shorter && narrow;
                case Placement p -> false;
                case TrainingReuse t -> false;
                case ModelFamilies m -> false;
                case CorporateTie t -> false;
                case TrustPortal t -> false;
                case Headquarters h -> false;
                case GoverningLaw g -> false;
                case FactValue.Informative i -> false;
            };
            if (speaks) {
                all.add(fact);
            }
        }
        return all;
    }

    /** Whether a fact says that a model or service that is used is not covered. */
    private static boolean excludes(FactValue value, String used, Workload w) {
        boolean about = value.appliesTo().models().contains(used)
                || value.appliesTo().services().contains(used);
        return switch (value) {
            case Attestation a -> a.outOfScope().contains(used) || about && a.status() == Attestation.Status.NOT_HELD;
            case Retention r -> about && r.days() > w.retentionMaxDays().orElse(Integer.MAX_VALUE);
            case ZeroRetention z -> about && z.zdr() == Zdr.NOT_OFFERED;
            case Placement p -> false;
            case TrainingReuse t -> false;
            case ModelFamilies m -> false;
            case CorporateTie t -> false;
            case TrustPortal t -> false;
            case Headquarters h -> false;
            case GoverningLaw g -> false;
            case FactValue.Informative i -> false;
        };
    }

    /** Whether words that limit a document's clause name a model or service that is used. */
    private static boolean hedged(Evidence document, String used) {
        String name = " " + ProductNames.fold(used) + " ";
        return document.passage().hedges().stream()
                .anyMatch(h -> (" " + ProductNames.fold(h.quote()) + " ").contains(name));
    }

    /** Does not apply, unless the buyer has yet to decide what would make it apply. */
    private static FailureFinding notAsked(Candidate c, FailureMode mode, String key, Part... parts) {
        return OpenDecisions.reason(c.workload(), parts)
                .map(reason -> new FailureFinding(mode, State.OPEN, reason, List.of()))
                .orElse(said(mode, State.NOT_APPLICABLE, List.of(), key));
    }

    private static FailureFinding said(
            FailureMode mode, State state, List<Citation> citations, String key, Object... args) {
        return new FailureFinding(mode, state, Sentence.of(key, args), citations);
    }
}
