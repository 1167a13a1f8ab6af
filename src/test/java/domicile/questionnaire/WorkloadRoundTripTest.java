package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Schemas;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a workload asks, it is the same workload after it was written and read. */
class WorkloadRoundTripTest {

    @Property(tries = 300)
    void whatIsWrittenReadsBackEqual(@ForAll("workloads") Workload workload) {
        String text = WorkloadFile.write(workload);
        assertThat(WorkloadFile.read("w.json", text.getBytes(StandardCharsets.UTF_8), Fixture.REGISTER))
                .isEqualTo(workload);
        assertThat(Schemas.errors("domicile.workload/1", text)).isEmpty();
        assertThat(WorkloadFile.write(workload)).isEqualTo(text).endsWith("}\n").doesNotContain("null", "\r");
    }

    @Provide
    Arbitrary<Workload> workloads() {
        Arbitrary<Head> heads = Combinators.combine(
                        names(), days(), some(Workload.DataCategory.values()), words(), area(), area(), area())
                .as(Head::new);
        Arbitrary<Tail> tails = Combinators.combine(
                        some(certifications()),
                        Arbitraries.of(Attestation.FedRampLevel.class).optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 36_500).optional(),
                        Arbitraries.of(Workload.TrainingPolicy.class).optional(),
                        some(Fixture.OFFERINGS.toArray(String[]::new)),
                        evidence().list().ofMaxSize(3))
                .as(Tail::new);
        return Combinators.combine(heads, tails, words(), area())
                .as((h, t, services, excluded) -> new Workload(
                        h.name,
                        h.startsOn,
                        h.data,
                        h.families,
                        h.inference,
                        h.storage,
                        h.endpoint,
                        t.certifications,
                        t.level,
                        t.dpa,
                        t.days.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        t.training,
                        Optional.of(services),
                        excluded,
                        t.candidates,
                        t.evidence));
    }

    private record Head(
            String name,
            LocalDate startsOn,
            List<Workload.DataCategory> data,
            List<String> families,
            Optional<Area> inference,
            Optional<Area> storage,
            Optional<Area> endpoint) {}

    private record Tail(
            List<Attestation.Kind> certifications,
            Optional<Attestation.FedRampLevel> level,
            boolean dpa,
            Optional<Integer> days,
            Optional<Workload.TrainingPolicy> training,
            List<String> candidates,
            List<Evidence> evidence) {}

    private static Attestation.Kind[] certifications() {
        return Arrays.stream(Attestation.Kind.values())
                .filter(Attestation.Kind::certification)
                .toArray(Attestation.Kind[]::new);
    }

    /** Names with quotes, markup, line ends and letters of many scripts; without blanks at the ends, which reading strips. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("aZ9äßé\"\\/<>&{}[],:\n\t\u2028日本 ")
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(s -> !s.isBlank());
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<List<String>> words() {
        return Arbitraries.of("claude", "gpt", "gemini-2.5", "guardrails", "knowledge_bases")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }

    private static <T> Arbitrary<List<T>> some(T[] values) {
        return Arbitraries.of(values).list().uniqueElements().ofMaxSize(values.length);
    }

    private static Arbitrary<List<Place>> places() {
        return some(Fixture.CODES.toArray(String[]::new))
                .map(codes -> codes.stream().map(Fixture::place).toList());
    }

    private static Arbitrary<Optional<Area>> area() {
        return places().map(p -> p.isEmpty() ? Optional.empty() : Optional.of(new Area(p)));
    }

    private static Arbitrary<Evidence> evidence() {
        Arbitrary<String> words = Arbitraries.of("", "Amazon Bedrock", "order form \"114\".pdf");
        return Combinators.combine(
                        Arbitraries.of(Fixture.OFFERINGS),
                        Arbitraries.of(Evidence.Kind.class),
                        days(),
                        places(),
                        words,
                        words)
                .as(Evidence::new);
    }
}
