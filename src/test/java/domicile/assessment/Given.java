package domicile.assessment;

import domicile.residency.AppliesTo;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.Model;
import domicile.residency.ModelFamilies;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Provider;
import domicile.residency.PublishedDate;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.TrustPortal;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Small registers and workloads to try the rules on, said in as few words as a case needs. */
public final class Given {
    /** Words of a page. */
    public static final Quote WORDS =
            new Quote("0".repeat(64), "Data stays here.", "", "", Quote.Unit.SENTENCE, Optional.empty(), false);

    public static final LocalDate READ = LocalDate.of(2026, 6, 1);
    public static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    public static final LocalDate START = LocalDate.of(2026, 7, 1);

    public static final Areas AREAS = new Areas(
            Stream.of("DE", "FR", "IE", "IS", "US", "AE", "SA", "JP", "CH")
                    .map(c -> new Areas.CountryDefinition(c, c))
                    .toList(),
            List.of(
                    new Areas.BlocDefinition("EU", "European Union", Set.of("DE", "FR", "IE"), ""),
                    new Areas.BlocDefinition("EEA", "European Economic Area", Set.of("DE", "FR", "IE", "IS"), ""),
                    new Areas.BlocDefinition("EUROPE", "Europe", Set.of("DE", "FR", "IE", "IS", "CH"), "", true)),
            List.of(
                    new Areas.RegionDefinition("eu-central-1", "Frankfurt", "aws", "DE"),
                    new Areas.RegionDefinition("us-gov-west-1", "GovCloud US-West", "aws", "US")),
            List.of());

    private Given() {}

    public static Place place(String code) {
        return AREAS.place(code).orElseThrow();
    }

    public static Area area(String... codes) {
        return new Area(Arrays.stream(codes).map(Given::place).toList());
    }

    /** A fact that the provider's own page states. */
    public static <V extends FactValue> Fact<V> fact(V value) {
        return citing(value, 1);
    }

    /** A fact that these sources state. */
    public static <V extends FactValue> Fact<V> citing(V value, int... sources) {
        return new Fact<>(
                value,
                "",
                Arrays.stream(sources).mapToObj(s -> new Citation(s, READ)).toList());
    }

    /** The same fact, cited second-hand only. */
    public static <V extends FactValue> Fact<V> secondHand(Fact<V> fact) {
        return citing(fact.value(), 2);
    }

    /** The same fact, read on another day. */
    public static <V extends FactValue> Fact<V> readOn(String day, Fact<V> fact) {
        return new Fact<>(fact.value(), "", List.of(new Citation(1, LocalDate.parse(day))));
    }

    /** The same fact with the words of its page, in every citation. */
    public static <V extends FactValue> Fact<V> quoted(Fact<V> fact) {
        return new Fact<>(
                fact.value(),
                fact.text(),
                fact.variant(),
                fact.citations().stream().map(c -> c.quoting(WORDS)).toList());
    }

    /** The same fact after its page was withdrawn. */
    public static <V extends FactValue> Fact<V> withdrawn(Fact<V> fact) {
        return new Fact<>(
                fact.value(),
                fact.text(),
                fact.variant(),
                fact.citations().stream().map(c -> c.quoting(WORDS.withdraw())).toList());
    }

    /** The same fact as another source has it, which makes two of them a dispute where they differ. */
    public static <V extends FactValue> Fact<V> elsewhere(Fact<V> fact) {
        return new Fact<>(fact.value(), "", "text", fact.citations());
    }

    /** The same fact about some models alone. */
    public static Fact<?> ofModels(Fact<?> fact, String... models) {
        return narrowed(fact, new AppliesTo(List.of(models), List.of()));
    }

    /** The same fact about some services alone. */
    public static Fact<?> ofServices(Fact<?> fact, String... services) {
        return narrowed(fact, new AppliesTo(List.of(), List.of(services)));
    }

    private static Fact<?> narrowed(Fact<?> fact, AppliesTo to) {
        FactValue value = fact.value().applyingTo(to);
        if (!value.appliesTo().equals(to)) {
            throw new IllegalArgumentException(value.key() + " speaks for the offering alone");
        }
        return new Fact<>(value, "", fact.citations());
    }

