package domicile.assessment;

import domicile.assessment.Readings.Answer;
import domicile.assessment.rule.Outcome;
import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.scan.Certainty;
import domicile.scan.Environment;
import domicile.scan.Usage;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signature.Kind;
import domicile.scan.signature.Signatures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Judges one usage by a workload: the requirements that depend on places are decided again for it. */
final class UsageJudge {
    private final Workload workload;
    private final Register register;
    private final Signatures signatures;
    private final LocalDate date;
    private final Map<Asked, Optional<Signature>> better = new HashMap<>();

    /**
     * What decides which value would do in a place: the requirement, the offering and the kind of what stands there.
     */
    private record Asked(Requirement requirement, String offering, Optional<Kind> kind) {}

    UsageJudge(Workload workload, Register register, Signatures signatures, LocalDate date) {
        this.workload = workload;
        this.register = register;
        this.signatures = signatures;
        this.date = date;
    }

    /** A requirement's answer for one usage. */
    private record Decided(
            Requirement requirement,
            UsageStatus status,
            Sentence reason,
            List<Fact<?>> facts,
            Optional<Sentence> lift) {
        Decided(Requirement requirement, UsageStatus status, Sentence reason) {
            this(requirement, status, reason, List.of(), Optional.empty());
        }

        Decided citing(List<? extends Fact<?>> more) {
            return new Decided(requirement, status, reason, List.copyOf(more), lift);
        }

        Decided lift(Optional<Sentence> other) {
            return new Decided(
                    requirement, status, reason, facts, status == UsageStatus.MET ? Optional.empty() : other);
        }
    }

    /** What it is judged as: itself, or what it is sold within. */
    private record As(Offering offering, Optional<String> deployment) {}

    /**
     * The findings of a usage, one for each requirement that it bears on.
     *
     * @param joined the deployments of the account that it is an endpoint of
     */
    List<ProjectFinding> findings(Usage usage, List<Usage> joined) {
        boolean nobody = usage.offering().isEmpty() && usage.service().isEmpty();
        Optional<As> as = as(usage);
        if (as.isEmpty() && !nobody) {
            return List.of(notAssessed(usage));
        }
        List<Requirement> asked = asked(as);
        if (asked.isEmpty()) {
            Sentence reason = nobody
                    ? Sentence.of("ships.nobody", usage.unresolved().orElse("?"))
                    : Sentence.of("ships.free", as.orElseThrow().offering().name());
            return List.of(finding(
                    usage,
                    as,
                    nobody ? UsageStatus.UNVERIFIED : UsageStatus.MET,
                    Optional.empty(),
                    reason,
                    List.of(),
                    nobody ? value(usage) : Optional.empty()));
        }
        List<ProjectFinding> all = new ArrayList<>();
        for (Requirement requirement : asked) {
            Decided decided = decide(requirement, usage, as, joined);
            all.add(finding(
                    usage,
                    as,
                    decided.status(),
                    Optional.of(requirement),
                    decided.reason(),
                    decided.facts(),
                    decided.lift()));
        }
        return all;
    }

    private Optional<As> as(Usage usage) {
        Optional<As> itself = usage.offering()
                .filter(workload.candidates()::contains)
                .flatMap(register::offering)
                .map(o -> new As(o, usage.deployment()));
        return itself.or(() -> usage.also().stream()
                .filter(workload.candidates()::contains)
                .flatMap(id -> register.offering(id).stream())
                .map(o -> new As(o, usage.inLane()))
                .findFirst());
    }

    private ProjectFinding notAssessed(Usage usage) {
        Sentence reason = usage.offering()
                .map(o -> Sentence.of("ships.notAssessed.offering", o))
                .orElseGet(() ->
                        Sentence.of("ships.notAssessed.service", usage.service().orElse("")));
        return finding(
                usage,
                Optional.empty(),
                UsageStatus.NOT_ASSESSED,
                Optional.empty(),
                reason,
                List.of(),
                Optional.of(Sentence.of("ships.lift.assess", usage.subject())));
    }

