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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a workload asks, it is the same workload after it was written and read: as a file, as answers, and with a
 * saved assessment.
 */
class WorkloadRoundTripTest {
    private static final int CASES = 300;
    private static final Questionnaire Q = Questionnaire.shipped();

    static Stream<Some> workloads() {
        return Stream.iterate(1, seed -> seed + 1).limit(CASES).map(Some::new);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void asAFile(Some some) {
        Workload workload = some.workload(Workload.Part.values());
        String text = WorkloadFile.write(workload);
        assertThat(WorkloadFile.read("w.json", text.getBytes(StandardCharsets.UTF_8), Fixture.REGISTER))
                .isEqualTo(workload);
        assertThat(Schemas.errors("domicile.workload/1", text)).isEmpty();
        assertThat(WorkloadFile.write(workload)).isEqualTo(text).endsWith("}\n").doesNotContain("null", "\r");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void asAnswersThatAreSaved(Some some) {
        Workload workload = some.workload();
        Dossier dossier = Dossier.of(WorkloadOf.workload(Q, workload, "not asked"), "2");
        Dossier saved = DossierJson.read("saved", DossierJson.write(dossier), Fixture.AREAS);
        assertThat(saved).isEqualTo(dossier);
        assertThat(WorkloadOf.answers(Q, saved.answers(), Fixture.AREAS, "another", Fixture.DAY))
                .isEqualTo(workload);
    }

    /** Workloads that one seed makes. */
    static final class Some {
        private final long seed;
        private final Random random;

        Some(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        /** As a case is named when it fails. */
        @Override
        public String toString() {
            return "seed " + seed;
        }

        Workload workload(Workload.Part... undecided) {
            return new Workload(
                    name(),
                    day(),
                    some(Workload.DataCategory.values()),
                    some("claude", "gpt", "gemini-2.5"),
                    area(),
                    area(),
                    area(),
                    some(certifications()),
                    maybe(this::level),
                    random.nextBoolean(),
                    maybe(() -> random.nextInt(36_501)).map(OptionalInt::of).orElse(OptionalInt.empty()),
                    maybe(() -> one(Workload.TrainingPolicy.values())),
                    maybe(() -> some("guardrails", "knowledge_bases", "batch")),
                    area(),
                    some(Fixture.OFFERINGS.toArray(String[]::new)),
                    Stream.generate(this::evidence).limit(random.nextInt(4)).toList(),
                    Set.copyOf(some(undecided)),
                    some(Fixture.MODELS.toArray(String[]::new)));
        }

        private Evidence evidence() {
            return new Evidence(
                    one(Fixture.OFFERINGS.toArray(String[]::new)),
                    one(Evidence.Kind.values()),
                    day(),
                    maybe(this::day),
                    places(),
                    words(),
                    maybe(() -> one(certifications())),
                    maybe(this::level),
                    maybe(() -> random.nextInt(36_501)).map(OptionalInt::of).orElse(OptionalInt.empty()),
                    some("alpha-1", "beta-2"),
                    some("batch", "files"),
                    words(),
                    new Evidence.Passage(
                            random.nextBoolean() ? "" : "0123456789abcdef".repeat(4),
                            page(),
                            words(),
                            Stream.generate(() -> new Evidence.Hedge(words(), page()))
                                    .limit(random.nextInt(3))
                                    .toList()));
        }

        private OptionalInt page() {
            return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(100_000));
        }

        /**
         * Names with quotes, markup, line ends and letters of many scripts; without blanks at the ends, which reading
         * strips.
         */
        private String name() {
            String letters = "aZ9äßé\"\\/<>&{}[],:\n\t\u2028日本 ";
            StringBuilder name = new StringBuilder("x");
            for (int i = random.nextInt(30); i > 0; i--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            return name.toString();
        }

        private String words() {
            return one("", "Amazon Bedrock", "order form \"114\".pdf", "two\nlines");
        }

        private LocalDate day() {
            return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(400_000));
        }

        private Attestation.FedRampLevel level() {
            return one(Arrays.stream(Attestation.FedRampLevel.values())
                    .filter(Attestation.FedRampLevel::revision5)
                    .toArray(Attestation.FedRampLevel[]::new));
        }

        private static Attestation.Kind[] certifications() {
            return Arrays.stream(Attestation.Kind.values())
                    .filter(Attestation.Kind::certification)
                    .toArray(Attestation.Kind[]::new);
        }

        private List<Place> places() {
            return some(Fixture.CODES.toArray(String[]::new)).stream()
                    .map(Fixture::place)
                    .toList();
        }

        private Optional<Area> area() {
            List<Place> places = places();
            return places.isEmpty() ? Optional.empty() : Optional.of(new Area(places));
        }

        private <T> Optional<T> maybe(Supplier<T> made) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(made.get());
        }

        @SafeVarargs
        private <T> T one(T... values) {
            return values[random.nextInt(values.length)];
        }

        @SafeVarargs
        private <T> List<T> some(T... values) {
            List<T> all = new ArrayList<>(Arrays.asList(values));
            Collections.shuffle(all, random);
            return all.subList(0, random.nextInt(all.size() + 1));
        }
    }
}
