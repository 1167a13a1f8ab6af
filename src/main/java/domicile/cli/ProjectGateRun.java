package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.ProjectFinding;
import domicile.assessment.ProjectGate;
import domicile.assessment.Sentence;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.report.model.CleanText;
import domicile.scan.ScanResult;
import domicile.scan.Scope;
import domicile.scan.signature.Signatures;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A gate that judges candidates as without a project, then every place in the project. */
final class ProjectGateRun {
    private final Common options;
    private final Scanning scanning;

    ProjectGateRun(Common options, Scanning scanning) {
        this.options = options;
        this.scanning = scanning;
    }

    /** Whether all pass. */
    boolean run(Assessing.Ready ready, Verdict least) {
        Scope scope = scanning.scope();
        List<Assessment> assessments = new ArrayList<>();
        ready.assessments(options.console()).forEach(assessments::add);
        assessments.forEach(a -> ProjectUse.checkCandidates(a.workload()));
        ScanResult scan = scanning.scanned(ready.register());
        List<GateJson.Verdict> verdicts = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<ProjectGate.Result> results = new ArrayList<>();
        for (Assessment a : assessments) {
            for (OfferingAssessment o : a.offerings()) {
                boolean passes = o.verdict().compareTo(least) >= 0;
                verdicts.add(new GateJson.Verdict(
                        a.workload().name(), o.offering(), o.verdict().name(), passes));
                if (!passes) {
                    failed.add(GateCommand.failed(a, o));
                }
            }
            results.add(
                    ProjectGate.judge(a.workload(), ready.register(), Signatures.shipped(), scan, ready.day(), scope));
        }
        scanning.write(results);
        print(verdicts, results, failed, !scope.accepted().isEmpty());
        boolean passes = verdicts.stream().allMatch(GateJson.Verdict::passes)
                && results.stream().allMatch(ProjectGate.Result::passes);
        if (passes) {
            options.note("domicile: every candidate and every place passes");
        }
        return passes;
    }

    private void print(
            List<GateJson.Verdict> verdicts, List<ProjectGate.Result> results, List<String> failed, boolean compared) {
        PrintWriter out = options.console().out();
        List<ProjectFinding> findings =
                results.stream().flatMap(r -> r.findings().stream()).toList();
        List<Sentence> notes =
                results.stream().flatMap(r -> r.notes().stream()).distinct().toList();
        List<Row> rows = findings.stream().map(Row::of).toList();
        switch (scanning.format()) {
            case json -> out.println(Json.text(GateJson.of(verdicts, findings, notes)));
            case sarif -> out.println(Json.text(Sarif.log(rows, compared)));
            case junit -> JUnitXml.print(rows, out);
            case codequality -> out.println(Json.text(CodeQuality.of(rows)));
            case markdown ->
                MarkdownTable.print(rows, notes.stream().map(Sentence::english).toList(), out);
            case table -> {
                long accepted =
                        findings.stream().filter(f -> f.accepted().isPresent()).count();
                out.println(Sentence.of("ships.acceptedCount", accepted).english());
                failed.forEach(out::println);
                table(findings, out);
                notes.forEach(n -> out.println("NOTE " + CleanText.of(n.english())));
            }
        }
    }

    private static void table(List<ProjectFinding> findings, PrintWriter out) {
        for (ProjectFinding f : findings) {
            if (f.status() != UsageStatus.MET) {
                Row row = Row.of(f);
                String accepted = f.accepted()
                        .map(a -> " [accepted until " + a.until() + ": " + CleanText.of(a.reason()) + "]")
                        .orElse("");
                String lift = row.lift().isEmpty() ? "" : "; to lift it: " + CleanText.of(row.lift());
                out.println(f.status() + " " + row.place() + " " + CleanText.of(row.subject()) + ", " + row.detail()
                        + ": " + CleanText.of(row.message()) + lift + accepted);
            }
        }
    }
}
