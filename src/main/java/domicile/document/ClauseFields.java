package domicile.document;

import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a clause fills in of a piece of evidence; whoever confirms it may say otherwise.
 *
 * @param date the paper's own day; empty where it names none, or a month alone
 * @param from the day from which the clause holds, where that is another one
 * @param days of retention that a zero-retention addendum leaves
 */
public record ClauseFields(
        List<Place> regions,
        String product,
        Optional<LocalDate> date,
        Optional<LocalDate> from,
        Optional<Attestation.Kind> certification,
        Optional<Attestation.FedRampLevel> level,
        OptionalInt days) {

    public ClauseFields {
        regions = List.copyOf(regions);
    }

    /** The fields that a passage fills in for a kind of document; those that the kind does not have stay empty. */
    public static ClauseFields of(Passage passage, Evidence.Kind kind, Areas areas) {
        Passage.Values values = passage.values();
        Optional<LocalDate> date = values.documentDate().flatMap(ClauseFields::day);
        return new ClauseFields(
                ClauseFinder.ofPlaces(kind) ? places(values, areas) : List.of(),
                values.product().orElse(""),
                date,
                values.date()
                        .flatMap(ClauseFields::firstDay)
                        .filter(from -> date.filter(from::equals).isEmpty()),
                kind == Evidence.Kind.SOC2_REPORT || kind == Evidence.Kind.CERTIFICATE
                        ? CertificationNames.certification(passage.quote())
                        : Optional.empty(),
                kind == Evidence.Kind.FEDRAMP_AUTHORIZATION
                        ? CertificationNames.level(passage.quote())
                        : Optional.empty(),
                kind == Evidence.Kind.ZDR_ADDENDUM ? values.days() : OptionalInt.empty());
    }

    /** The words that a piece of evidence keeps of a passage. */
    public static Evidence.Passage words(DocumentFile file, Passage passage) {
        return new Evidence.Passage(
                file.sha256(),
                passage.page(),
                passage.quote(),
                passage.hedges().stream()
                        .map(h -> new Evidence.Hedge(h.quote(), h.page()))
                        .toList());
    }

    /** The evidence that these fields are of; {@code date} where the paper names no day of its own. */
    public Evidence evidence(
            String offering, Evidence.Kind kind, LocalDate date, DocumentFile file, Evidence.Passage words) {
        return new Evidence(
                offering,
                kind,
                date,
                from,
                regions,
                product,
                certification,
                level,
                days,
                List.of(),
                List.of(),
                file.name(),
                words);
    }

    /** A region says more than its country, which passages name beside it. */
    private static List<Place> places(Passage.Values values, Areas areas) {
        List<Place> places = new ArrayList<>();
        List<Place> regions =
                values.regions().stream().flatMap(r -> areas.place(r).stream()).toList();
        for (String code : values.places()) {
            areas.place(code)
                    .filter(p -> regions.stream()
                            .noneMatch(r -> r instanceof Place.CloudRegion c
                                    && c.country().equals(p.code())))
                    .ifPresent(places::add);
        }
        places.addAll(regions);
        return places;
    }

    /** A day as a passage gives it; empty for a month alone. */
    static Optional<LocalDate> day(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            // a month alone: nobody knows the day
            return Optional.empty();
        }
    }

    /** What holds from a month on holds from its first day. */
    private static Optional<LocalDate> firstDay(String iso) {
        return day(iso).or(() -> {
            try {
                return Optional.of(YearMonth.parse(iso).atDay(1));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
