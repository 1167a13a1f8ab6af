package domicile.cli;

import domicile.assessment.Acceptance;
import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings that are accepted for a time, {@code domicile.baseline/1}: read only when it is named. */
final class BaselineFile {
    static final String SCHEMA = "domicile.baseline/1";

    private BaselineFile() {}

    static List<Acceptance> read(Path file) {
        JsonValue root = StrictJson.read(file.toString(), InputFile.read(file, StrictJson.MAX_BYTES))
                .only("schema", "accepted");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        List<Acceptance> all = new ArrayList<>();
        for (JsonValue one : root.get("accepted").items()) {
            one.only("fingerprint", "file", "offering", "deployment", "reason", "until");
            Optional<String> fingerprint = one.find("fingerprint").map(JsonValue::text);
            if (fingerprint.isEmpty()) {
                one.get("file");
            }
            all.add(new Acceptance(
                    fingerprint,
                    one.find("file").map(JsonValue::text),
                    one.find("offering").map(JsonValue::text),
                    one.find("deployment").map(d -> d.isNull() ? "" : d.text()),
                    one.get("reason").text(),
                    one.get("until").day()));
        }
        return all;
    }

    static void write(Path file, List<String> fingerprints, String reason, LocalDate until) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (String fingerprint : fingerprints) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("fingerprint", fingerprint);
            one.put("reason", reason);
            one.put("until", until.toString());
            accepted.add(one);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("accepted", accepted);
        OutputFile.write(file, Json.text(root) + "\n");
    }
}
