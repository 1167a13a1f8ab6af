package domicile.assessment;

import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.scan.Environment;
import domicile.scan.KeepingSwitch;
import domicile.scan.ScannedProject;
import domicile.scan.Usage;
import domicile.scan.signature.Signatures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A project as it was read beside what a workload's assessment approved. No verdict of a candidate rests on it.
 *
 * @param places those that count, in the order of the files
 * @param notes what else is worth saying
 * @param approvesNothing whether the workload names no candidates
 * @param otherSignatures whether it was read by other signatures than it is judged by
 */
public record JudgedProject(
        ScannedProject project,
        List<PlaceInUse> places,
        List<Sentence> notes,
        boolean approvesNothing,
        boolean otherSignatures) {
    public JudgedProject {
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /** A project judged by an assessment, on the day that is assessed for. */
    public static JudgedProject of(ScannedProject project, Assessment assessment, Register register) {
        return of(project, assessment.workload(), register, assessment.date());
    }

    /** A project judged by a workload. */
    public static JudgedProject of(ScannedProject project, Workload workload, Register register, LocalDate date) {
        Signatures signatures = Signatures.shipped();
        ProjectGate.Result result =
                ProjectGate.judge(workload, register, signatures, project.found(), date, project.scope());
        Map<String, Usage> usages = project.found().usages().stream()
                .collect(Collectors.toMap(Usage::fingerprint, Function.identity(), (a, b) -> a));
        Map<String, List<ProjectFinding>> byPlace = new LinkedHashMap<>();
        result.findings()
                .forEach(f -> byPlace.computeIfAbsent(f.fingerprint(), print -> new ArrayList<>())
                        .add(f));
        List<PlaceInUse> places = new ArrayList<>();
        byPlace.forEach(
                (print, findings) -> places.add(new PlaceInUse(Optional.ofNullable(usages.get(print)), findings)));
        return new JudgedProject(
                project,
                places,
                result.notes(),
                workload.candidates().isEmpty(),
                !project.found().signaturesHash().equals(signatures.hash()));
    }

    /** How many places come to what, worst first; with those that are none. */
    public Map<UsageStatus, Integer> counts() {
        Map<UsageStatus, Integer> counts = new EnumMap<>(UsageStatus.class);
        for (UsageStatus status : UsageStatus.values()) {
            counts.put(status, (int)
                    places.stream().filter(p -> p.status() == status).count());
        }
        return counts;
    }

    /** The settings that keep prompts or answers and decide nothing here: they are noted only. */
    public List<KeepingSwitch> notedSwitches() {
        List<String> decided =
                findings().stream().map(ProjectFinding::fingerprint).toList();
        return project.found().switches().stream()
                .filter(s -> project.scope().holds(s.role(), Environment.of(s.file())))
                .filter(s -> !decided.contains(s.fingerprint()))
                .toList();
    }

    /** How many places somebody accepts for a time. */
    public int accepted() {
        return (int) places.stream().filter(PlaceInUse::accepted).count();
    }

    /** All findings, in the order of the files. */
    public List<ProjectFinding> findings() {
        return places.stream().flatMap(p -> p.findings().stream()).toList();
    }
}
