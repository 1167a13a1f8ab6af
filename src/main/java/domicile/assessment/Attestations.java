package domicile.assessment;

import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Fact;
import domicile.residency.PublishedDate;
import java.util.List;
import java.util.Optional;

/** FEDRAMP and the certifications, and how anything attested is read when sources may disagree. */
final class Attestations {

    private Attestations() {}

    /** What all the facts about one attestation come to. */
    sealed interface Reading {
        /** The last part of the sentence key that says it. */
        String word();
    }

    /** Held, in full or in part. */
    record Held(Fact<Attestation> fact) implements Reading {
        @Override
        public String word() {
            return "held";
        }
    }

    record NotHeld() implements Reading {
        @Override
        public String word() {
            return "notHeld";
        }
    }

    /** The page says: verify it. */
    record Verify() implements Reading {
        @Override
        public String word() {
            return "verify";
        }
    }

    record NotPublished() implements Reading {
        @Override
        public String word() {
            return "notPublished";
        }
    }

    /** The register says nothing. */
    record Silent() implements Reading {
        @Override
        public String word() {
            return "silent";
        }
    }

    /** Sources disagree about the status. */
    record Conflict() implements Reading {
        @Override
        public String word() {
            return "conflict";
        }
    }

    static Reading read(List<Fact<Attestation>> facts) {
        if (facts.isEmpty()) {
            return new Silent();
        }
        if (facts.stream().map(f -> f.value().status()).distinct().count() > 1
                || facts.stream().map(f -> f.value().level()).distinct().count() > 1) {
            return new Conflict();
        }
        // Sources that agree on the status may differ in the date: the latest is the safe one.
        Fact<Attestation> fact = facts.stream()
                .reduce((a, b) -> latest(b.value()).compareTo(latest(a.value())) > 0 ? b : a)
                .orElseThrow();
        return switch (fact.value().status()) {
            case HELD, SCOPED -> new Held(fact);
            case NOT_HELD -> new NotHeld();
            case NOT_PUBLISHED -> new NotPublished();
            case VERIFY -> new Verify();
        };
    }

    private static java.time.LocalDate latest(Attestation attestation) {
        return attestation.since().map(PublishedDate::latest).orElse(java.time.LocalDate.MIN);
    }

    /** The date from which it is in force, when that is after the workload's first day. */
    static Optional<PublishedDate> notYet(Attestation attestation, Context c) {
        return attestation
                .since()
                .filter(since -> since.latest().isAfter(c.workload().startsOn()));
    }

    static Optional<Finding> fedRamp(Context c) {
        return c.workload().fedRampLevel().map(level -> fedRamp(c, level));
    }

    private static Finding fedRamp(Context c, FedRampLevel asked) {
        Requirement id = Requirement.FEDRAMP;
        List<Fact<Attestation>> facts = c.offering().attestations(Attestation.Kind.FEDRAMP);
        Reading reading = read(facts);
        if (!(reading instanceof Held held)) {
            return c.finding(
                            id,
                            reading instanceof NotHeld ? Status.NOT_MET : Status.UNVERIFIED,
                            "fedramp." + reading.word())
                    .citing(facts)
                    .missing("missing.fedramp", c.offering().name())
                    .lift(reading instanceof NotHeld ? "lift.fedramp.other" : "lift.fedramp.verify", asked)
                    .done();
        }
        Attestation authorization = held.fact().value();
        Optional<PublishedDate> late = notYet(authorization, c);
        if (late.isPresent()) {
            return c.finding(
                            id,
                            Status.NOT_MET,
                            "fedramp.late",
                            late.get(),
                            c.workload().startsOn())
                    .citing(facts)
                    .lift("lift.fedramp.start", late.get())
                    .done();
        }
        if (authorization.level().isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "fedramp.levelUnknown", asked)
                    .citing(facts)
                    .lift("lift.fedramp.verify", asked)
                    .done();
        }
        FedRampLevel level = authorization.level().get();
        if (level.compareTo(asked) < 0) {
            return c.finding(id, Status.NOT_MET, "fedramp.lower", level, asked)
                    .citing(facts)
                    .lift("lift.fedramp.other", asked)
                    .done();
        }
        String scope = authorization.scope().isEmpty()
                ? String.join(", ", authorization.deployments())
                : authorization.scope();
        boolean scoped = authorization.status() == Attestation.Status.SCOPED
                || !authorization.deployments().isEmpty();
        return c.finding(
                        id,
                        scoped ? Status.CONDITIONAL : Status.MET,
                        scoped ? "fedramp.scoped" : "fedramp.held",
                        level,
                        asked,
                        scope)
                .at(authorization.deployments().stream().findFirst())
                .citing(facts)
                .lift("lift.fedramp.scope", scope)
                .done();
    }

    /** The status of the FedRAMP requirement in one deployment: outside the regions that it is limited to it does not hold. */
    static Status fedRampAt(Context c, Finding overall, String deployment) {
        boolean elsewhere = c.offering().attestations(Attestation.Kind.FEDRAMP).stream()
                .map(Fact::value)
                .anyMatch(a -> !a.deployments().isEmpty() && !a.deployments().contains(deployment));
        return elsewhere ? Status.NOT_MET : overall.status();
    }

    static List<Finding> certifications(Context c) {
        return c.workload().certifications().stream()
                .distinct()
                .sorted()
                .map(kind -> certification(c, kind))
                .toList();
    }

    private static Finding certification(Context c, Attestation.Kind kind) {
        Requirement id = Requirement.of(kind);
        List<Fact<Attestation>> facts = c.offering().attestations(kind);
        Sentence name = Sentence.of("kind." + kind);
        Reading reading = read(facts);
        if (!(reading instanceof Held held)) {
            return c.finding(
                            id,
                            reading instanceof NotHeld ? Status.NOT_MET : Status.UNVERIFIED,
                            "certification." + reading.word(),
                            name)
                    .citing(facts)
                    .missing("missing.certification", c.offering().name(), name)
                    .lift(reading instanceof NotHeld ? "lift.certification.other" : "lift.certification.verify", name)
                    .done();
        }
        Attestation attestation = held.fact().value();
        String holder = c.register().providerName(attestation.holder());
        Optional<PublishedDate> late = notYet(attestation, c);
        if (late.isPresent()) {
            return c.finding(
                            id,
                            Status.NOT_MET,
                            "certification.late",
                            name,
                            late.get(),
                            c.workload().startsOn())
                    .citing(facts)
                    .lift("lift.certification.start", name, late.get())
                    .done();
        }
        boolean scoped = attestation.status() == Attestation.Status.SCOPED;
        return c.finding(
                        id,
                        scoped ? Status.CONDITIONAL : Status.MET,
                        scoped ? "certification.scoped" : "certification.held",
                        name,
                        holder,
                        attestation.scope())
                .citing(facts)
                .lift("lift.certification.scope", name)
                .done();
    }
}
