package domicile.assessment;

import domicile.problem.Days;
import domicile.residency.Area;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import domicile.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an argument of a sentence is said in a language; by code and ISO 8601 where no language is meant (the root
 * locale).
 */
record ArgumentFormatter(Locale locale, Words words) {
    /** Countries and blocs that take an article in English. */
    private static final Set<String> THE = Set.of(
            "AE", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US", "EU", "EEA",
            "EFTA", "GCC", "MENA");

    Object of(Object argument) {
        return switch (argument) {
            case Sentence sentence -> sentence.in(locale);
            case LocalDate day -> locale.equals(Locale.ROOT) ? day.toString() : days().format(day);
            case PublishedDate date -> date(date);
            case Area area -> area.members().stream().map(this::place).collect(Collectors.joining(", "));
            case Place place -> place(place);
            case Requirement requirement -> words.of(requirement.word());
            case Enum<?> value -> words.of(value);
            default -> argument;
        };
    }

    private DateTimeFormatter days() {
        return Days.formatter(FormatStyle.LONG, spoken());
    }

    /** English without a country says 1 June 2026, which no reader takes for another day. */
    private Locale spoken() {
        return english() && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    private boolean english() {
        return !locale.getLanguage().equals("de") && !locale.getLanguage().equals("fr");
    }

    private String date(PublishedDate date) {
        if (locale.equals(Locale.ROOT)) {
            return date.text();
        }
        return date.text().length() == 7
                ? DateTimeFormatter.ofPattern("LLLL uuuu", spoken()).format(YearMonth.parse(date.text()))
                : days().format(LocalDate.parse(date.text()));
    }

    private String place(Place place) {
        if (locale.equals(Locale.ROOT)) {
            return place.code();
        }
        return switch (place) {
            case Place.Country c -> withArticle(c.code(), words.country(c.code()));
            case Place.Bloc b -> named(b);
            case Place.World w -> named(w);
            case Place.CloudRegion r -> r.code();
        };
    }

    private String named(Place place) {
        return words.named(place).map(name -> withArticle(place.code(), name)).orElseGet(place::code);
    }

    private String withArticle(String code, String name) {
        return english() && THE.contains(code) ? "the " + name : name;
    }
}
