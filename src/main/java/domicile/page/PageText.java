package domicile.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page, unit by unit, in the order in which it is read.
 *
 * @param units never empty texts
 */
public record PageText(List<Unit> units) {
    /** The procedure by which pages become text; another one gets another name. */
    public static final String PROCEDURE = "text/1";

    public PageText {
        units = List.copyOf(units);
    }

    /** Puts a page together, block by block. */
    static final class Builder {
        /**
         * A number or letter that only counts: {@code 1.}, {@code (a)}, {@code C.3.b.viii.}, {@code 2.11}, {@code -}.
         */
        private static final Pattern MARK = Pattern.compile(
                "^(?:\\(?(?:\\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]|(?:[A-Z]|\\d{1,3})(?:\\.(?:\\d{1,3}|[a-z]|[ivxlc]{1,6}))+[.)]?|[-*+\\u00B7]) (?=\\S)");

        private static final Pattern RUN_IN =
                Pattern.compile("(?<![\\p{L}\\p{N}])\\(?(?:[a-z]|[ivx]{1,5}|\\d{1,2})[.)] ?(?=\\S)");

        private final List<Unit> units = new ArrayList<>();
        private int heading = -1;
        private int rows = -1;

        void heading(String text) {
            String folded = unmarked(Folding.fold(text));
            if (!folded.isEmpty()) {
                heading = units.size();
                units.add(new Unit(Unit.Kind.HEADING, folded, 0, heading, -1, ""));
            }
        }

        /** A paragraph or an item of a list, sentence by sentence. */
        void block(Unit.Kind kind, String text) {
            String folded = unmarked(Folding.fold(text));
            if (folded.isEmpty()) {
                return;
            }
            for (String part : parts(folded)) {
                Matcher counted = RUN_IN.matcher(part);
                int mark = counted.lookingAt() && !part.equals(folded) ? counted.end() : 0;
                for (String sentence : SentenceSplitter.split(part.substring(mark))) {
                    add(kind, part.substring(0, mark), sentence);
                    mark = 0;
                }
            }
        }

        private void add(Unit.Kind kind, String mark, String sentence) {
            Unit.Kind one = kind;
            if (!mark.isEmpty()) {
                one = Unit.Kind.ITEM;
            } else if (kind == Unit.Kind.PARAGRAPH) {
                one = ended(sentence) ? Unit.Kind.SENTENCE : Unit.Kind.LINE;
            }
            units.add(new Unit(one, mark + sentence, mark.length(), heading, -1, ""));
        }

        /** A paragraph cut where a list runs on inside it: {@code applies: (i) this; (ii) that}. */
        private static List<String> parts(String folded) {
            List<String> parts = new ArrayList<>();
            int from = 0;
            Matcher counted = RUN_IN.matcher(folded);
            while (counted.find()) {
                String before = folded.substring(from, counted.start()).strip();
                if (SentenceSplitter.DAY
                        .matcher(folded.substring(counted.start()))
                        .lookingAt()) {
                    continue;
                }
                if (before.endsWith(";")
                        || before.endsWith(":")
                        || before.matches("(?s).*; (?:and|or|und|oder|et|ou)")) {
                    parts.add(before);
                    from = counted.start();
                }
            }
            parts.add(folded.substring(from));
            return parts;
        }

        /**
         * A row of a table.
         *
         * @param cells each with the pieces that stand apart in it
         * @param heads of the columns; fewer where they are unknown
         */
        void row(List<List<String>> cells, List<String> heads) {
            rows++;
            for (int i = 0; i < cells.size(); i++) {
                String head = i < heads.size() ? Folding.fold(heads.get(i)) : "";
                for (String piece : cells.get(i)) {
                    String folded = Folding.fold(piece);
                    if (!folded.isEmpty()) {
                        units.add(new Unit(Unit.Kind.CELL, folded, 0, heading, rows, head));
                    }
                }
            }
        }

        /** What it has so far. */
        List<Unit> units() {
            return units;
        }

        PageText text() {
            return new PageText(units);
        }

        private static boolean ended(String sentence) {
            int end = sentence.length();
            while (end > 0 && "\"')]".indexOf(sentence.charAt(end - 1)) >= 0) {
                end--;
            }
            return end > 0 && ".!?:;".indexOf(sentence.charAt(end - 1)) >= 0;
        }

        /** A text without the marks at its beginning that only count. */
        static String unmarked(String folded) {
            Matcher mark = MARK.matcher(folded);
            return mark.find() ? folded.substring(mark.end()) : folded;
        }

        static boolean marked(String folded) {
            return MARK.matcher(folded).find();
        }
    }
}
