package domicile.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.residency.Area;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes a workload as {@code domicile.workload/1}. What is not asked is left out. The same workload gives the same
 * bytes.
 */
final class WorkloadWriter {
    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;

    // a fixed line end, so that a file is the same on every system
    private static final ObjectWriter WRITER =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private WorkloadWriter() {}

    static String write(Workload w) {
        ObjectNode json = NEW.objectNode().put("schema", WorkloadFile.SCHEMA).put("name", w.name());
        json.put("startsOn", w.startsOn().toString());
        list(json, "dataCategories", names(w.dataCategories()));
        list(json, "modelFamilies", w.modelFamilies());
        ObjectNode location = NEW.objectNode();
        area(location, "inference", w.inference());
        area(location, "storage", w.storage());
        area(location, "endpointServices", w.endpointServices());
        if (!location.isEmpty()) {
            json.set("location", location);
        }
        list(json, "certifications", names(w.certifications()));
        w.fedRampLevel().ifPresent(level -> json.put("fedrampLevel", level.name()));
        if (w.dpaRequired()) {
            json.put("dpaRequired", true);
        }
        w.retentionMaxDays()
                .ifPresent(days -> json.set("retention", NEW.objectNode().put("maxDays", days)));
        w.trainingReuse().ifPresent(policy -> json.put("trainingReuse", policy.name()));
        w.services().ifPresent(services -> {
            ArrayNode named = json.putArray("services");
            services.forEach(named::add);
        });
        area(json, "excludedJurisdictions", w.excludedJurisdictions());
        list(json, "candidates", w.candidates());
        if (!w.evidence().isEmpty()) {
            ArrayNode evidence = json.putArray("evidence");
            w.evidence().forEach(e -> evidence.add(EvidenceJson.write(e)));
        }
        list(json, "undecided", names(List.copyOf(w.undecided())));
        list(json, "models", w.models());
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void area(ObjectNode json, String field, Optional<Area> area) {
        area.ifPresent(a -> list(json, field, codes(a.members())));
    }

    private static void list(ObjectNode json, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(field);
            values.forEach(array::add);
        }
    }

    private static List<String> codes(List<Place> places) {
        return places.stream().map(Place::code).toList();
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(v -> v.name()).toList();
    }
}
