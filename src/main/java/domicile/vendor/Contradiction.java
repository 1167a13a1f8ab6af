package domicile.vendor;

import domicile.residency.Evidence;
import domicile.residency.Fact;
import java.util.List;

/** What cannot be true together with a vendor's answer. Both sides stay; no status rests on either for that. */
public sealed interface Contradiction {
    /** What providers publish. */
    record Published(List<Fact<?>> facts) implements Contradiction {
        public Published {
            facts = List.copyOf(facts);
        }
    }

    /** A contract or a report in hand. */
    record InHand(Evidence document) implements Contradiction {}

    /** What the vendor answered before. */
    record Before(KeptWorkbook workbook, Answer answer) implements Contradiction {}
}
