package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Published;
import domicile.residency.PublishedDate;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * HIPAA_BAA: does a BAA cover this product and what is used with it, from the first day, and is its schedule in hand?
 */
public final class HipaaBaaRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.HIPAA_BAA;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.dataCategories().contains(DataCategory.PHI);
    }

    @Override
    public Outcome decide(Candidate c) {
        Published<Attestation> published = c.offering().published(Attestation.Kind.BAA);
        List<Evidence> schedules = c.documents(Evidence.Kind.BAA_PRODUCT_SCHEDULE);
        Optional<Attestation> held = Attested.held(published);
        Optional<PublishedDate> late = held.flatMap(a -> Attested.notYet(a, c));
        if (late.isPresent()) {
            return Outcome.notMet("baa.late", late.get(), c.workload().startsOn())
                    .citing(published)
                    .lift("lift.baa.start", late.get());
        }
        List<String> outside = outOfScope(c, published);
        if (!outside.isEmpty()) {
            return Outcome.notMet("baa.outOfScope", String.join(", ", outside))
                    .citing(published)
                    .lift("lift.baa.services", String.join(", ", outside));
        }
        Outcome said = schedules.isEmpty() ? published(c, published) : scheduled(c, published, schedules);
        return servicesNamed(
                c,
                published,
                said.citing(published).missing("missing.baa", c.name()).lift("lift.baa.schedule", Needed.product(c)));
    }

    private static Outcome published(Candidate c, Published<Attestation> published) {
        Optional<Attestation> held = Attested.held(published);
        if (held.isPresent()) {
            String scope = held.get().scope();
            return Outcome.conditional(
                    scope.isEmpty() ? "baa.held" : "baa.held.scope",
                    c.register().providerName(held.get().holder()),
                    scope);
        }
        return Outcome.of(
                Attested.denied(published) ? Status.NOT_MET : Status.UNVERIFIED, "baa." + Attested.word(published));
    }

    /** A schedule settles what nobody has published; it does not settle a page that says the opposite. */
    private static Outcome scheduled(Candidate c, Published<Attestation> published, List<Evidence> schedules) {
        String titles = LocationDocuments.titles(schedules);
        if (Attested.denied(published)) {
            return Outcome.unverified("baa.contradiction", titles).relyingOn(schedules);
        }
        Sentence said = Attested.held(published).isPresent()
                ? Sentence.of("baa.schedule", titles)
                : Sentence.of("baa.unpublishedSigned", titles);
        List<String> aside =
                c.documents().leftAside(schedules, c.workload().services().orElse(List.of()));
        Sentence whole = aside.isEmpty() ? said : Sentence.of("baa.leftAside", said, String.join(", ", aside));
        return Outcome.met("plain", c.listed().products().isEmpty() ? Sentence.of("products.unlisted", whole) : whole)
                .relyingOn(schedules);
    }

    /**
     * What is used beside the model has to be named by a schedule; where some services are out of scope unnamed, even
     * more so.
     */
    private static Outcome servicesNamed(Candidate c, Published<Attestation> published, Outcome said) {
        Optional<List<String>> services = c.workload().services();
        boolean some = someOutOfScope(published);
        if (services.isEmpty()) {
            return said.atBest(Status.CONDITIONAL, "baa.servicesUnsaid", said.reason())
                    .lift("lift.baa.servicesUnsaid");
        }
        List<String> unnamed = c.documents().unnamed(Evidence.Kind.BAA_PRODUCT_SCHEDULE, services.get());
        if (unnamed.isEmpty()) {
            return said;
        }
        String names = String.join(", ", unnamed);
        return said.atBest(
                        some ? Status.UNVERIFIED : Status.CONDITIONAL,
                        some ? "baa.someOutOfScope" : "baa.serviceUnnamed",
                        said.reason(),
                        names)
                .lift("lift.baa.serviceSchedule", names);
    }

    /** The services that the workload uses and the register marks as out of the BAA's scope. */
    public static List<String> outOfScope(Candidate c, Published<Attestation> published) {
        return c.workload().services().orElse(List.of()).stream()
                .filter(s -> published.facts().stream()
                        .map(Fact::value)
                        .anyMatch(a -> a.outOfScope().contains(s)))
                .toList();
    }

    /** Whether the register says that some services are out of scope without naming them. */
    public static boolean someOutOfScope(Published<Attestation> published) {
        return published.facts().stream().anyMatch(f -> f.value().someServicesOutOfScope());
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(Evidence.Kind.BAA_PRODUCT_SCHEDULE),
                fact -> fact instanceof Attestation a && a.kind() == Attestation.Kind.BAA);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.SERVICES);
    }

    /** A schedule that names the product and all services that are used. */
    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of(Needed.document(
                c,
                Evidence.Kind.BAA_PRODUCT_SCHEDULE,
                List.of(),
                Needed.product(c),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                c.workload().models(),
                new ArrayList<>(c.workload().services().orElse(List.of()))));
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.of(Evidence.Kind.BAA_PRODUCT_SCHEDULE);
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.of(Sentence.of("clause." + id(), Needed.product(c)));
    }
}
