package domicile.report.model;

import domicile.assessment.FailureMode;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.Signs;
import domicile.assessment.Status;
import domicile.assessment.UsageStatus;
import domicile.assessment.Verdict;
import domicile.problem.Bundles;
import domicile.problem.Days;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.FactValue;
import domicile.residency.Place;
import domicile.residency.PublishedDate;
import domicile.words.Sign;
import domicile.words.Words;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
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
    private final Words words;
    private final DateTimeFormatter days;
    private final DateTimeFormatter months;

    public Texts(Locale locale) {
        this.locale = locale;
        this.words = Words.in(locale);
        this.bundle = Bundles.in("domicile.report.Report", locale);
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
    public String pair(String name, String value) {
        return get("words.pair", name, value);
    }

    /** The text of a key with its arguments. */
    public String get(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), locale).format(args);
    }

    /** The text of a key with its arguments; empty where there is none. */
    public Optional<String> find(String key, Object... args) {
        return bundle.containsKey(key) ? Optional.of(get(key, args)) : Optional.empty();
    }

    String word(String group, Enum<?> value) {
        return get(group + "." + value.name());
    }

    String words(String group, Collection<? extends Enum<?>> values) {
        return values.stream().map(v -> word(group, v)).collect(Collectors.joining(", "));
    }

    /** A sentence of the assessment, safe to show. */
    public String say(Sentence sentence) {
        return CleanText.of(sentence.in(locale));
    }

    /** A day in words, such as {@code 1 June 2026}. */
    public String date(LocalDate day) {
        return days.format(day);
    }

    String date(PublishedDate published) {
        return published.text().length() == 7
                ? months.format(YearMonth.parse(published.text()))
                : date(LocalDate.parse(published.text()));
    }

    String country(String code) {
        return words.country(code);
    }

    String place(Place place, Areas areas) {
        return CleanText.of(words.place(place, areas));
    }

    String places(Collection<Place> places, Areas areas) {
        return places.stream().map(p -> place(p, areas)).collect(Collectors.joining(", "));
    }

    String area(Area area, Areas areas) {
        return places(area.members(), areas);
    }

    /** A requirement by its id; empty for one that this version does not know. */
    Optional<String> requirement(String id) {
        return Arrays.stream(Requirement.values())
                .filter(r -> r.name().equals(id))
                .findFirst()
                .map(this::requirement);
    }

    String requirement(Requirement requirement) {
        return words.label(requirement.word());
    }

    /** A value as it stands inside a sentence. */
    String of(Enum<?> value) {
        return words.of(value);
    }

    /** A value as it stands alone; empty when it has no word. */
    Optional<String> find(Enum<?> value) {
        return words.find(value).map(word -> words.label(value));
    }

    /** A value as it stands alone. */
    String label(Enum<?> value) {
        return words.label(value);
    }

    public ReportModel.Mark mark(Status status) {
        return mark(Signs.of(status), status);
    }

    ReportModel.Mark mark(UsageStatus status) {
        return mark(Signs.of(status), status);
    }

    ReportModel.Mark mark(Verdict verdict) {
        return mark(Signs.of(verdict), verdict);
    }

    ReportModel.Mark mark(FailureMode.State state) {
        return mark(Signs.of(state), state);
    }

    private ReportModel.Mark mark(Sign sign, Enum<?> value) {
        return new ReportModel.Mark(sign.tone(), sign.symbol(), words.label(value));
    }
}
