package domicile.desktop.maintenance;

import domicile.register.PartFields;
import domicile.residency.Citation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model of an offering as a person writes it, in a line: {@code claude-opus-4-6, claude, 2026-12-31, [2] 2026-06-01}.
 *
 * @param until the last day that it is served, where that is published
 * @param cited the pages that say so; none for what the page of the change says
 */
record ModelLine(String id, String family, Optional<String> until, List<Citation> cited) {
    private static final Pattern CITED = Pattern.compile("\\[([0-9]{1,6})]\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})");

    /** Reads a line; empty where it is none. */
    static Optional<ModelLine> parse(String line) {
        Matcher pages = CITED.matcher(line);
        List<Citation> cited = new ArrayList<>();
        try {
            while (pages.find()) {
                cited.add(new Citation(Integer.parseInt(pages.group(1)), LocalDate.parse(pages.group(2))));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        String[] said = pages.replaceAll("").replaceAll("[,;\\s]+$", "").strip().split("[,;\\s]+");
        return said.length < 2 || said.length > 3
                ? Optional.empty()
                : Optional.of(new ModelLine(
                        said[0], said[1], said.length == 3 ? Optional.of(said[2]) : Optional.empty(), cited));
    }

    /** The models of an offering's JSON, a line each. */
    static String written(String json) {
        return PartFields.objects(json).stream()
                .map(model -> {
                    Map<String, String> said = PartFields.of(model);
                    List<String> parts = new ArrayList<>();
                    List.of("id", "family", "until")
                            .forEach(f -> Optional.ofNullable(said.get(f)).ifPresent(parts::add));
                    PartFields.citations(model).forEach(c -> parts.add("[" + c.source() + "] " + c.read()));
                    return String.join(", ", parts);
                })
                .collect(Collectors.joining("\n"));
    }

    /**
     * The JSON of lines that {@link #parse} reads; empty for none.
     *
     * @param restsOn the pages of the change, which say what no line has a page for
     */
    static String json(String lines, List<Citation> restsOn) {
        List<String> models = lines.lines()
                .filter(l -> !l.isBlank())
                .flatMap(l -> parse(l).stream())
                .map(m -> m.json(restsOn))
                .toList();
        return models.isEmpty() ? "" : "[" + String.join(",", models) + "]";
    }

    private String json(List<Citation> restsOn) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("id", id);
        said.put("family", family);
        until.ifPresent(u -> said.put("until", u));
        return PartFields.cited(said, cited.isEmpty() ? restsOn : cited, Optional.empty());
    }
}
