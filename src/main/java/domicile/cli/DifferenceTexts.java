package domicile.cli;

import domicile.register.Difference;
import domicile.register.FieldChange;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Differences between a register and a pack, grouped by offering and kind, as text and as JSON. */
final class DifferenceTexts {

    private DifferenceTexts() {}

    static void print(List<Difference> differences, PrintWriter out) {
        groups(differences, out);
        out.println(summary(differences));
    }

    /** As {@link #print(List, PrintWriter)}, without how many there are. */
    static void groups(List<Difference> differences, PrintWriter out) {
        Map<String, List<Difference>> byOffering = new LinkedHashMap<>();
        differences.forEach(d -> byOffering
                .computeIfAbsent(d.part().about(), a -> new ArrayList<>())
                .add(d));
        byOffering.forEach((offering, group) -> {
            out.println(offering.isEmpty() ? "(sources, providers, places, controls)" : offering);
            group.stream().sorted(Comparator.comparing(Difference::kind)).forEach(d -> print(d, out));
        });
    }

    private static void print(Difference d, PrintWriter out) {
        out.println("  " + d.kind() + " " + d.part().text() + (d.olderReading() ? " (read earlier than ours)" : ""));
        switch (d.kind()) {
            case ADDED -> d.after().ifPresent(a -> out.println("    + " + a));
            case REMOVED -> d.before().ifPresent(b -> out.println("    - " + b));
            case CHANGED, CONTRADICTS, CITATION_ONLY -> {
                for (FieldChange f : d.fields()) {
                    out.println("    " + f.field() + ": " + f.before().orElse("-") + " -> "
                            + f.after().orElse("-"));
                }
            }
        }
    }

    /** How many there are of each kind, such as {@code 3 differences: 2 added, 1 changed}. */
    static String summary(List<Difference> differences) {
        Map<Difference.Kind, Long> counts = differences.stream()
                .sorted(Comparator.comparing(Difference::kind))
                .collect(Collectors.groupingBy(Difference::kind, LinkedHashMap::new, Collectors.counting()));
        String total = differences.size() == 1 ? "1 difference" : differences.size() + " differences";
        return counts.isEmpty()
                ? total
                : total + ": "
                        + counts.entrySet().stream()
                                .map(e -> e.getValue() + " " + word(e.getKey()))
                                .collect(Collectors.joining(", "));
    }

    private static String word(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case CHANGED -> "changed";
            case CONTRADICTS -> "contradicting";
            case CITATION_ONLY -> "in the citation only";
            case REMOVED -> "not in the pack";
        };
    }

    static List<Map<String, Object>> json(List<Difference> differences) {
        return differences.stream().map(DifferenceTexts::json).toList();
    }

    private static Map<String, Object> json(Difference d) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", d.part().text());
        json.put("kind", d.kind().name());
        json.put("offering", d.part().about());
        json.put("readEarlier", d.olderReading());
        json.put("before", d.before().map(Json::raw));
        json.put("after", d.after().map(Json::raw));
        json.put("fields", d.fields().stream().map(Json::field).toList());
        return json;
    }
}
