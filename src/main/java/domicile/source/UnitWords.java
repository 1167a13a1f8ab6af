package domicile.source;

import domicile.page.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words that say what a unit of a page says: its own, and those around it that it takes up. */
final class UnitWords {
    /*
     * Shares of the shipped facts whose place on the compiled page comes first, and among three: 94 and 100 % with these
     * weights.
     */
    /** A cell says nothing without its row's name and its column's head: 83 and 90 %, 86 and 98 % without them. */
    private static final double OWN = 1;
    /** What a paragraph stands under: 96 and 98 % without it, 91 and 98 % where it matters as the unit's own words. */
    private static final double TITLE = 0.5;

    private UnitWords() {}

    /** How often each unit has each word; words of what it stands under count in part. */
    static List<Map<String, Double>> of(List<Unit> units) {
        List<Map<String, Double>> all = new ArrayList<>();
        int rowStart = 0;
        String line = "";
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean goesOn =
                    i > 0 && unit.row() >= 0 && unit.row() == units.get(i - 1).row();
            rowStart = goesOn ? rowStart : i;
            Map<String, Double> words = new HashMap<>();
            add(words, OWN, unit.words());
            add(words, OWN, unit.head());
            if (goesOn) {
                add(words, OWN, units.get(rowStart).words());
            }
            if (unit.kind() == Unit.Kind.LINE) {
                // in a text without marks the headings are lines
                boolean another = i > 0 && units.get(i - 1).kind() == Unit.Kind.LINE;
                line = another ? line + " " + unit.words() : unit.words();
            } else if (unit.kind() == Unit.Kind.HEADING) {
                line = "";
            } else {
                add(words, TITLE, line);
            }
            if (unit.heading() >= 0 && unit.heading() != i) {
                add(words, TITLE, units.get(unit.heading()).words());
            }
            all.add(words);
        }
        return all;
    }

    private static void add(Map<String, Double> words, double matters, String text) {
        FactQuestion.words(text).forEach(word -> words.merge(word, matters, Double::sum));
    }
}
