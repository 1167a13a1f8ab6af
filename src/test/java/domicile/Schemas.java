package domicile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The published JSON Schemas, by the name that a file's {@code schema} field says. */
public final class Schemas {
    public static final Path DATA = Path.of("data");

    /** Where each schema lies, beside the files that it describes. */
    public static final Map<String, Path> FILES = Map.ofEntries(
            Map.entry("domicile.pack/1", DATA.resolve("pack.schema.json")),
            Map.entry("domicile.sources/1", DATA.resolve("sources.schema.json")),
            Map.entry("domicile.areas/1", DATA.resolve("areas.schema.json")),
            Map.entry("domicile.captures/1", DATA.resolve("captures.schema.json")),
            Map.entry("domicile.clauses/1", DATA.resolve("clauses.schema.json")),
            Map.entry("domicile.clausepatterns/1", DATA.resolve("clauses/clausepatterns.schema.json")),
            Map.entry("domicile.provider/1", DATA.resolve("provider.schema.json")),
            Map.entry("domicile.framework/1", DATA.resolve("frameworks/framework.schema.json")),
            Map.entry("domicile.questionnaire/1", DATA.resolve("questionnaire/questionnaire.schema.json")),
            Map.entry("domicile.workload/1", DATA.resolve("workload.schema.json")),
            Map.entry("domicile.assessment/1", DATA.resolve("assessment.schema.json")),
            Map.entry("domicile.signatures/1", DATA.resolve("signatures/signatures.schema.json")),
            Map.entry("domicile.usage/1", DATA.resolve("usage.schema.json")),
            Map.entry("domicile.project/1", DATA.resolve("project.schema.json")),
            Map.entry("domicile.gate/1", DATA.resolve("gate.schema.json")),
            Map.entry("domicile.baseline/1", DATA.resolve("baseline.schema.json")),
            Map.entry("domicile.workbook/1", DATA.resolve("workbook.schema.json")),
            Map.entry("domicile.workbooks/1", DATA.resolve("workbooks.schema.json")),
            Map.entry("domicile.minutes/1", DATA.resolve("minutes.schema.json")));

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known()));
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    /** One schema may refer to another by its id. */
    private static Map<String, String> known() {
        return FILES.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> "urn:"
                                + e.getKey()
                                        .replace("domicile.", "domicile:schema:")
                                        .replace("/", ":"),
                        e -> text(e.getValue())));
    }

    /** What a schema has against a text; empty when it is valid. Formats, such as that of a date, are asserted. */
    public static List<String> errors(String name, String json) {
        Schema schema = READ.computeIfAbsent(name, Schemas::read);
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema read(String name) {
        Path file = java.util.Objects.requireNonNull(FILES.get(name), () -> "no schema for " + name);
        return REGISTRY.getSchema(text(file), InputFormat.JSON);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
