package domicile.document;

import domicile.page.QuoteCheck;
import domicile.page.QuoteResult;
import domicile.page.QuoteState;
import domicile.page.TextQuote;
import domicile.residency.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the clauses that somebody has confirmed in a document stand in a newer version of it. */
public final class ClauseCheck {

    /**
     * What has become of one clause in a newer version.
     *
     * @param evidence that keeps it
     * @param state of its words
     * @param old the words with the units that they are of, in the older version
     * @param now what stands there now; the nearest passage where it is no longer the same
     * @param before the clause in the older version; empty where its words do not stand there once
     * @param after the clause in the newer version; empty where its words do not stand there once
     */
    public record Standing(
            Evidence evidence,
            QuoteState state,
            String old,
            Optional<String> now,
            Optional<Passage> before,
            Optional<Passage> after) {

        /** Whether the words stand, and limit, promise and leave unsaid what they did. */
        public boolean stands() {
            return (state == QuoteState.SAME || state == QuoteState.MOVED)
                    && before.isPresent()
                    && after.isPresent()
                    && !limitsChanged()
                    && !valuesChanged();
        }

        /** Whether other words limit the clause, or its own say other things besides, though it reads as it did. */
        public boolean limitsChanged() {
            return !before.map(Standing::limits).equals(after.map(Standing::limits));
        }

        private static List<Object> limits(Passage passage) {
            return List.of(
                    passage.hedges().stream().map(Passage.Hedge::quote).toList(),
                    passage.warnings(),
                    passage.inserted());
        }

        /**
         * Whether it gives other places, another product or other days: a term that it uses may have another meaning.
         */
        public boolean valuesChanged() {
            return !before.map(Standing::given).equals(after.map(Standing::given));
        }

        private static List<Object> given(Passage passage) {
            Passage.Values values = passage.values();
            return List.of(values.places(), values.regions(), values.product(), values.days());
        }

        /**
         * The same evidence of the newer version, of that one's day; empty where the clause does not stand, or nobody
         * knows the newer version's day and none is given.
         */
        public Optional<Evidence> carried(DocumentFile newer, Optional<LocalDate> date) {
            Optional<Passage> found = stands() ? after : Optional.empty();
            return found.flatMap(passage -> date.or(
                            () -> passage.values().documentDate().flatMap(ClauseFields::day))
                    .map(day -> new Evidence(
                            evidence.offering(),
                            evidence.kind(),
                            day,
                            evidence.from(),
                            evidence.regions(),
                            evidence.product(),
                            evidence.certification(),
                            evidence.level(),
                            evidence.days(),
                            evidence.models(),
                            evidence.services(),
                            newer.name(),
                            ClauseFields.words(newer, passage))));
        }
    }

    private ClauseCheck() {}

    /**
     * What has become of the clauses of one document in a newer version of it, in their order; evidence of other files
     * and evidence without words is left out.
     */
    public static List<Standing> newer(List<Evidence> evidence, ClauseReader old, ClauseReader newer) {
        QuoteCheck check =
                new QuoteCheck(old.file().layout().text(), newer.file().layout().text());
        return evidence.stream()
                .filter(e -> e.passage().sha256().equals(old.file().sha256()) && !e.typed())
                .map(e -> {
                    Evidence.Passage words = e.passage();
                    String quote = old.quotes().plain(words.quote());
                    QuoteResult result = check.check(new TextQuote(e.kind().name(), quote, Optional.empty()));
                    return new Standing(
                            e,
                            result.state(),
                            result.old(),
                            result.now(),
                            old.find(e.kind(), words.quote(), words.page()),
                            newer.find(e.kind(), words.quote(), OptionalInt.empty()));
                })
                .toList();
    }
}
