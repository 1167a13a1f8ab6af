package domicile.report.document;

import domicile.report.model.Letterhead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A document, ready to be rendered in any format.
 *
 * @param lang BCP 47
 * @param date what a format with dates is dated
 * @param logoWords what a logo shows, for who does not see it
 */
public record Document(
        String lang,
        String title,
        String subject,
        String author,
        LocalDate date,
        Letterhead letterhead,
        String logoWords,
        Running running,
        List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /**
     * What stands on every page.
     *
     * @param pageOf the words before, between and after the two numbers of "Page x of y"
     */
    public record Running(String left, String right, String foot, List<String> pageOf) {
        public Running {
            pageOf = List.copyOf(pageOf);
        }
    }

    /** A section, for contents and bookmarks; level 1, or 2 inside another. */
    public record Entry(int level, String anchor, String text) {}

    /** The same document with a block more at its end. */
    public Document with(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Document(lang, title, subject, author, date, letterhead, logoWords, running, more);
    }

    /** Its sections, and those inside them, in their order. */
    public List<Entry> outline() {
        List<Entry> entries = new ArrayList<>();
        outline(blocks, 1, entries);
        return entries;
    }

    private static void outline(List<Block> blocks, int level, List<Entry> entries) {
        for (Block block : blocks) {
            if (block instanceof Block.Section s) {
                entries.add(new Entry(level, s.anchor(), s.title()));
                outline(s.blocks(), level + 1, entries);
            }
        }
    }
}