    /** The requirements that depend on places and are asked. */
    private List<Requirement> asked(Optional<As> as) {
        List<Requirement> asked = new ArrayList<>();
        if (workload.area(Layer.INFERENCE).isPresent()) {
            asked.add(Requirement.INFERENCE_LOCATION);
        }
        boolean storage = workload.area(Layer.STORAGE).isPresent()
                && as.filter(a -> !storage(a).isEmpty()).isPresent();
        if (storage) {
            asked.add(Requirement.STORAGE_LOCATION);
        }
        if (workload.fedRampLevel().isPresent()) {
            asked.add(Requirement.FEDRAMP);
        }
        if (workload.excludedJurisdictions().isPresent()) {
            asked.add(Requirement.EXCLUDED_JURISDICTIONS);
        }
        return asked;
    }

    /** The storage placements that go with a deployment by its name. */
    private static List<Fact<Placement>> storage(As as) {
        return as.offering().placements(Layer.STORAGE).stream()
                .filter(f -> as.deployment()
                        .filter(f.value().deployments()::contains)
                        .isPresent())
                .toList();
    }

    private Decided decide(Requirement requirement, Usage usage, Optional<As> as, List<Usage> joined) {
        if (usage.certainty() == Certainty.UNRESOLVED || as.isEmpty()) {
            String key = as.isEmpty() ? "ships.nobody" : "ships.unresolved";
            String name = usage.unresolved().orElse(usage.matched());
            return new Decided(requirement, UsageStatus.UNVERIFIED, Sentence.of(key, name)).lift(value(usage));
        }
        if (joined.isEmpty()) {
            return decideItself(requirement, usage, as.get());
        }
        Decided worst = decideJoined(requirement, joined.getFirst());
        for (Usage one : joined) {
            Decided next = decideJoined(requirement, one);
            worst = next.status().compareTo(worst.status()) < 0 ? next : worst;
        }
        return new Decided(
                worst.requirement(),
                worst.status(),
                Sentence.of("ships.joined", worst.reason(), joined.getFirst().place()),
                worst.facts(),
                worst.lift());
    }

    private Decided decideJoined(Requirement requirement, Usage usage) {
        return decide(requirement, usage, as(usage), List.of());
    }

    private static Optional<Sentence> value(Usage usage) {
        return Optional.of(Sentence.of("ships.lift.value", usage.unresolved().orElse("?")));
    }

    private Decided decideItself(Requirement requirement, Usage usage, As as) {
        Areas areas = register.areas();
        Readings readings = Readings.of(usage, as.offering(), as.deployment(), areas);
        return switch (requirement) {
            case INFERENCE_LOCATION -> {
                Area area = workload.area(Layer.INFERENCE).orElseThrow();
                yield said(requirement, "inside", readings.inside(area, areas), readings, usage, as, area)
                        .lift(lift(
                                requirement,
                                usage,
                                as,
                                s -> readings(s, as).inside(area, areas).containment()));
            }
            case EXCLUDED_JURISDICTIONS -> {
                Area area = workload.excludedJurisdictions().orElseThrow();
                yield said(requirement, "clean", readings.cleanOf(area, areas), readings, usage, as, area)
                        .lift(lift(
                                requirement,
                                usage,
                                as,
                                s -> readings(s, as).cleanOf(area, areas).containment()));
            }
            case STORAGE_LOCATION -> {
                Area area = workload.area(Layer.STORAGE).orElseThrow();
                List<Fact<Placement>> facts = storage(as);
                Containment best = facts.stream()
                        .map(f -> areas.withinAsSelected(f.value(), area))
                        .max(Containment::compareTo)
                        .orElse(Containment.MAYBE);
                yield new Decided(
                                requirement,
                                status(best),
                                Sentence.of(
                                        "ships.storage." + best,
                                        facts.getFirst().value().name(),
                                        area))
                        .citing(facts);
            }
            case FEDRAMP -> fedRamp(requirement, readings, usage, as);
            default -> throw new IllegalStateException(requirement + " does not depend on a place of inference");
        };
    }

