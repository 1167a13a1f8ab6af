package domicile.page;

import java.util.Optional;

/**
 * What a check has found of one quote.
 *
 * @param cosmetic whether only capitals, punctuation or the form of a date are other ones
 * @param unit what was judged
 * @param old the whole unit in the older text
 * @param now what stands there now; the nearest passage where it is no longer the same, which a person judges
 * @param places in how many places it stands now
 * @param withRow what has become of the one in the row that the quote names; empty where it names none or none is found
 */
public record QuoteResult(
        String id,
        QuoteState state,
        boolean cosmetic,
        Unit.Kind unit,
        String old,
        Optional<String> now,
        int places,
        Optional<QuoteState> withRow) {}
