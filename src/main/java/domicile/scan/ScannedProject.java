package domicile.scan;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.PlainJson;
import domicile.json.StrictJson;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a project used on the day that it was read, {@code domicile.project/1}, as it is kept with an assessment and
 * carried by its report: what was found and what of it counts. Nothing of the project itself, nor of where it lies.
 *
 * @param read the day
 * @param scope what of it counts
 */
public record ScannedProject(LocalDate read, ScanResult found, Scope scope) {
    public static final String SCHEMA = "domicile.project/1";

    /** Half of what a saved assessment may be long. */
    private static final int LONGEST = 500_000;

    /** With another choice of what counts. */
    public ScannedProject with(Scope other) {
        return new ScannedProject(read, found, other);
    }

    /** As JSON text. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("read", read.toString());
        json.put("roles", scope.roles().stream().map(Enum::name).toList());
        json.put("environment", scope.environment().map(Environment::word));
        json.put("accepted", scope.accepted().stream().map(Baseline::json).toList());
        json.put("usage", UsageJson.of(found));
        return PlainJson.text(json);
    }

    /**
     * As an assessment may keep it.
     *
     * @throws domicile.problem.ProblemException when more was found than there is room for
     */
    public ScannedProject kept() {
        if (json().length() > LONGEST) {
            throw ScanProblem.TOO_MUCH_FOUND_TO_KEEP.at(
                    "domicile.project/1", found.usages().size());
        }
        return this;
    }

    /** What {@link #json} wrote; {@code name} stands for it in refusals. */
    public static ScannedProject read(String name, byte[] bytes) {
        return read(StrictJson.read(name, bytes));
    }

    /** What {@link #json} wrote. */
    public static ScannedProject read(JsonValue root) {
        root.only("schema", "read", "roles", "environment", "accepted", "usage");
        JsonValue schema = root.get("schema");
        if (!schema.text().equals(SCHEMA)) {
            throw schema.refuse(JsonProblem.WRONG_SCHEMA, schema.text(), SCHEMA);
        }
        List<Role> named =
                root.get("roles").items().stream().map(r -> r.oneOf(Role.class)).toList();
        Set<Role> roles = named.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(named);
        Optional<Environment> environment = UsageJson.environment(root);
        return new ScannedProject(
                root.get("read").day(),
                UsageJson.read(root.get("usage")),
                new Scope(roles, environment, Baseline.accepted(root.get("accepted"))));
    }
}
