package domicile.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scan's result as {@code domicile.usage/1}. */
public final class UsageJson {
    public static final String SCHEMA = "domicile.usage/1";

    private UsageJson() {}

    /** The fields in their order; an empty Optional is null. */
    public static Map<String, Object> of(ScanResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("root", result.root());
        json.put("registerHash", result.registerHash());
        json.put("signaturesHash", result.signaturesHash());
        json.put("files", files(result));
        json.put("usages", result.usages().stream().map(UsageJson::usage).toList());
        json.put("switches", result.switches().stream().map(UsageJson::kept).toList());
        json.put("unreadable", result.unreadable().stream().map(UsageJson::bad).toList());
        return json;
    }

    private static Map<String, Object> files(ScanResult result) {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("read", result.read());
        files.put("unreadable", result.unreadable().size());
        Map<String, Object> skipped = new LinkedHashMap<>();
        result.skipped().forEach((why, count) -> skipped.put(why.name(), count));
        files.put("skipped", skipped);
        return files;
    }

    private static Map<String, Object> place(String file, int line, int column, String reader) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("line", line);
        json.put("column", column);
        json.put("reader", reader);
        return json;
    }

    private static Map<String, Object> usage(Usage u) {
        Map<String, Object> json = place(u.file(), u.line(), u.column(), u.reader());
        json.put("offering", u.offering());
        json.put("also", List.copyOf(u.also()));
        json.put("service", u.service());
        json.put("deployment", u.deployment());
        json.put("places", List.copyOf(u.places()));
        json.put("model", u.model());
        json.put("matched", u.matched());
        json.put("certainty", u.certainty().name());
        json.put("role", u.role().name());
        json.put("environment", u.environment().map(Environment::word));
        json.put("default", u.byDefault());
        json.put("via", List.copyOf(u.via()));
        json.put("joined", List.copyOf(u.joined()));
        json.put("unresolved", u.unresolved());
        json.put("signature", u.signature());
        json.put("fingerprint", u.fingerprint());
        return json;
    }

    private static Map<String, Object> kept(KeepingSwitch s) {
        Map<String, Object> json = place(s.file(), s.line(), s.column(), s.reader());
        json.put("offering", s.offering());
        json.put("switch", s.setting());
        json.put("requirement", Optional.of(s.requirement()).filter(r -> !r.isEmpty()));
        json.put("role", s.role().name());
        json.put("signature", s.signature());
        json.put("fingerprint", s.fingerprint());
        return json;
    }

    private static Map<String, Object> bad(UnreadableFile f) {
        Map<String, Object> json = place(f.file(), f.line(), f.column(), f.reader());
        json.put("reason", f.reason().name());
        json.put("role", f.role().name());
        json.put("fingerprint", f.fingerprint());
        return json;
    }
}
