package domicile.desktop.maintenance;

import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.source.SourceReview;
import domicile.source.Standing;
import java.util.List;
import java.util.stream.Stream;

/** How words stand against the newest page, as symbol, word and colour. */
final class Standings {

    private Standings() {}

    static Mark mark(Standing standing, Texts texts) {
        String word = texts.of(standing);
        return switch (standing) {
            case SAME -> new Mark("✓", word, Mark.GOOD);
            case MOVED -> new Mark("✓", word, Mark.GOOD);
            case CHANGED -> new Mark("≠", word, Mark.OPEN);
            case GONE -> new Mark("−", word, Mark.BAD);
            case AMBIGUOUS -> new Mark("?", word, Mark.OPEN);
            case UNQUOTED -> new Mark("–", word, Mark.NONE);
            case WITHDRAWN -> new Mark("✗", word, Mark.BAD);
            case NO_PAGE -> new Mark("?", word, Mark.OPEN);
        };
    }

    /** How many words of a source stand so, for each way in which some do. */
    static List<Mark> marks(SourceReview review, Texts texts) {
        return Stream.of(Standing.values())
                .filter(s -> !review.with(s).isEmpty())
                .map(s -> {
                    Mark mark = mark(s, texts);
                    return new Mark(mark.symbol(), review.with(s).size() + " " + mark.word(), mark.style());
                })
                .toList();
    }
}
