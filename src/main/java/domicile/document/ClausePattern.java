package domicile.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which a document says something.
 *
 * @param name what it says, for people who read the file
 * @param group of patterns that say different things of one kind: the best of each group is shown first
 * @param weight the higher, the surer
 * @param near whether it is only shown to say what is missing: the clause is not found by it
 * @param all of each of these one must stand in the text
 * @param none of these may
 * @param more that make it surer
 * @param papers that it may stand in; empty: any
 * @param under words of its heading or of its table's head
 * @param title words of the document's title
 * @param warns what a passage that it finds is always marked with
 * @param finds a text that it finds
 * @param leaves a text that it leaves
 */
record ClausePattern(
        String name,
        String group,
        int weight,
        boolean near,
        List<Phrases> all,
        List<Phrases> none,
        List<Phrases> more,
        Set<Need> needs,
        Set<Paper> papers,
        Optional<Phrases> under,
        Optional<Phrases> title,
        Set<Warning> warns,
        String finds,
        String leaves) {

    /** What has to stand in a passage besides words. */
    enum Need {
        /** A place with a code. */
        PLACE,
        /** A place, also one that nobody has defined, such as Europe. */
        AREA,
        /** A product that the register knows. */
        PRODUCT,
        /** It is a row of a table. */
        ROW
    }

    ClausePattern {
        all = List.copyOf(all);
        none = List.copyOf(none);
        more = List.copyOf(more);
        needs = Set.copyOf(needs);
        papers = Set.copyOf(papers);
        warns = Set.copyOf(warns);
    }
}
