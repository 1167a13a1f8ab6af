package domicile.scan;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.scan.tree.UnreadableException;
import java.util.EnumMap;
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
        json.put("treeHash", result.treeHash());
        json.put("files", files(result));
        json.put("usages", result.usages().stream().map(UsageJson::usage).toList());
        json.put("switches", result.switches().stream().map(UsageJson::kept).toList());
        json.put("unreadable", result.unreadable().stream().map(UsageJson::bad).toList());
        return json;
    }

    /** How many files were read, are not readable and were left out, by reason. */
    public static Map<String, Object> files(ScanResult result) {
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
        json.put("inLane", u.inLane());
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
        json.put("narrows", u.narrows());
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

    /**
     * What {@link #of} wrote.
     *
     * @throws domicile.problem.ProblemException when it is something else
     */
    public static ScanResult read(JsonValue root) {
        root.only(
                "schema",
                "root",
                "registerHash",
                "signaturesHash",
                "treeHash",
                "files",
                "usages",
                "switches",
                "unreadable");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        JsonValue files = root.get("files");
        Map<Skipped, Integer> skipped = new EnumMap<>(Skipped.class);
        for (Skipped why : Skipped.values()) {
            files.get("skipped").find(why.name()).ifPresent(n -> skipped.put(why, n.whole(0, Integer.MAX_VALUE)));
        }
        return new ScanResult(
                root.get("root").text(),
                root.get("registerHash").text(),
                root.get("signaturesHash").text(),
                root.get("treeHash").text(),
                files.get("read").whole(0, Integer.MAX_VALUE),
                skipped,
                root.get("usages").items().stream().map(UsageJson::usage).toList(),
                root.get("switches").items().stream().map(UsageJson::kept).toList(),
                root.get("unreadable").items().stream().map(UsageJson::bad).toList());
    }

    private static Usage usage(JsonValue u) {
        return new Usage(
                u.get("file").ownWords(),
                number(u, "line"),
                number(u, "column"),
                u.get("reader").text(),
                some(u, "offering"),
                words(u, "also"),
                some(u, "service"),
                some(u, "deployment"),
                some(u, "inLane"),
                words(u, "places"),
                some(u, "model"),
                u.get("matched").ownWords(),
                u.get("certainty").oneOf(Certainty.class),
                u.get("role").oneOf(Role.class),
                environment(u),
                u.get("default").truth(),
                words(u, "via"),
                words(u, "joined"),
                some(u, "unresolved"),
                u.get("narrows").truth(),
                u.get("signature").text(),
                u.get("fingerprint").text());
    }

    private static KeepingSwitch kept(JsonValue s) {
        return new KeepingSwitch(
                s.get("file").ownWords(),
                number(s, "line"),
                number(s, "column"),
                s.get("reader").text(),
                s.get("offering").text(),
                s.get("switch").ownWords(),
                some(s, "requirement").orElse(""),
                s.get("role").oneOf(Role.class),
                s.get("signature").text(),
                s.get("fingerprint").text());
    }

    private static UnreadableFile bad(JsonValue f) {
        return new UnreadableFile(
                f.get("file").ownWords(),
                number(f, "line"),
                number(f, "column"),
                f.get("reader").text(),
                f.get("reason").oneOf(UnreadableException.Reason.class),
                f.get("role").oneOf(Role.class),
                f.get("fingerprint").text());
    }

    /** The environment of a usage, or of what counts. */
    static Optional<Environment> environment(JsonValue of) {
        JsonValue environment = of.get("environment");
        return environment.isNull()
                ? Optional.empty()
                : Optional.of(Environment.named(environment.text())
                        .orElseThrow(() -> environment.refuse(
                                JsonProblem.UNKNOWN_VALUE, environment.text(), "prod, staging, dev, test")));
    }

    private static int number(JsonValue of, String field) {
        return of.get(field).whole(1, Integer.MAX_VALUE);
    }

    private static Optional<String> some(JsonValue of, String field) {
        return Optional.of(of.get(field)).filter(n -> !n.isNull()).map(JsonValue::ownWords);
    }

    private static List<String> words(JsonValue of, String field) {
        return of.get(field).items().stream().map(JsonValue::ownWords).toList();
    }
}