    private static UsageStatus status(Containment answer) {
        return switch (answer) {
            case YES -> UsageStatus.MET;
            case MAYBE -> UsageStatus.UNVERIFIED;
            case NO -> UsageStatus.NOT_MET;
        };
    }

    private Decided said(
            Requirement requirement, String word, Answer answer, Readings readings, Usage usage, As as, Area area) {
        String what = usage.matched();
        Object where = readings.places().isEmpty()
                ? readings.register().<Object>map(p -> new Area(p.places())).orElse("?")
                : new Area(readings.places());
        Sentence reason = switch (answer.kind()) {
            case AGREED, UNSURE -> Sentence.of("ships." + word + "." + answer.containment(), what, where, area);
            case NOTHING_KNOWN -> Sentence.of("ships.unknown", what);
            case NOT_IN_REGISTER -> Sentence.of("ships.notInRegister", what, where);
            case DISAGREE ->
                Sentence.of(
                        "ships.disagree",
                        what,
                        readings.register()
                                .<Object>map(p -> new Area(p.places()))
                                .orElse("?"),
                        where);
            case MODELS ->
                Sentence.of(
                        "ships.models",
                        readings.register().map(Placement::name).orElse(""),
                        String.join(", ", as.offering().modelsOfNarrowerFacts()));
        };
        return new Decided(requirement, status(answer.containment()), reason).citing(readings.facts());
    }

    /** By region alone: whether the level is held is the candidate's to say. */
    private Decided fedRamp(Requirement requirement, Readings readings, Usage usage, As as) {
        Candidate candidate = Candidate.of(workload, as.offering(), register, date, Freshness.DEFAULT, Map.of());
        Rule rule = Rules.ALL.stream()
                .filter(r -> r.id() == requirement)
                .findFirst()
                .orElseThrow();
        Outcome overall = rule.decide(candidate);
        boolean limited = as.offering().published(Attestation.Kind.FEDRAMP).facts().stream()
                .anyMatch(f -> !f.value().deployments().isEmpty());
        Area unitedStates = new Area(List.of(new Place.Country("US")));
        Answer answer = readings.answer(
                placement -> {
                    Outcome here = rule.at(candidate, placement, overall);
                    return here == overall
                            ? Containment.YES
                            : here.status() == Status.NOT_MET ? Containment.NO : Containment.MAYBE;
                },
                all -> limited
                        ? Containment.MAYBE
                        : all.stream()
                                .map(p -> register.areas().within(p, unitedStates))
                                .min(Containment::compareTo)
                                .orElse(Containment.MAYBE));
        // what only some deployments have is not had by the places of a page
        Answer counted = limited && readings.register().isPresent()
                ? readings.answer(
                        placement ->
                                rule.at(candidate, placement, overall) == overall ? Containment.YES : Containment.NO,
                        all -> rule.at(candidate, readings.register().orElseThrow(), overall) == overall
                                ? Containment.YES
                                : Containment.NO)
                : answer;
        Sentence reason = counted.kind() == Answer.Kind.NOTHING_KNOWN
                ? Sentence.of("ships.unknown", usage.matched())
                : Sentence.of(
                        "ships.fedramp." + counted.containment(),
                        usage.matched(),
                        workload.fedRampLevel().orElseThrow());
        List<Fact<?>> facts = new ArrayList<>(readings.facts());
        facts.addAll(as.offering().published(Attestation.Kind.FEDRAMP).facts());
        return new Decided(requirement, status(counted.containment()), reason).citing(facts);
    }