    public static Fact<Placement> placement(Layer layer, String id, Selection selection, String... places) {
        return fact(new Placement(
                layer,
                id,
                id,
                selection,
                Arrays.stream(places).map(Given::place).toList(),
                false,
                List.of()));
    }

    public static Fact<Placement> inference(String id, Selection selection, String... places) {
        return placement(Layer.INFERENCE, id, selection, places);
    }

    /** The same placement, to be had from a day or month on. */
    public static Fact<Placement> since(String date, Fact<Placement> fact) {
        Placement p = fact.value();
        return fact(new Placement(
                p.layer(),
                p.id(),
                p.name(),
                p.selection(),
                p.places(),
                p.openEnded(),
                p.deployments(),
                Optional.of(new PublishedDate(date)),
                p.appliesTo()));
    }

    /** The same placement "and perhaps elsewhere". */
    public static Fact<Placement> perhapsElsewhere(Fact<Placement> fact) {
        Placement p = fact.value();
        return fact(new Placement(p.layer(), p.id(), p.name(), p.selection(), p.places(), true, p.deployments()));
    }

    /** The same placement, to be had with some deployments alone. */
    public static Fact<Placement> going(Fact<Placement> fact, String... deployments) {
        Placement p = fact.value();
        return fact(new Placement(
                p.layer(), p.id(), p.name(), p.selection(), p.places(), p.openEnded(), List.of(deployments)));
    }

    /** A placement of endpoint services. */
    public static Fact<Placement> endpoint(String id, Selection selection, String... places) {
        return placement(Layer.ENDPOINT_SERVICES, id, selection, places);
    }

    public static Fact<Placement> openEnded(String id, String bound) {
        return fact(
                new Placement(Layer.INFERENCE, id, id, Selection.SELECTABLE, List.of(place(bound)), true, List.of()));
    }

    public static Fact<Placement> storage(String id, Selection selection, String... places) {
        return placement(Layer.STORAGE, id, selection, places);
    }

    public static Fact<Attestation> attestation(Attestation.Kind kind, Attestation.Status status) {
        return attestation(kind, status, "");
    }

    public static Fact<Attestation> attestation(Attestation.Kind kind, Attestation.Status status, String since) {
        return fact(new Attestation(
                kind,
                status,
                "vendor",
                "",
                Optional.empty(),
                List.of(),
                since.isEmpty() ? Optional.empty() : Optional.of(new PublishedDate(since)),
                List.of()));
    }

    public static Fact<Attestation> fedRamp(FedRampLevel level, String... deployments) {
        return fact(new Attestation(
                Attestation.Kind.FEDRAMP,
                deployments.length == 0 ? Attestation.Status.HELD : Attestation.Status.SCOPED,
                "vendor",
                "GovCloud",
                Optional.of(level),
                List.of(deployments),
                Optional.empty(),
                List.of()));
    }

    /** A BAA that is held but for some services: named ones, or ones that the page leaves unnamed. */
    public static Fact<Attestation> baaBut(boolean someUnnamed, String... outOfScope) {
        return fact(new Attestation(
                Attestation.Kind.BAA,
                Attestation.Status.HELD,
                "vendor",
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(outOfScope),
                someUnnamed,
                AppliesTo.WHOLE));
    }

    public static Fact<Headquarters> headquarters(String country) {
        return fact(new Headquarters(country, ""));
    }

    public static Fact<GoverningLaw> law(String country) {
        return fact(new GoverningLaw(country));
    }

    public static Fact<TrainingReuse> training(TrainingReuse.Reuse reuse) {
        return fact(new TrainingReuse(reuse));
    }

    public static Fact<TrustPortal> portal() {
        return fact(new TrustPortal("https://vendor.example/trust"));
    }

    /** A model of the family claude, served for good where no last day is given. */
    public static Model model(String id, String until) {
        return new Model(
                id,
                "claude",
                until.isEmpty() ? Optional.empty() : Optional.of(new PublishedDate(until)),
                List.of(new Citation(1, READ)));
    }

    public static Fact<ZeroRetention> zdr(ZeroRetention.Zdr zdr) {
        return fact(new ZeroRetention(zdr));
    }

    public static Fact<Retention> retention(int days, String from) {
        return fact(
                new Retention(days, from.isEmpty() ? Optional.empty() : Optional.of(new PublishedDate(from)), "logs"));
    }

