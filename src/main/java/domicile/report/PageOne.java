package domicile.report;

import domicile.report.ReportModel.Candidate;
import domicile.report.ReportModel.Mode;
import domicile.report.ReportModel.Pair;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of each sentence the first page shows. A screen scrolls and shows all of it; paper has room for every candidate only
 * when sentences are cut, and the full ones stand with each candidate.
 *
 * @param density a class of the stylesheet: {@code roomy}, {@code normal} or {@code dense}
 * @param whyLength characters of a verdict's reason
 * @param reasonLength characters of a failure mode's reason
 */
public record PageOne(String density, int whyLength, int reasonLength) {

    /** Everything in full. */
    static final PageOne SCREEN = new PageOne("screen", Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** What an A4 page holds for this many candidates. */
    static PageOne paper(int candidates) {
        if (candidates <= 5) {
            return new PageOne("roomy", 300, 230);
        }
        if (candidates <= 9) {
            return new PageOne("normal", 160, 120);
        }
        return new PageOne("dense", 112, 84);
    }

    /** A text for a place where a long one would push others off the page. */
    public String cut(String text, int length) {
        return whyLength == Integer.MAX_VALUE ? text : CleanText.cut(text, length);
    }

    /** A verdict's reason. */
    public String why(String text) {
        return CleanText.cut(text, whyLength);
    }

    /** A failure mode's reason. */
    public String reason(String text) {
        return CleanText.cut(text, reasonLength);
    }

    /** The names of the failure modes, in their order. */
    public List<String> modes(ReportModel r) {
        return r.candidates().isEmpty()
                ? List.of()
                : r.candidates().getFirst().modes().stream().map(Mode::name).toList();
    }

    /** Whether any sentence is cut. */
    public boolean shortened(ReportModel r) {
        return r.candidates().stream().anyMatch(this::shortened);
    }

    private boolean shortened(Candidate c) {
        return !why(c.why()).equals(c.why())
                || c.modes().stream().anyMatch(m -> !reason(m.reason()).equals(m.reason()));
    }

    /** The particulars in rows of three, the register's hash alone in the last. */
    public List<List<Pair>> particulars(List<Pair> pairs) {
        List<List<Pair>> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size() - 1; i += 3) {
            rows.add(pairs.subList(i, Math.min(i + 3, pairs.size() - 1)));
        }
        rows.add(List.of(pairs.getLast()));
        return rows;
    }

    /** The beginning of the register's hash, enough to tell two reports apart. */
    public String hash(ReportModel r) {
        return CleanText.cut(r.particulars().getLast().value(), 20);
    }
}
