package domicile.assessment;

import domicile.problem.Days;
import domicile.residency.Area;
import domicile.residency.Attestation.FedRampLevel;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How an argument of a sentence is said in a language; by code and ISO 8601 where no language is meant (the root
 * locale).
 */
record ArgumentFormatter(Locale locale, ResourceBundle bundle) {
    /** Countries that take an article in English. */
    private static final Set<String> THE =
            Set.of("AE", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US");

    Object of(Object argument) {
        return switch (argument) {
            case Sentence sentence -> sentence.in(locale);
            case LocalDate day -> locale.equals(Locale.ROOT) ? day.toString() : days().format(day);
            case PublishedDate date -> date(date);
            case Area area -> area.members().stream().map(this::place).collect(Collectors.joining(", "));
            case Place place -> place(place);
            case FedRampLevel level -> level(level);
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
            case Place.Country c -> country(c.code());
            case Place.Bloc b -> named(b);
            case Place.World w -> named(w);
            case Place.CloudRegion r -> r.code();
        };
    }

    private String named(Place place) {
        String key = "place." + place.code();
        return bundle.containsKey(key) ? bundle.getString(key) : place.code();
    }

    private String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(english() ? Locale.ENGLISH : locale);
        return english() && THE.contains(code) ? "the " + name : name;
    }

    private static String level(FedRampLevel level) {
        return switch (level) {
            case LI_SAAS -> "LI-SaaS";
            case LOW -> "Low";
            case MODERATE -> "Moderate";
            case HIGH -> "High";
            case LOW_20X -> "20x Low";
            case MODERATE_20X -> "20x Moderate";
        };
    }
}