    public static Fact<CorporateTie> tie(String country) {
        return fact(new CorporateTie("Fund", country, CorporateTie.Relation.INVESTOR));
    }

    public static Fact<ModelFamilies> models(String... families) {
        return fact(new ModelFamilies(List.of(families), false));
    }

    public static Offering offering(String id, Fact<?>... facts) {
        return new Offering(id, "Vendor " + id, "vendor", "vendor", List.of(facts));
    }

    /** An offering of which the register lists what contracts call it, and its models. */
    public static Offering offering(String id, List<String> products, List<Model> models, Fact<?>... facts) {
        return new Offering(id, "Vendor " + id, "vendor", "vendor", products, models, List.of(facts));
    }

    public static Register register(Offering... offerings) {
        return new Register(
                DATE,
                r -> "sha256:test",
                List.of(new Provider("vendor", "Vendor")),
                List.of(offerings),
                List.of(
                        new Source(1, Source.Kind.PROVIDER, "Vendor", "Page", "https://vendor.example/", ""),
                        new Source(2, Source.Kind.COMPILED, "Compiler", "Index", "https://index.example/", ""),
                        new Source(3, Source.Kind.FILING, "Vendor", "Filing", "https://filing.example/", ""),
                        new Source(4, Source.Kind.AUTHORITY, "Authority", "List", "https://list.example/", ""),
                        new Source(5, Source.Kind.PRESS, "Press", "Article", "https://press.example/", "")),
                AREAS,
                List.of(),
                List.of());
    }

    /** A document for the offering {@code it}, dated on the day that all is read. */
    public static Paper paper(Evidence.Kind kind) {
        return new Paper(kind);
    }

    /** A document being said. */
    public static final class Paper {
        private final Evidence.Kind kind;
        private LocalDate date = READ;
        private Optional<LocalDate> from = Optional.empty();
        private List<Place> regions = List.of();
        private String product = "";
        private Optional<Attestation.Kind> certification = Optional.empty();
        private Optional<FedRampLevel> level = Optional.empty();
        private OptionalInt days = OptionalInt.empty();
        private List<String> models = List.of();
        private List<String> services = List.of();
        private String file = "file.pdf";
        private List<Evidence.Hedge> hedges = List.of();

        private Paper(Evidence.Kind kind) {
            this.kind = kind;
        }

        public Paper dated(String day) {
            date = LocalDate.parse(day);
            return this;
        }

        public Paper inForceFrom(String day) {
            from = Optional.of(LocalDate.parse(day));
            return this;
        }

        public Paper in(String... codes) {
            regions = Arrays.stream(codes).map(Given::place).toList();
            return this;
        }

        public Paper naming(String named) {
            product = named;
            return this;
        }

        public Paper certifying(Attestation.Kind held) {
            certification = Optional.of(held);
            return this;
        }

        public Paper at(FedRampLevel shown) {
            level = Optional.of(shown);
            return this;
        }

        public Paper days(int left) {
            days = OptionalInt.of(left);
            return this;
        }

        public Paper ofModels(String... named) {
            models = List.of(named);
            return this;
        }

        public Paper ofServices(String... named) {
            services = List.of(named);
            return this;
        }

        public Paper called(String name) {
            file = name;
            return this;
        }

        public Paper hedged(String quote) {
            hedges = List.of(new Evidence.Hedge(quote, OptionalInt.empty()));
            return this;
        }

        public Evidence evidence() {
            return new Evidence(
                    "it",
                    kind,
                    date,
                    from,
                    regions,
                    product,
                    certification,
                    level,
                    days,
                    models,
                    services,
                    file,
                    new Evidence.Passage("", OptionalInt.empty(), "", hedges));
        }
    }

    public static Ask ask() {
        return new Ask();
    }

    /** A workload being said. */
    public static final class Ask {
        private final List<DataCategory> categories = new ArrayList<>();
        private Optional<Area> inference = Optional.empty();
        private Optional<Area> storage = Optional.empty();
        private Optional<Area> endpoint = Optional.empty();
        private Optional<Area> excluded = Optional.empty();
        private List<Attestation.Kind> certifications = List.of();
        private Optional<FedRampLevel> level = Optional.empty();
        private OptionalInt days = OptionalInt.empty();
        private boolean noTraining;
        private List<String> families = List.of();
        private Optional<List<String>> services = Optional.empty();
        private boolean dpa;
        private List<String> modelIds = List.of();
        private final EnumSet<Workload.Part> undecided = EnumSet.noneOf(Workload.Part.class);
        private Freshness freshness = Freshness.DEFAULT;
        private LocalDate start = START;
        private final List<Evidence> evidence = new ArrayList<>();

