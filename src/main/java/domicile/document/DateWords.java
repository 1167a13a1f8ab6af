package domicile.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the days and months that a text names, as they are written in English, German and French. */
final class DateWords {
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th|er|\\.)?";
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final Pattern ISO = Pattern.compile("(?<!\\d)" + YEAR + "-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern DOTTED = Pattern.compile("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\." + YEAR + "(?!\\d)");

    /**
     * A day, or a month, and where it stands.
     *
     * @param iso {@code 2026-07-01} or {@code 2026-07}
     */
    record Found(String iso, int from, int to) {}

    private final Map<String, Integer> months = new HashMap<>();
    private final Pattern dayFirst;
    private final Pattern monthFirst;
    private final Pattern monthOnly;

    DateWords(List<PatternFile> files) {
        for (PatternFile file : files) {
            for (int i = 0; i < file.months.size(); i++) {
                for (String name : file.months.get(i).split("\\|")) {
                    months.put(Phrases.lower(name), i + 1);
                }
            }
        }
        String month = months.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")\\.?"));
        dayFirst = Pattern.compile("(?<![\\d.])" + DAY + "\\s+(?:day of |of )?" + month + ",?\\s+" + YEAR);
        monthFirst = Pattern.compile("(?<!\\p{L})" + month + "\\s+" + DAY + ",?\\s+" + YEAR);
        monthOnly = Pattern.compile("(?<!\\p{L})" + month + ",?\\s+" + YEAR);
    }

    /** The dates of a text in small letters, in its order. */
    List<Found> in(String lower) {
        List<Found> found = new ArrayList<>();
        find(found, ISO, lower, m -> day(m.group(1), number(m.group(2)), m.group(3)));
        find(found, DOTTED, lower, m -> day(m.group(3), number(m.group(2)), m.group(1)));
        find(found, dayFirst, lower, m -> day(m.group(3), month(m.group(2)), m.group(1)));
        find(found, monthFirst, lower, m -> day(m.group(3), month(m.group(1)), m.group(2)));
        find(
                found,
                monthOnly,
                lower,
                m -> Optional.of(
                        YearMonth.of(number(m.group(2)), month(m.group(1))).toString()));
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private interface Reader {
        Optional<String> read(MatchResult match);
    }

    private static void find(List<Found> found, Pattern pattern, String lower, Reader reader) {
        pattern.matcher(lower).results().forEach(m -> {
            boolean free = found.stream().allMatch(f -> m.end() <= f.from() || m.start() >= f.to());
            if (free) {
                reader.read(m).ifPresent(iso -> found.add(new Found(iso, m.start(), m.end())));
            }
        });
    }

    private int month(String name) {
        return months.getOrDefault(name.toLowerCase(Locale.ROOT), 1);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Optional<String> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
