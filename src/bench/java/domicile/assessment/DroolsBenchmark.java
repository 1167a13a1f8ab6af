package domicile.assessment;

import domicile.assessment.rule.Rule;
import domicile.assessment.rule.Rules;
import domicile.register.Pack;
import domicile.residency.Area;
import domicile.residency.Attestation;
import domicile.residency.Place;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 10,000 workloads, each against all shipped offerings, warm and without writing: five kinds of requirements by Drools (see
 * {@link DroolsRival}) and the same five by our rules. Each status and verdict is compared before anything is timed. Ours keeps
 * the reason and what it rests on, the rival a status; neither asks whether all hold in one deployment, nor for ways to a
 * better verdict.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4)
@Measurement(iterations = 5)
public class DroolsBenchmark {
    private static final int WORKLOADS = 10_000;
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final LocalDate START = LocalDate.of(2026, 7, 1);
    private static final List<String> AREAS =
            List.of("EU", "EEA", "DE", "FR", "IE", "US", "GB", "CH", "JP", "CA", "AU", "WORLD");
    private static final List<String> EXCLUDED = List.of("CN", "RU", "US", "AE", "SA", "EU", "IN");
    private static final List<String> SERVICES = List.of("guardrails", "agents", "batch", "files");
    private static final Set<Requirement> ASKED = java.util.EnumSet.of(
            Requirement.INFERENCE_LOCATION,
            Requirement.RETENTION,
            Requirement.HIPAA_BAA,
            Requirement.EXCLUDED_JURISDICTIONS);

    private final Register register = Pack.shipped().register(DATE);
    private List<Workload> workloads = List.of();
    private List<DroolsRival> rival = List.of();

    /** Makes the workloads and the session, and compares all statuses. */
    @Setup
    public void make() {
        Random random = new Random(7);
        List<Workload> made = new ArrayList<>();
        for (int i = 0; i < WORKLOADS; i++) {
            made.add(workload(random));
        }
        workloads = made;
        rival = List.of(new DroolsRival(register, candidates(made.getFirst())));
        Map<Status, Integer> seen = new EnumMap<>(Status.class);
        for (Workload workload : workloads) {
            DroolsRival.Statuses theirs = rival.getFirst().judge(workload);
            List<Candidate> lanes = candidates(workload);
            for (int lane = 0; lane < lanes.size(); lane++) {
                Map<Requirement, Status> ours = statuses(lanes.get(lane), asked(workload));
                if (!ours.equals(theirs.of(lane)) || verdict(ours) != theirs.verdict(lane)) {
                    throw new IllegalStateException(
                            lanes.get(lane).name() + ": " + ours + " here, " + theirs.of(lane) + " there, " + workload);
                }
                ours.values().forEach(status -> seen.merge(status, 1, Integer::sum));
            }
        }
        System.out.println("equal: " + seen);
    }

    /** Lets the session go. */
    @TearDown
    public void close() {
        rival.forEach(DroolsRival::close);
    }

    private Workload workload(Random random) {
        return new Workload(
                "Any",
                START,
                random.nextInt(3) == 0 ? List.of(Workload.DataCategory.PHI) : List.of(),
                List.of(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(area(random, AREAS)),
                Optional.empty(),
                Optional.empty(),
                certifications(random),
                Optional.empty(),
                false,
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(41)),
                Optional.empty(),
                random.nextBoolean() ? Optional.empty() : Optional.of(List.of(any(random, SERVICES))),
                random.nextBoolean() ? Optional.empty() : Optional.of(area(random, EXCLUDED)),
                List.of(),
                List.of());
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Area area(Random random, List<String> codes) {
        List<Place> members = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            register.areas().place(any(random, codes)).filter(p -> !members.contains(p)).ifPresent(members::add);
        }
        return new Area(members);
    }

    private static List<Attestation.Kind> certifications(Random random) {
        List<Attestation.Kind> all = new ArrayList<>();
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            if (kind.certification() && random.nextInt(6) == 0) {
                all.add(kind);
            }
        }
        return all;
    }

    private List<Candidate> candidates(Workload workload) {
        return register.offerings().stream()
                .map(o -> Candidate.of(workload, o, register, DATE, Freshness.DEFAULT, Map.of()))
                .toList();
    }

    private static List<Rule> asked(Workload workload) {
        return Rules.asked(workload).stream()
                .filter(rule -> ASKED.contains(rule.id()) || rule.id().attestation().isPresent())
                .toList();
    }

    private static Map<Requirement, Status> statuses(Candidate c, List<Rule> asked) {
        Map<Requirement, Status> statuses = new EnumMap<>(Requirement.class);
        for (Rule rule : asked) {
            statuses.put(rule.id(), rule.decide(c).settled(c).status());
        }
        return statuses;
    }

    private static Verdict verdict(Map<Requirement, Status> statuses) {
        return Verdict.of(Status.worstOf(statuses.values().stream()));
    }

    /** Our rules. */
    @Benchmark
    public int ours() {
        int suitable = 0;
        for (Workload workload : workloads) {
            List<Rule> asked = asked(workload);
            for (Candidate c : candidates(workload)) {
                suitable += verdict(statuses(c, asked)) == Verdict.SUITABLE ? 1 : 0;
            }
        }
        return suitable;
    }

    /** Theirs. */
    @Benchmark
    public int drools() {
        int suitable = 0;
        for (Workload workload : workloads) {
            DroolsRival.Statuses said = rival.getFirst().judge(workload);
            for (int lane = 0; lane < register.offerings().size(); lane++) {
                suitable += said.verdict(lane) == Verdict.SUITABLE ? 1 : 0;
            }
        }
        return suitable;
    }
}
