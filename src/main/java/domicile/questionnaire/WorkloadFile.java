package domicile.questionnaire;

import domicile.json.JsonProblem;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.problem.SafeText;
import domicile.residency.Area;
import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes a workload, {@code domicile.workload/1}. Whatever is not as the contract says is refused with its
 * pointer and line.
 */
public final class WorkloadFile {
    /** The schema's name. */
    public static final String SCHEMA = "domicile.workload/1";

    private final Register register;

    private WorkloadFile(Register register) {
        this.register = register;
    }

    /**
     * Reads a file.
     *
     * @param register the offerings and places that it may name
     * @throws ProblemException when the file cannot be read or is wrong in any way
     */
    public static Workload read(Path file, Register register) {
        return read(file.toString(), InputFile.read(file, StrictJson.MAX_BYTES), register);
    }

    /** Reads a file's bytes; {@code name} stands for the file in messages. */
    public static Workload read(String name, byte[] bytes, Register register) {
        return new WorkloadFile(register).workload(StrictJson.read(name, bytes));
    }

    /**
     * A workload as a text that {@link #read(String, byte[], Register)} reads back to an equal one; ends with a line
     * end.
     */
    public static String write(Workload workload) {
        return WorkloadWriter.write(workload);
    }

    private Workload workload(JsonValue root) {
        root.only(
                "schema",
                "name",
                "startsOn",
                "dataCategories",
                "modelFamilies",
                "location",
                "certifications",
                "fedrampLevel",
                "dpaRequired",
                "retention",
                "trainingReuse",
                "services",
                "excludedJurisdictions",
                "candidates",
                "evidence",
                "undecided",
                "models");
        String schema = root.get("schema").text();
        if (!schema.equals(SCHEMA)) {
            throw root.get("schema").refuse(JsonProblem.WRONG_SCHEMA, schema, SCHEMA);
        }
        Optional<JsonValue> location =
                EvidenceJson.given(root, "location").map(n -> n.only("inference", "storage", "endpointServices"));
        Optional<JsonValue> retention = EvidenceJson.given(root, "retention").map(n -> n.only("maxDays"));
        return new Workload(
                name(root.get("name")),
                root.get("startsOn").day(),
                list(root, "dataCategories", n -> n.oneOf(Workload.DataCategory.class)),
                list(root, "modelFamilies", n -> n.matching(EvidenceJson.WORD, JsonProblem.BAD_ID)),
                location.flatMap(n -> area(n, "inference")),
                location.flatMap(n -> area(n, "storage")),
                location.flatMap(n -> area(n, "endpointServices")),
                list(root, "certifications", EvidenceJson::certification),
                EvidenceJson.given(root, "fedrampLevel").map(EvidenceJson::level),
                EvidenceJson.given(root, "dpaRequired").map(JsonValue::truth).orElse(false),
                retention
                        .flatMap(n -> EvidenceJson.given(n, "maxDays"))
                        .map(n -> OptionalInt.of(n.whole(0, EvidenceJson.MOST_DAYS)))
                        .orElse(OptionalInt.empty()),
                EvidenceJson.given(root, "trainingReuse").map(n -> n.oneOf(Workload.TrainingPolicy.class)),
                EvidenceJson.given(root, "services")
                        .map(n -> list(root, "services", i -> i.matching(EvidenceJson.WORD, JsonProblem.BAD_ID))),
                area(root, "excludedJurisdictions"),
                list(root, "candidates", this::offering),
                EvidenceJson.given(root, "evidence")
                        .map(n -> n.items().stream().map(this::evidence).toList())
                        .orElse(List.of()),
                Set.copyOf(list(root, "undecided", n -> n.oneOf(Workload.Part.class))),
                list(root, "models", this::model));
    }

    private static String name(JsonValue node) {
        String name = SafeText.withoutSoftHyphens(node.ownWords()).strip();
        if (SafeText.blank(name)) {
            throw node.refuse(JsonProblem.BLANK_TEXT);
        }
        return name;
    }

    /** A list in the order of the file, each item once. */
    private static <T extends Comparable<? super T>> List<T> list(
            JsonValue parent, String field, Function<JsonValue, T> reader) {
        Optional<JsonValue> node = EvidenceJson.given(parent, field);
        if (node.isEmpty()) {
            return List.of();
        }
        node.get().set(reader);
        return node.get().items().stream().map(reader).toList();
    }

    /** An area: absent when not asked. An empty list asks for nothing that could ever hold, so it is refused. */
    private Optional<Area> area(JsonValue parent, String field) {
        return EvidenceJson.given(parent, field).map(n -> {
            n.filledSet(JsonValue::text);
            return new Area(n.items().stream().map(this::place).toList());
        });
    }

    private Place place(JsonValue node) {
        String code = node.text();
        return register.areas().place(code).orElseThrow(() -> register.areas().unknown(code, node.where()));
    }

    /** A model that some offering lists. */
    private String model(JsonValue node) {
        String id = node.text();
        List<String> listed = register.models();
        if (!listed.contains(id)) {
            throw node.refuse(
                    QuestionnaireProblem.UNKNOWN_MODEL, id, listed.isEmpty() ? "-" : String.join(", ", listed));
        }
        return id;
    }

    private String offering(JsonValue node) {
        String id = node.text();
        if (register.offering(id).isEmpty()) {
            String known = String.join(
                    ", ",
                    register.offerings().stream()
                            .map(Offering::id)
                            .sorted(Comparator.comparingInt(o -> distance(o, id)))
                            .limit(14)
                            .toList());
            throw node.refuse(QuestionnaireProblem.UNKNOWN_OFFERING, id, known);
        }
        return id;
    }

    /** How unlike two ids are: the nearest is named first. */
    private static int distance(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return Math.max(a.length(), b.length()) - common;
    }

    private Evidence evidence(JsonValue node) {
        return EvidenceJson.read(node, this::offering, this::place);
    }
}
