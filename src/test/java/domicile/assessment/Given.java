package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Provider;
import domicile.residency.PublishedDate;
import domicile.residency.Register;
import domicile.residency.Selection;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.residency.Workload.DataCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Small registers and workloads to try the rules on, said in as few words as a case needs. */
final class Given {
    static final LocalDate READ = LocalDate.of(2026, 6, 1);
    static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    static final LocalDate START = LocalDate.of(2026, 7, 1);

    static final Areas AREAS = new Areas(
            Stream.of("DE", "FR", "IE", "IS", "US", "AE", "SA", "JP", "CH")
                    .map(c -> new Areas.CountryDefinition(c, c))
                    .toList(),
            List.of(
                    new Areas.BlocDefinition("EU", "European Union", Set.of("DE", "FR", "IE"), ""),
                    new Areas.BlocDefinition("EEA", "European Economic Area", Set.of("DE", "FR", "IE", "IS"), "")),
            List.of(
                    new Areas.RegionDefinition("eu-central-1", "Frankfurt", "aws", "DE"),
                    new Areas.RegionDefinition("us-gov-west-1", "GovCloud US-West", "aws", "US")),
            List.of());

    private Given() {}

    static Place place(String code) {
        return AREAS.place(code).orElseThrow();
    }

    static Area area(String... codes) {
        return new Area(Arrays.stream(codes).map(Given::place).toList());
    }

    static <V extends FactValue> Fact<V> fact(V value) {
        return new Fact<>(value, "", List.of(new Citation(1, READ)));
    }

    static Fact<Placement> placement(Layer layer, String id, Selection selection, String... places) {
        return fact(new Placement(
                layer,
                id,
                id,
                selection,
                Arrays.stream(places).map(Given::place).toList(),
                false,
                List.of()));
    }

    static Fact<Placement> inference(String id, Selection selection, String... places) {
        return placement(Layer.INFERENCE, id, selection, places);
    }

    static Fact<Placement> openEnded(String id, String bound) {
        return fact(
                new Placement(Layer.INFERENCE, id, id, Selection.SELECTABLE, List.of(place(bound)), true, List.of()));
    }

    static Fact<Placement> storage(String id, Selection selection, String... places) {
        return placement(Layer.STORAGE, id, selection, places);
    }

    static Fact<Attestation> attestation(Attestation.Kind kind, Attestation.Status status) {
        return attestation(kind, status, "");
    }

    static Fact<Attestation> attestation(Attestation.Kind kind, Attestation.Status status, String since) {
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

    static Fact<Attestation> fedRamp(FedRampLevel level, String... deployments) {
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

    static Fact<FactValue.ZeroRetention> zdr(FactValue.Zdr zdr) {
        return fact(new FactValue.ZeroRetention(zdr));
    }

    static Fact<FactValue.Retention> retention(int days, String from) {
        return fact(new FactValue.Retention(
                days, from.isEmpty() ? Optional.empty() : Optional.of(new PublishedDate(from)), "logs"));
    }

    static Fact<FactValue.CorporateTie> tie(String country) {
        return fact(new FactValue.CorporateTie("Fund", country, "INVESTOR"));
    }

    static Fact<FactValue.ModelFamilies> models(String... families) {
        return fact(new FactValue.ModelFamilies(List.of(families), false));
    }

    static Offering offering(String id, Fact<?>... facts) {
        return new Offering(id, "Vendor " + id, "vendor", "vendor", List.of(facts));
    }

    static Register register(Offering... offerings) {
        return new Register(
                DATE,
                r -> "sha256:test",
                List.of(new Provider("vendor", "Vendor")),
                List.of(offerings),
                List.of(new Source(1, Source.Kind.PROVIDER, "Vendor", "Page", "https://vendor.example/", "")),
                AREAS,
                List.of());
    }

    static Ask ask() {
        return new Ask();
    }

    /** A workload being said. */
    static final class Ask {
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
        private LocalDate start = START;
        private final List<Evidence> evidence = new ArrayList<>();

        Ask data(DataCategory... held) {
            categories.addAll(List.of(held));
            return this;
        }

        Ask inference(String... codes) {
            inference = Optional.of(area(codes));
            return this;
        }

        Ask storage(String... codes) {
            storage = Optional.of(area(codes));
            return this;
        }

        Ask endpoint(String... codes) {
            endpoint = Optional.of(area(codes));
            return this;
        }

        Ask excluding(String... codes) {
            excluded = Optional.of(area(codes));
            return this;
        }

        Ask certified(Attestation.Kind... kinds) {
            certifications = List.of(kinds);
            return this;
        }

        Ask fedRamp(FedRampLevel asked) {
            level = Optional.of(asked);
            return this;
        }

        Ask keptAtMost(int limit) {
            days = OptionalInt.of(limit);
            return this;
        }

        Ask noTraining() {
            noTraining = true;
            return this;
        }

        Ask models(String... asked) {
            families = List.of(asked);
            return this;
        }

        Ask using(String... used) {
            services = Optional.of(List.of(used));
            return this;
        }

        Ask from(String day) {
            start = LocalDate.parse(day);
            return this;
        }

        Ask holding(Evidence.Kind kind, String... regions) {
            return holdingNaming(kind, "", regions);
        }

        Ask holdingNaming(Evidence.Kind kind, String product, String... regions) {
            evidence.add(new Evidence(
                    "it", kind, READ, Arrays.stream(regions).map(Given::place).toList(), product, "file.pdf"));
            return this;
        }

        Workload workload() {
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
                    false,
                    days,
                    noTraining ? Optional.of(Workload.TrainingPolicy.FORBIDDEN) : Optional.empty(),
                    services,
                    excluded,
                    List.of("it"),
                    evidence);
        }

        /** What the offering {@code it}, made of these facts, comes to. */
        OfferingAssessment of(Fact<?>... facts) {
            return in(offering("it", facts));
        }

        OfferingAssessment in(Offering... offerings) {
            return Assessor.assess(workload(), register(offerings), DATE, Freshness.DEFAULT)
                    .offerings()
                    .getFirst();
        }

        Status status(Requirement requirement, Fact<?>... facts) {
            return find(of(facts), requirement).status();
        }
    }

    static Finding find(OfferingAssessment assessment, Requirement requirement) {
        return assessment.requirements().stream()
                .filter(f -> f.requirement() == requirement)
                .findFirst()
                .orElseThrow();
    }

    static FailureMode.State state(OfferingAssessment assessment, FailureMode mode) {
        return assessment.failureModes().stream()
                .filter(f -> f.failureMode() == mode)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
