package domicile.problem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Days as a language writes them. */
public final class Days {
    private static final Map<Long, String> FRENCH = LongStream.rangeClosed(1, 31)
            .boxed()
            .collect(Collectors.toMap(Function.identity(), d -> d == 1 ? "1er" : String.valueOf(d)));

    // The JDK keeps its own; a table asks for one for every cell that shows a day.
    private static final Map<String, DateTimeFormatter> MADE = new ConcurrentHashMap<>();

    private Days() {}

    /**
     * The formatter of a style; in French the first of a month is {@code 1er}, which the JDK's locale data does not
     * know.
     */
    public static DateTimeFormatter formatter(FormatStyle style, Locale locale) {
        return locale.getLanguage().equals("fr")
                ? MADE.computeIfAbsent(style + " " + locale.toLanguageTag(), key -> french(style, locale))
                : DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
    }

    /** A day as ISO 8601 writes it; empty for anything else. */
    public static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter french(FormatStyle style, Locale locale) {
        String pattern =
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE, locale);
        return pattern.startsWith("d ")
                ? new DateTimeFormatterBuilder()
                        .appendText(ChronoField.DAY_OF_MONTH, FRENCH)
                        .appendPattern(pattern.substring(1))
                        .toFormatter(locale)
                : DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
    }
}
