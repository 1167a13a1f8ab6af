package domicile.page;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two texts differ in capitals, punctuation or the form of a date alone: nothing that a reader acts on. */
final class Cosmetics {
    private static final Map<String, String> MONTHS = Map.ofEntries(
            Map.entry("january", "01"),
            Map.entry("february", "02"),
            Map.entry("march", "03"),
            Map.entry("april", "04"),
            Map.entry("may", "05"),
            Map.entry("june", "06"),
            Map.entry("july", "07"),
            Map.entry("august", "08"),
            Map.entry("september", "09"),
            Map.entry("october", "10"),
            Map.entry("november", "11"),
            Map.entry("december", "12"));
    private static final String MONTH = "(" + String.join("|", MONTHS.keySet()) + ")";
    private static final Pattern AMERICAN = Pattern.compile(MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*(\\d{4})");
    private static final Pattern BRITISH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "\\s*,?\\s*(\\d{4})");

    private Cosmetics() {}

    static boolean only(String before, String after) {
        return plain(before).equals(plain(after));
    }

    private static String plain(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        small = AMERICAN.matcher(small).replaceAll(m -> day(m.group(3), m.group(1), m.group(2)));
        small = BRITISH.matcher(small).replaceAll(m -> day(m.group(3), m.group(2), m.group(1)));
        return small.replaceAll("(?<!\\d)[,;:.'\"!?]|[,;:.'\"!?](?!\\d)", "").replaceAll("\\s+", "");
    }

    private static String day(String year, String month, String day) {
        return Matcher.quoteReplacement(year + MONTHS.getOrDefault(month, "") + (day.length() == 1 ? "0" + day : day));
    }
}
