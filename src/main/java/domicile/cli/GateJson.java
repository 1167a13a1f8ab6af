package domicile.cli;

import domicile.assessment.ProjectFinding;
import domicile.assessment.Sentence;
import domicile.report.data.ProjectJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        json.put("findings", findings.stream().map(ProjectJson::finding).toList());
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
}
