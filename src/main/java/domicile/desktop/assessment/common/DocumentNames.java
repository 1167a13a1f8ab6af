package domicile.desktop.assessment.common;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of documents in one field, with commas between them. A name that holds a comma stands in quotes, as in a CSV
 * file.
 */
public final class DocumentNames {
    private static final Pattern NAME = Pattern.compile("\\G\\s*(?:\"((?:[^\"]|\"\")*)\"\\s*|([^,]*))(?:,|$)");

    private DocumentNames() {}

    /** The names as they stand in the field; {@link #read} gives them back. */
    public static String written(List<String> names) {
        return names.stream()
                .map(n -> n.contains(",") || n.startsWith("\"") ? "\"" + n.replace("\"", "\"\"") + "\"" : n)
                .collect(Collectors.joining(", "));
    }

    /**
     * The names that stand in a field, none of them blank. Quotes that are still open, or inside a name, are a part of
     * it.
     */
    public static List<String> read(String text) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            String quoted = name.group(1);
            String one = (quoted == null ? name.group(2) : quoted.replace("\"\"", "\"")).strip();
            if (!one.isEmpty()) {
                names.add(one);
            }
        }
        return names;
    }
}
