package domicile.report.data;

import domicile.assessment.Cited;
import domicile.assessment.JudgedProject;
import domicile.assessment.ProjectFinding;
import domicile.assessment.Sentence;
import domicile.scan.Acceptance;
import domicile.scan.Environment;
import domicile.scan.UsageJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a project uses, judged, as JSON. An empty Optional is null. */
public final class ProjectJson {
    private ProjectJson() {}

    /** A project as a report has it. */
    static Map<String, Object> of(JudgedProject judged) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", judged.project().read().toString());
        json.put("treeHash", judged.project().found().treeHash());
        json.put("signaturesHash", judged.project().found().signaturesHash());
        json.put("files", UsageJson.files(judged.project().found()));
        json.put(
                "roles",
                judged.project().scope().roles().stream().map(Enum::name).toList());
        json.put("environment", judged.project().scope().environment().map(Environment::word));
        Map<String, Object> counts = new LinkedHashMap<>();
        judged.counts().forEach((status, count) -> counts.put(status.name(), count));
        json.put("counts", counts);
        json.put("accepted", judged.accepted());
        json.put(
                "findings", judged.findings().stream().map(ProjectJson::finding).toList());
        json.put("notes", judged.notes().stream().map(Sentence::english).toList());
        return json;
    }

    /** A finding as {@code domicile.gate/1} has it. */
    public static Map<String, Object> finding(ProjectFinding f) {
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
        json.put("citations", f.citations().stream().map(ProjectJson::cited).toList());
        json.put("lift", f.lift().map(Sentence::english));
        json.put("fingerprint", f.fingerprint());
        json.put("accepted", f.accepted().map(ProjectJson::accepted));
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