        public Ask data(DataCategory... held) {
            categories.addAll(List.of(held));
            return this;
        }

        public Ask inference(String... codes) {
            inference = Optional.of(area(codes));
            return this;
        }

        public Ask storage(String... codes) {
            storage = Optional.of(area(codes));
            return this;
        }

        public Ask endpoint(String... codes) {
            endpoint = Optional.of(area(codes));
            return this;
        }

        public Ask excluding(String... codes) {
            excluded = Optional.of(area(codes));
            return this;
        }

        public Ask certified(Attestation.Kind... kinds) {
            certifications = List.of(kinds);
            return this;
        }

        public Ask fedRamp(FedRampLevel asked) {
            level = Optional.of(asked);
            return this;
        }

        public Ask keptAtMost(int limit) {
            days = OptionalInt.of(limit);
            return this;
        }

        public Ask noTraining() {
            noTraining = true;
            return this;
        }

        public Ask models(String... asked) {
            families = List.of(asked);
            return this;
        }

        public Ask using(String... used) {
            services = Optional.of(List.of(used));
            return this;
        }

        /** Nothing beside the plain model call. */
        public Ask plainCall() {
            return using();
        }

        public Ask usingModels(String... ids) {
            modelIds = List.of(ids);
            return this;
        }

        public Ask dpa() {
            dpa = true;
            return this;
        }

        public Ask undecided(Workload.Part... parts) {
            undecided.addAll(List.of(parts));
            return this;
        }

        public Ask freshness(int days, int documentDays, boolean hard) {
            freshness = new Freshness(days, documentDays, hard);
            return this;
        }

        public Ask requiringQuotes() {
            freshness = freshness.requiringQuotes();
            return this;
        }

        public Ask with(Paper... papers) {
            Arrays.stream(papers).map(Paper::evidence).forEach(evidence::add);
            return this;
        }

        public Ask from(String day) {
            start = LocalDate.parse(day);
            return this;
        }

        public Ask holding(Evidence.Kind kind, String... regions) {
            return holdingNaming(kind, "", regions);
        }

        public Ask holdingNaming(Evidence.Kind kind, String product, String... regions) {
            evidence.add(new Evidence(
                    "it", kind, READ, Arrays.stream(regions).map(Given::place).toList(), product, "file.pdf"));
            return this;
        }

        public Workload workload() {
            return new Workload(
                    "Test",
                    start,
                    categories,
                    families,
                    inference,
                    storage,
                    endpoint,
                    certifications,
                    level,
                    dpa,
                    days,
                    noTraining ? Optional.of(Workload.TrainingPolicy.FORBIDDEN) : Optional.empty(),
                    services,
                    excluded,
                    List.of("it"),
                    evidence,
                    undecided,
                    modelIds);
        }

        /** What the offering {@code it}, made of these facts, comes to. */
        public OfferingAssessment of(Fact<?>... facts) {
            return in(offering("it", facts));
        }

        public OfferingAssessment in(Offering... offerings) {
            return Assessor.assess(workload(), register(offerings), DATE, freshness)
                    .offerings()
                    .getFirst();
        }

        public Status status(Requirement requirement, Fact<?>... facts) {
            return finding(requirement, facts).status();
        }

        public Finding finding(Requirement requirement, Fact<?>... facts) {
            return find(of(facts), requirement);
        }

        /** Whether the workload asks for a requirement. */
        public boolean asks(Requirement requirement) {
            return of().requirements().stream().anyMatch(f -> f.requirement() == requirement);
        }
    }

    public static Finding find(OfferingAssessment assessment, Requirement requirement) {
        return assessment.requirements().stream()
                .filter(f -> f.requirement() == requirement)
                .findFirst()
                .orElseThrow();
    }

    public static FailureMode.State state(OfferingAssessment assessment, FailureMode mode) {
        return assessment.failureModes().stream()
                .filter(f -> f.failureMode() == mode)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