    /** The readings of a signature, as if it stood there. */
    private Readings readings(Signature s, As as) {
        Areas areas = register.areas();
        List<Place> places =
                s.places().stream().flatMap(code -> areas.place(code).stream()).toList();
        List<Fact<Placement>> facts = as.offering().deployments().stream()
                .filter(f -> s.deployment().filter(f.value().id()::equals).isPresent())
                .toList();
        return new Readings(facts.stream().map(Fact::value).findFirst(), facts, false, false, places);
    }

    /** The value to write in its place, where a signature of the same kind names a deployment that would do. */
    private Optional<Sentence> lift(
            Requirement requirement, Usage usage, As as, Function<Signature, Containment> answer) {
        Optional<Kind> own = signatures.signature(usage.signature()).map(Signature::kind);
        // many places of a project ask for the same
        Optional<Signature> other = better.computeIfAbsent(
                new Asked(requirement, as.offering().id(), own), asked -> better(own, as, answer));
        return Optional.of(other.flatMap(s -> lift(usage, s))
                .orElseGet(() -> Sentence.of("ships.lift.read", as.offering().name())));
    }

    /** What to write and, where it means this only there, where its account has to lie; empty for what says nothing. */
    private Optional<Sentence> lift(Usage usage, Signature better) {
        String value = better.value().orElse(better.pattern());
        boolean stands = usage.matched().equalsIgnoreCase(value);
        Optional<Place> account = better.account().flatMap(register.areas()::place);
        return account.map(area ->
                        Sentence.of(stands ? "ships.lift.move" : "ships.lift.account", value, new Area(List.of(area))))
                // what stands there already lifts nothing
                .or(() -> Optional.of(Sentence.of("ships.lift.write", value)).filter(said -> !stands));
    }

    private Optional<Signature> better(Optional<Kind> own, As as, Function<Signature, Containment> answer) {
        return signatures.all().stream()
                .filter(s -> own.filter(k -> k == s.kind()).isPresent()
                        || (own.filter(k -> k == Kind.CONSTRUCTOR || k == Kind.ENV_REGION)
                                        .isPresent()
                                && (s.kind() == Kind.PARAMETER || s.kind() == Kind.REGION)))
                .filter(s -> s.offering().filter(as.offering().id()::equals).isPresent())
                .filter(s -> s.deployment().isPresent()
                        && !s.places().isEmpty()
                        && s.pattern().indexOf('{') < 0)
                .filter(s -> answer.apply(s) == Containment.YES)
                .findFirst();
    }

    private ProjectFinding finding(
            Usage usage,
            Optional<As> as,
            UsageStatus status,
            Optional<Requirement> requirement,
            Sentence reason,
            List<Fact<?>> facts,
            Optional<Sentence> lift) {
        return new ProjectFinding(
                workload.name(),
                usage.file(),
                usage.line(),
                usage.column(),
                as.map(a -> a.offering().id()).or(usage::offering),
                usage.service(),
                as.map(As::deployment).orElse(usage.deployment()),
                usage.matched(),
                status,
                requirement.map(Requirement::name),
                usage.environment().map(Environment::word),
                reason,
                citations(usage.signature(), facts),
                lift,
                usage.fingerprint(),
                Optional.empty());
    }

    /** The pages of a signature, then those of the register. */
    List<Cited> citations(String signature, List<Fact<?>> facts) {
        List<Cited> cited = new ArrayList<>();
        signatures
                .signature(signature)
                .ifPresent(s -> signatures
                        .sourcesOf(s)
                        .forEach(page ->
                                cited.add(new Cited(Optional.empty(), Optional.of(s.id()), page.url(), s.read()))));
        facts.stream()
                .flatMap(f -> f.citations().stream())
                .filter(c -> c.source() >= 0)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Citation::source).thenComparing(Citation::read))
                .forEach(c -> cited.add(new Cited(
                        Optional.of(c.source()),
                        Optional.empty(),
                        register.source(c.source()).map(Source::url).orElse(""),
                        c.read())));
        return cited.stream().distinct().toList();
    }
}
