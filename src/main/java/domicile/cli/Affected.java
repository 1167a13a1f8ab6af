package domicile.cli;

import domicile.assessment.Finding;
import domicile.assessment.Freshness;
import domicile.assessment.Impact;
import domicile.problem.ProblemException;
import domicile.questionnaire.SavedWorkload;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments;
import domicile.report.model.CleanText;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which assessments a change of the register breaks: the saved ones, and workload files. */
final class Affected {
    @Option(
            names = "--workload",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Workload files; whose findings would change is told, beside the saved assessments.")
    private List<Path> files = new ArrayList<>();

    /**
     * One of them.
     *
     * @param origin the workload's file, or that it is saved
     */
    record One(String origin, Impact impact) {}

    /** The day as of which both states are taken: today, or the day of the change when that is later. */
    LocalDate day(LocalDate stamp, Common options) {
        LocalDate today = options.console().today();
        return stamp.isAfter(today) ? stamp : today;
    }

    /** Those whose findings change. */
    List<One> by(RegisterStore.Preview preview, RegisterStore store, Common options) {
        List<One> changed = new ArrayList<>();
        for (Path file : files) {
            changed.add(one(file.toString(), workload(file, preview), preview));
        }
        for (SavedAssessments.Saved saved : store.assessments().all()) {
            if (!saved.archived()) {
                saved(saved, preview.before(), options).ifPresent(w -> changed.add(one("saved", w, preview)));
            }
        }
        return changed.stream().filter(o -> o.impact().any()).toList();
    }

    /** The workloads of the saved assessments and of the files. */
    List<Workload> all(RegisterStore store, Register register, Common options) {
        List<Workload> all = new ArrayList<>();
        files.forEach(file -> all.add(WorkloadFile.read(file, register)));
        store.assessments().all().stream()
                .filter(saved -> !saved.archived())
                .forEach(saved -> saved(saved, register, options).ifPresent(all::add));
        return all;
    }

    /** A workload may name an offering that comes or goes with the change. */
    private static Workload workload(Path file, RegisterStore.Preview preview) {
        try {
            return WorkloadFile.read(file, preview.before());
        } catch (ProblemException notBefore) {
            return WorkloadFile.read(file, preview.after());
        }
    }

    private static Optional<Workload> saved(SavedAssessments.Saved saved, Register register, Common options) {
        try {
            return Optional.of(SavedWorkload.of(saved.name(), saved.answers(), register.areas(), register.asOf()));
        } catch (ProblemException e) {
            options.note("domicile: the saved assessment \"" + saved.name() + "\" cannot be read and is left out: "
                    + e.getMessage());
            return Optional.empty();
        }
    }

    private static One one(String origin, Workload workload, RegisterStore.Preview preview) {
        return new One(
                origin,
                Impact.between(
                        workload,
                        preview.before(),
                        preview.after(),
                        preview.before().asOf(),
                        Freshness.DEFAULT));
    }

    static void print(List<One> changed, PrintWriter out) {
        for (One one : changed) {
            out.println("CHANGES " + CleanText.of(one.impact().workload().name()) + " (" + one.origin() + ")");
            for (Impact.OfferingChange o : one.impact().offerings()) {
                String before = o.before().map(Enum::name).orElse("not in the register");
                String after = o.after().map(Enum::name).orElse("not in the register");
                out.println("  " + o.offering() + ": "
                        + (before.equals(after) ? before + " as before" : before + " -> " + after));
                o.findings().forEach(f -> {
                    out.println("    " + f.requirement());
                    f.before().ifPresent(b -> out.println("      - " + said(b)));
                    f.after().ifPresent(a -> out.println("      + " + said(a)));
                });
                o.failureModes()
                        .forEach(f -> out.println("    " + f.failureMode() + ": "
                                + f.before().map(b -> b.state().name()).orElse("-") + " -> "
                                + f.after()
                                        .map(a -> a.state() + ": " + a.reason().english())
                                        .orElse("-")));
            }
        }
        if (!changed.isEmpty()) {
            out.println(changed.size() == 1 ? "1 assessment changes" : changed.size() + " assessments change");
        }
    }

    private static String said(Finding f) {
        return f.status() + ": " + f.reason().english()
                + f.citations().stream()
                        .map(c -> "[" + c.source() + "]")
                        .distinct()
                        .collect(Collectors.joining("", f.citations().isEmpty() ? " [no citation]" : " ", ""));
    }

    static List<Map<String, Object>> json(List<One> changed) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (One one : changed) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("workload", one.impact().workload().name());
            json.put("origin", one.origin());
            json.put(
                    "offerings",
                    one.impact().offerings().stream().map(Affected::json).toList());
            all.add(json);
        }
        return all;
    }

    private static Map<String, Object> json(Impact.OfferingChange o) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offering", o.offering());
        json.put("before", o.before().map(Enum::name));
        json.put("after", o.after().map(Enum::name));
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Impact.FindingChange f : o.findings()) {
            Map<String, Object> finding = new LinkedHashMap<>();
            finding.put("requirement", f.requirement().name());
            finding.put("before", f.before().map(Affected::json));
            finding.put("after", f.after().map(Affected::json));
            findings.add(finding);
        }
        json.put("requirements", findings);
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Impact.FailureChange f : o.failureModes()) {
            Map<String, Object> failure = new LinkedHashMap<>();
            failure.put("failureMode", f.failureMode().name());
            failure.put("before", f.before().map(b -> b.state().name()));
            failure.put("after", f.after().map(a -> a.state().name()));
            failures.add(failure);
        }
        json.put("failureModes", failures);
        return json;
    }

    private static Map<String, Object> json(Finding f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", f.status().name());
        json.put("reason", f.reason().english());
        json.put(
                "citations",
                f.citations().stream().map(c -> c.source()).distinct().toList());
        return json;
    }
}
