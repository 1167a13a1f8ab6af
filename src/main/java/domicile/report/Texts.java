package domicile.report;

import domicile.assessment.FailureMode;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.problem.Days;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.FactValue;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of a report in one language: headings, statuses, dates and names of places. */
public final class Texts {
    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter days;
    private final DateTimeFormatter months;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "domicile.report.Report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // English without a country prints 1 June 2026, which no reader takes for another day
        Locale spoken = locale.getCountry().isEmpty() && !spokenElsewhere(locale) ? Locale.UK : locale;
        this.days = Days.formatter(FormatStyle.LONG, spoken);
        this.months = DateTimeFormatter.ofPattern("LLLL uuuu", spoken);
    }

    private static boolean spokenElsewhere(Locale locale) {
        return !locale.getLanguage().isEmpty() && !locale.getLanguage().equals("en");
    }

    /** The text of a key; {@link MissingResourceException} when there is none. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** What a kind of fact is called; in the report's own word where it has one. */
    String kind(FactValue fact) {
        String key = "fact." + fact.factKind().id();
        return bundle.containsKey(key)
                ? get(key)
                : fact.factKind().word(key, locale).orElse(key);
    }

    Locale locale() {
        return locale;
    }

    /** What has a name, or belongs to it, after the name, with the colon as the language sets it. */
    String pair(String name, String value) {
        return get("words.pair", name, value);
    }

    /** The text of a key with its arguments. */
    public String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** The text of a key with its arguments; empty where there is none. */
    Optional<String> find(String key, Object... args) {
        return bundle.containsKey(key) ? Optional.of(get(key, args)) : Optional.empty();
    }

    String word(String group, Enum<?> value) {
        return get(group + "." + value.name());
    }

    String words(String group, Collection<? extends Enum<?>> values) {
        return values.stream().map(v -> word(group, v)).collect(Collectors.joining(", "));
    }

    /** A sentence of the assessment, safe to show. */
    String say(Sentence sentence) {
        return CleanText.of(sentence.in(locale));
    }

    /** A day in words, such as {@code 1 June 2026}. */
    String date(LocalDate day) {
        return days.format(day);
    }

    String date(PublishedDate published) {
        return published.text().length() == 7
                ? months.format(YearMonth.parse(published.text()))
                : date(LocalDate.parse(published.text()));
    }

    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale);
    }

    String place(Place place, Areas areas) {
        return switch (place) {
            case Place.Country c -> country(c.code());
            case Place.Bloc b ->
                bundle.containsKey("bloc." + b.code()) ? get("bloc." + b.code()) : CleanText.of(areas.name(b));
            case Place.CloudRegion r -> {
                String name = areas.name(r);
                yield name.equals(r.code()) ? r.code() : CleanText.of(name) + " (" + r.code() + ")";
            }
            case Place.World w -> get("world");
        };
    }

    String places(Collection<Place> places, Areas areas) {
        return places.stream().map(p -> place(p, areas)).collect(Collectors.joining(", "));
    }

    String area(Area area, Areas areas) {
        return places(area.members(), areas);
    }

    String requirement(Requirement requirement) {
        return switch (requirement) {
            case INFERENCE_LOCATION,
                    STORAGE_LOCATION,
                    ENDPOINT_SERVICES_LOCATION,
                    RETENTION,
                    TRAINING_REUSE,
                    HIPAA_BAA,
                    EXCLUDED_JURISDICTIONS,
                    MODEL_AVAILABILITY,
                    REGISTER_RECORD,
                    SAME_DEPLOYMENT,
                    UNDECIDED,
                    NOTHING_ASKED -> word("requirement", requirement);
            case DPA,
                    FEDRAMP,
                    SOC1,
                    SOC2_TYPE_I,
                    SOC2_TYPE_II,
                    SOC3,
                    ISO_9001,
                    ISO_27001,
                    ISO_27017,
                    ISO_27018,
                    ISO_27701,
                    ISO_42001,
                    CSA_STAR_2,
                    EU_CLOUD_COC,
                    SCC -> word("attestation", Attestation.Kind.valueOf(requirement.name()));
        };
    }

    ReportModel.Mark mark(Status status) {
        String symbol = switch (status) {
            case MET -> "✓";
            case CONDITIONAL -> "◐";
            case UNVERIFIED -> "?";
            case NOT_MET -> "✗";
        };
        return new ReportModel.Mark(css(status), symbol, word("status", status));
    }

    ReportModel.Mark mark(Verdict verdict) {
        return switch (verdict) {
            case SUITABLE -> new ReportModel.Mark("met", "✓", word("verdict", verdict));
            case CONDITIONAL -> new ReportModel.Mark("conditional", "◐", word("verdict", verdict));
            case VERIFY_FIRST -> new ReportModel.Mark("unverified", "?", word("verdict", verdict));
            case NOT_SUITABLE -> new ReportModel.Mark("notmet", "✗", word("verdict", verdict));
        };
    }

    ReportModel.Mark mark(FailureMode.State state) {
        return switch (state) {
            case FLAGGED -> new ReportModel.Mark("notmet", "⚑", word("state", state));
            case OPEN -> new ReportModel.Mark("unverified", "○", word("state", state));
            case CLEARED -> new ReportModel.Mark("met", "✓", word("state", state));
            case NOT_APPLICABLE -> new ReportModel.Mark("none", "–", word("state", state));
        };
    }

    private static String css(Status status) {
        return switch (status) {
            case MET -> "met";
            case CONDITIONAL -> "conditional";
            case UNVERIFIED -> "unverified";
            case NOT_MET -> "notmet";
        };
    }
}
