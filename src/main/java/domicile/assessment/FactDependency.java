package domicile.assessment;

import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which facts an assessment leans on: those without which a finding would be another one. */
public final class FactDependency {

    /** One fact of one offering, by {@link Fact#id()}. */
    public record FactOf(String offering, String fact) {}

    /**
     * A fact to be read again.
     *
     * @param ageDays days since the oldest of its citations was read
     * @param assessments how many of the assessments lean on it
     */
    public record Due(FactOf of, Fact<?> fact, long ageDays, long assessments) {}

    private FactDependency() {}

    /**
     * The facts that the assessment of a workload leans on. Pure: each fact is left out once, and the findings are
     * compared.
     */
    public static Set<FactOf> facts(Workload workload, Register register, LocalDate date) {
        Set<FactOf> leaning = new HashSet<>();
        for (Offering offering : register.offerings()) {
            if (!workload.candidates().isEmpty() && !workload.candidates().contains(offering.id())) {
                continue;
            }
            Map<Requirement, Finding> whole = findings(workload, register, offering, date);
            for (Fact<?> fact : offering.facts()) {
                List<Fact<?>> others = new ArrayList<>(offering.facts());
                others.remove(fact);
                Offering without = offering.withFacts(others);
                if (!findings(workload, register, without, date).equals(whole)) {
                    leaning.add(new FactOf(offering.id(), fact.id()));
                }
            }
        }
        return leaning;
    }

    private static Map<Requirement, Finding> findings(
            Workload workload, Register register, Offering offering, LocalDate date) {
        return Evaluation.findings(Candidate.of(workload, offering, register, date, Freshness.DEFAULT, Map.of()));
    }

    /**
     * The facts whose oldest citation is older than a limit: first those that most assessments lean on, among these the
     * oldest.
     *
     * @param maxAgeDays days from the reading to the date
     */
    public static List<Due> due(Register register, LocalDate date, int maxAgeDays, List<Workload> workloads) {
        Map<FactOf, Long> leaning = new HashMap<>();
        workloads.forEach(w -> facts(w, register, date).forEach(f -> leaning.merge(f, 1L, Long::sum)));
        List<Due> due = new ArrayList<>();
        for (Offering offering : register.offerings()) {
            for (Fact<?> fact : offering.facts()) {
                long age = fact.citations().stream()
                        .mapToLong(c -> ChronoUnit.DAYS.between(c.read(), date))
                        .max()
                        .orElse(0);
                FactOf of = new FactOf(offering.id(), fact.id());
                if (age > maxAgeDays) {
                    due.add(new Due(of, fact, age, leaning.getOrDefault(of, 0L)));
                }
            }
        }
        due.sort(Comparator.comparingLong(Due::assessments)
                .thenComparingLong(Due::ageDays)
                .reversed()
                .thenComparing(d -> d.of().offering()));
        return due;
    }
}
