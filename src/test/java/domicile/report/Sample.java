package domicile.report;

import domicile.assessment.Advisable;
import domicile.assessment.Alternative;
import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureFinding;
import domicile.assessment.FailureMode;
import domicile.assessment.Freshness;
import domicile.assessment.Need;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Sentence;
import domicile.assessment.StaleDocument;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.questionnaire.AcceptedRisk;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FrameworkControl;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Provider;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrustPortal;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A made-up register of fourteen offerings, of every kind that the rules tell apart, and workloads that ask all of
 * them.
 */
public final class Sample {
    public static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final LocalDate READ = LocalDate.of(2026, 6, 1);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 5);

    public static final Areas AREAS = new Areas(
            Stream.of("DE", "FR", "IE", "US", "AE", "SA", "JP", "GB")
                    .map(c -> new Areas.CountryDefinition(c, c))
                    .toList(),
            List.of(new Areas.BlocDefinition("EU", "European Union", Set.of("DE", "FR", "IE"), "")),
            List.of(new Areas.RegionDefinition("eu-central-1", "Frankfurt", "cloud", "DE")),
            List.of());

    /** Of two years and more ago, read from a file that limits what it says. */
    public static final Evidence CERTIFICATE = new Evidence(
            "vendor-01",
            Evidence.Kind.CERTIFICATE,
            LocalDate.of(2024, 3, 1),
            Optional.of(LocalDate.of(2024, 4, 1)),
            List.of(),
            "Vendor 1",
            Optional.of(Attestation.Kind.ISO_27001),
            Optional.empty(),
            OptionalInt.empty(),
            List.of("claude-opus-4-6"),
            List.of("batch"),
            "iso-certificate.pdf",
            new Evidence.Passage(
                    "ab".repeat(32),
                    OptionalInt.of(3),
                    "The certificate covers the model service.",
                    List.of(new Evidence.Hedge("apart from previews", OptionalInt.of(4)))));

    /** Typed, and of another product. */
    public static final Evidence AUTHORIZATION = new Evidence(
            "vendor-01",
            Evidence.Kind.FEDRAMP_AUTHORIZATION,
            LocalDate.of(2026, 5, 1),
            Optional.empty(),
            List.of(),
            "Another Product",
            Optional.empty(),
            Optional.of(FedRampLevel.MODERATE),
            OptionalInt.empty(),
            List.of(),
            List.of(),
            "",
            Evidence.Passage.NONE);

    private Sample() {}

    public static Register register() {
        List<Offering> offerings = new ArrayList<>();
        for (int i = 1; i <= 14; i++) {
            offerings.add(offering(i, "Vendor " + i + (i % 3 == 0 ? " (direct API)" : " via Large Cloud")));
        }
        return register(offerings);
    }

    public static Register register(List<Offering> offerings) {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(0, Source.Kind.COMPILED, "A Compiler", "What vendors say, compiled", "", ""));
        for (int i = 1; i <= 14; i++) {
            sources.add(new Source(
                    i,
                    i % 5 == 0 ? Source.Kind.PRESS : Source.Kind.PROVIDER,
                    "Vendor " + i,
                    "Data residency and compliance",
                    "States where prompts are processed and stored, and under which contracts.",
                    "https://vendor" + i + ".example/trust/data-residency?lang=en&year=2026"));
        }
        return new Register(
                DATE,
                r -> "sha256:4f1c2a9be07d3358c6a1e2f49b0d7713aa52cc60e8f94b1d2790e3a6bd5518f7",
                List.of(new Provider("vendor", "Vendor Inc."), new Provider("cloud", "Large Cloud")),
                offerings,
                sources,
                AREAS,
                List.of(
                        new FrameworkControl(
                                "CAIQ-4.1.0:DSP-19.1",
                                "CAIQ",
                                "4.1.0",
                                "Where data is processed and stored",
                                List.of("INFERENCE_LOCATION", "STORAGE_LOCATION")),
                        new FrameworkControl("GDPR:Art-28", "GDPR", "2016/679", "Processor contract", List.of("DPA")),
                        new FrameworkControl(
                                "HIPAA:164.504(e)", "45 CFR 164", "2013", "Business associates", List.of("HIPAA_BAA"))),
                List.of());
    }

    /** An offering whose facts depend on its number, so that every status comes up. */
    public static Offering offering(int i, String name) {
        List<Fact<?>> facts = new ArrayList<>();
        String home = i % 4 == 0 ? "DE" : "US";
        facts.add(fact(i, placement(Layer.INFERENCE, "default", Selection.DEFAULT, home)));
        if (i % 3 == 1) {
            facts.add(fact(i, placement(Layer.INFERENCE, "eu-profile", Selection.SELECTABLE, "DE", "FR", "IE")));
        }
        if (i % 5 != 0) {
            facts.add(fact(i, placement(Layer.STORAGE, "europe", Selection.SELECTABLE, "EU")));
        }
        facts.add(fact(i, new Retention(i % 2 == 0 ? 30 : 0, Optional.empty(), "API logs")));
        if (i % 2 == 0) {
            facts.add(fact(i, new ZeroRetention(ZeroRetention.Zdr.values()[i % 8])));
        }
        facts.add(attested(i, Attestation.Kind.SOC2_TYPE_II, Attestation.Status.HELD));
        if (i % 4 == 3) {
            facts.add(attested(0, Attestation.Kind.SOC2_TYPE_II, Attestation.Status.VERIFY));
        }
        facts.add(attested(i, Attestation.Kind.ISO_27001, Attestation.Status.values()[i % 5]));
        facts.add(attested(i, Attestation.Kind.BAA, Attestation.Status.values()[(i + 1) % 5]));
        facts.add(attested(i, Attestation.Kind.DPA, Attestation.Status.HELD));
        facts.add(fact(i, new TrustPortal("https://vendor" + i + ".example/trust")));
        if (i == 13) {
            facts.add(fact(i, new CorporateTie("A Fund", "SA", CorporateTie.Relation.INVESTOR)));
        }
        return new Offering(
                String.format(Locale.ROOT, "vendor-%02d", i), name, "vendor", i % 3 == 0 ? "vendor" : "cloud", facts);
    }

    public static Workload workload(String name, List<String> candidates, List<Evidence> evidence) {
        return new Workload(
                name,
                LocalDate.of(2026, 7, 1),
                List.of(DataCategory.PERSONAL, DataCategory.PHI),
                List.of("claude"),
                Optional.of(new Area(List.of(place("EU")))),
                Optional.of(new Area(List.of(place("EU"), place("GB")))),
                Optional.of(new Area(List.of(place("EU")))),
                List.of(Attestation.Kind.SOC2_TYPE_II, Attestation.Kind.ISO_27001, Attestation.Kind.ISO_42001),
                Optional.of(FedRampLevel.MODERATE),
                true,
                OptionalInt.of(7),
                Optional.of(Workload.TrainingPolicy.FORBIDDEN),
                Optional.of(List.of("guardrails")),
                Optional.of(new Area(List.of(place("SA"), place("AE")))),
                candidates,
                evidence);
    }

    public static List<Evidence> evidence() {
        return List.of(
                new Evidence(
                        "vendor-01",
                        Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                        LocalDate.of(2026, 6, 10),
                        List.of(place("eu-central-1")),
                        "",
                        "order-form-114.pdf"),
                new Evidence(
                        "vendor-02",
                        Evidence.Kind.SOC2_REPORT,
                        LocalDate.of(2026, 5, 1),
                        List.of(),
                        "",
                        "soc2-report.pdf"),
                new Evidence(
                        "vendor-04",
                        Evidence.Kind.BAA_PRODUCT_SCHEDULE,
                        LocalDate.of(2026, 7, 10),
                        List.of(),
                        "Vendor 4",
                        "baa-schedule.pdf"),
                CERTIFICATE,
                AUTHORIZATION,
                new Evidence(
                        "vendor-04",
                        Evidence.Kind.ZDR_ADDENDUM,
                        LocalDate.of(2026, 7, 10),
                        Optional.empty(),
                        List.of(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(30),
                        List.of(),
                        List.of(),
                        "zdr.pdf",
                        Evidence.Passage.NONE));
    }

    /** An assessment in which every part says something. */
    public static Assessment assessment(Register register, Workload workload) {
        Assessment a = Assessor.assess(workload, register, DATE, Freshness.DEFAULT);
        return new Assessment(
                workload,
                a.date(),
                a.registerAsOf(),
                a.registerHash(),
                "2",
                a.freshness(),
                List.of(Advisable.values()),
                a.offerings().stream().map(o -> full(o, workload.evidence())).toList());
    }

    private static OfferingAssessment full(OfferingAssessment o, List<Evidence> evidence) {
        List<Evidence> own =
                evidence.stream().filter(e -> e.offering().equals(o.offering())).toList();
        return new OfferingAssessment(
                o.offering(),
                o.verdict(),
                o.requirements(),
                four(o.failureModes()),
                o.alternatives().stream().anyMatch(a -> !a.readFirstHand().isEmpty())
                        ? o.alternatives()
                        : Stream.concat(o.alternatives().stream(), Stream.of(way(o.offering())))
                                .toList(),
                o.stale(),
                o.staleDocuments().isEmpty()
                        ? own.stream()
                                .filter(CERTIFICATE::equals)
                                .map(e -> new StaleDocument(e, ChronoUnit.DAYS.between(e.date(), DATE)))
                                .toList()
                        : o.staleDocuments(),
                o.documentsNotCounted().isEmpty()
                        ? own.stream()
                                .filter(AUTHORIZATION::equals)
                                .map(e -> new DocumentNotCounted(e, DocumentNotCounted.Why.NAMES_ANOTHER_PRODUCT))
                                .toList()
                        : o.documentsNotCounted(),
                o.askList(),
                o.clauses(),
                o.facts());
    }

    /** With a finding for the fourth, like the third's. */
    private static List<FailureFinding> four(List<FailureFinding> modes) {
        FailureFinding last = modes.getLast();
        return modes.size() == FailureMode.values().length
                ? modes
                : Stream.concat(
                                modes.stream(),
                                Stream.of(new FailureFinding(
                                        FailureMode.COVERAGE_IS_NOT_EVERY_MODEL,
                                        last.state(),
                                        last.reason(),
                                        last.citations())))
                        .toList();
    }

    private static Alternative way(String offering) {
        Evidence form = new Evidence(
                offering,
                Evidence.Kind.CERTIFICATE,
                DATE,
                Optional.empty(),
                List.of(place("DE"), place("EU")),
                "Vendor",
                Optional.of(Attestation.Kind.ISO_27001),
                Optional.of(FedRampLevel.HIGH),
                OptionalInt.of(0),
                List.of("claude-opus-4-6"),
                List.of("batch"),
                "",
                Evidence.Passage.NONE);
        return new Alternative(
                offering,
                Optional.empty(),
                List.of(new Need(form, Sentence.of("document.DPA_SIGNED", offering))),
                List.of("attestation/DPA"),
                Verdict.CONDITIONAL);
    }

    /** A report of the first so many offerings. */
    public static ReportModel report(int candidates, Locale locale) {
        Register register = register();
        List<String> ids = register.offerings().stream()
                .limit(candidates)
                .map(Offering::id)
                .toList();
        List<Evidence> evidence =
                evidence().stream().filter(e -> ids.contains(e.offering())).toList();
        return ReportModel.of(
                assessment(register, workload("Claims triage for the Dublin office", ids, evidence)),
                register,
                List.of("Which side services will see prompts?", "Who signs the order form?"),
                locale);
    }

    /** An acceptance that was given for the finding as it is. */
    public static AcceptedRisk accepted(
            String offering, String requirement, String approver, String reason, LocalDate on, LocalDate until) {
        return accepted(offering, requirement, approver, reason, on, until, Assessor.RULES_VERSION);
    }

    /** An acceptance that was given under a version of the rules. */
    public static AcceptedRisk accepted(
            String offering,
            String requirement,
            String approver,
            String reason,
            LocalDate on,
            LocalDate until,
            String rules) {
        return new AcceptedRisk(
                offering,
                requirement,
                approver,
                reason,
                on,
                until,
                Optional.of(new AcceptedRisk.Given(Status.NOT_MET.name(), "a.reason", rules)));
    }

    /** Minutes of no meeting, with accepted risks. */
    public static Minutes minutes(AcceptedRisk... risks) {
        return new Minutes(
                "en",
                "Claims triage",
                DATE,
                Optional.empty(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Arrays.stream(risks)
                        .map(r -> new Minutes.Risk(
                                r,
                                r.given().map(g -> Status.valueOf(g.status())),
                                r.standing(DATE, r.given().map(AcceptedRisk.Given::status), Assessor.RULES_VERSION)))
                        .toList(),
                Optional.empty(),
                List.of());
    }

    public static Place place(String code) {
        return AREAS.place(code).orElseThrow();
    }

    private static Placement placement(Layer layer, String id, Selection selection, String... places) {
        return new Placement(
                layer,
                id,
                id.equals("eu-profile") ? "EU inference profile" : id,
                selection,
                Arrays.stream(places).map(Sample::place).toList(),
                false,
                List.of());
    }

    private static Fact<Attestation> attested(int source, Attestation.Kind kind, Attestation.Status status) {
        return fact(
                source,
                new Attestation(kind, status, "cloud", "", Optional.empty(), List.of(), Optional.empty(), List.of()));
    }

    private static <V extends FactValue> Fact<V> fact(int source, V value) {
        return new Fact<>(
                value, "", List.of(new Citation(source, source == 6 ? LONG_AGO : READ), new Citation(0, READ)));
    }
}
