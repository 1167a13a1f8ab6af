package domicile.cli;

import domicile.assessment.Cited;
import domicile.assessment.ProjectFinding;
import domicile.assessment.Sentence;
import domicile.scan.Acceptance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a gate with a project says, {@code domicile.gate/1}. */
final class GateJson {
    static final String SCHEMA = "domicile.gate/1";

    /** A candidate's verdict. */
    record Verdict(String workload, String offering, String verdict, boolean passes) {}

    private GateJson() {}

    static Map<String, Object> of(List<Verdict> candidates, List<ProjectFinding> findings, List<Sentence> notes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put(
                "accepted",
                findings.stream().filter(f -> f.accepted().isPresent()).count());
        json.put("candidates", candidates.stream().map(GateJson::candidate).toList());
        json.put("findings", findings.stream().map(GateJson::finding).toList());
        json.put("notes", notes.stream().map(Sentence::english).toList());
        return json;
    }

    private static Map<String, Object> candidate(Verdict v) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workload", v.workload());
        json.put("offering", v.offering());
        json.put("verdict", v.verdict());
        json.put("passes", v.passes());
        return json;
    }

    private static Map<String, Object> finding(ProjectFinding f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workload", f.workload());
        json.put("file", f.file());
        json.put("line", f.line());
        json.put("column", f.column());
        json.put("offering", f.offering());
        json.put("service", f.service());
        json.put("deployment", f.deployment());
        json.put("status", f.status().name());
        json.put("requirement", f.requirement());
        json.put("environment", f.environment());
        json.put("reason", f.reason().english());
        json.put("citations", f.citations().stream().map(GateJson::cited).toList());
        json.put("lift", f.lift().map(Sentence::english));
        json.put("fingerprint", f.fingerprint());
        json.put("accepted", f.accepted().map(GateJson::accepted));
        return json;
    }

    private static Map<String, Object> cited(Cited c) {
        Map<String, Object> json = new LinkedHashMap<>();
        c.source().ifPresent(n -> json.put("source", n));
        c.signature().ifPresent(s -> json.put("signature", s));
        json.put("url", Optional.of(c.url()).filter(u -> !u.isEmpty()));
        json.put("read", c.read().toString());
        return json;
    }

    private static Map<String, Object> accepted(Acceptance a) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reason", a.reason());
        json.put("until", a.until().toString());
        return json;
    }
}
