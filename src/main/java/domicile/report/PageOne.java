package domicile.report;

import domicile.report.ReportModel.Candidate;
import domicile.report.ReportModel.Cite;
import domicile.report.ReportModel.Mode;
import domicile.report.ReportModel.Pair;
import domicile.report.ReportModel.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much of each sentence the first page shows. A screen scrolls and shows all of it; paper has room for every candidate only
 * when sentences are cut, and the full ones stand with each candidate.
 */
public final class PageOne {
    /** Everything in full. */
    static final PageOne SCREEN = new PageOne("screen", Optional.empty());

    /** Millimetres to points. */
    private static final double MM = 72 / 25.4;
    /** What an A4 page has left for the rows of the table below a title of two lines. */
    private static final double ROWS = 183 * MM;
    /** What an organisation's logo and name take of it. */
    private static final double LETTERHEAD = 16 * MM;
    /** What the two lines that tell why everything is provisional take of that. */
    private static final double BANNER = 14 * MM;
    /** What the two lines that tell what was not asked take of it. */
    private static final double UNASKED = 11 * MM;
    /** The width of those lines. */
    private static final double PAGE = 172 * MM;
    /** Columns in points, as in pdf.css: a share of the 182 mm between the margins, less padding. */
    private static final double REASON = (182 * 0.164 - 4.6) * MM;

    /** The ground on both sides of a state's word. */
    private static final double MARK = 2.2 * MM;

    private static final double WHY = (182 * 0.184 - 4.6) * MM;
    private static final double NAME = (182 * 0.16 - 2.8) * MM;

    private static final double BOARD_WHY = (182 * 0.32 - 22) * MM;
    private static final double BOARD_SIZE = 7.2;
    private static final int CITES = 3;
    private static final int LONGEST_BANNER = 600;

    private final String density;
    private final Optional<Sheet> sheet;

    /** A row of the table on paper: the type, and the lines of a reason below its state. */
    private record Sheet(double size, int lines) {}

    private PageOne(String density, Optional<Sheet> sheet) {
        this.density = density;
        this.sheet = sheet;
    }

    /** What an A4 page holds for this many candidates. */
    static PageOne paper(ReportModel r) {
        int rows = Math.max(1, r.candidates().size());
        String density = rows <= 5 ? "roomy" : rows <= 9 ? "normal" : "dense";
        double size = rows <= 5 ? 8.2 : rows <= 9 ? 7.3 : 6.6;
        double leading = size * (rows <= 5 ? 1.32 : rows <= 9 ? 1.25 : 1.2);
        double padding = (rows <= 5 ? 3.6 : rows <= 9 ? 2.6 : 1.7) * MM;
        double state = leading * (anyStateWraps(r, size) ? 2 : 1) + 0.6 * MM;
        double letterhead = r.enclosed().letterhead().shown() ? LETTERHEAD : 0;
        double banner = r.provisional() ? BANNER : 0;
        double unasked = r.notAsked().isPresent() ? UNASKED : 0;
        double room = ROWS - letterhead - banner - unasked;
        int lines = (int) ((room / rows - padding - state) / leading);
        return new PageOne(density, Optional.of(new Sheet(size, Math.max(1, lines))));
    }

    /** Whether a state and what it cites go over a line of their column. */
    private static boolean anyStateWraps(ReportModel r, double size) {
        LineFit column = new LineFit(REASON - MARK, size);
        return r.candidates().stream().flatMap(c -> c.modes().stream()).anyMatch(m -> {
            List<Cite> shown = first(m.citations());
            String text = m.mark().symbol() + " " + m.mark().word() + " " + labels(shown)
                    + (shown.size() < m.citations().size() ? " …" : "")
                    + m.missing().map(missing -> " " + r.t("cite.none")).orElse("");
            return !column.cut(text, 1).equals(text);
        });
    }

    private static String labels(List<Cite> cites) {
        return cites.stream().map(Cite::label).collect(Collectors.joining(" "));
    }

    private static List<Cite> first(List<Cite> cites) {
        return cites.size() <= CITES ? cites : cites.subList(0, CITES);
    }

    /** Whether it is for a screen, where rows can be hidden and shown. */
    public boolean screen() {
        return sheet.isEmpty();
    }

    /** A class of the stylesheet: {@code screen}, {@code roomy}, {@code normal} or {@code dense}. */
    public String density() {
        return density;
    }

    /** A heading for a place where a long one would push others off the page. */
    public String cut(String text, int length) {
        return sheet.isEmpty() ? text : CleanText.cut(text, length);
    }

    /** An author's name where the page's number stands on the other side. */
    public String foot(String text) {
        return CleanText.cut(text, 36);
    }

    /** The title: two lines at most. */
    public String title(String text) {
        return sheet.isEmpty() ? text : new LineFit(PAGE, 20.5).cut(text, 2);
    }

    /** Why every verdict is provisional: a few lines, two at most on paper. All open questions stand in a section of their own. */
    public String banner(ReportModel r) {
        String title = r.t("provisional.title") + " ";
        String text = r.t("provisional.banner", r.openQuestions().size(), String.join(" · ", r.openQuestions()));
        // the title stands before it in the first line
        return sheet.isEmpty()
                ? CleanText.cut(text, LONGEST_BANNER)
                : new LineFit(PAGE, 8.2)
                        .cut(title + text, density.equals("dense") ? 1 : 2)
                        .substring(title.length());
    }

    /** A candidate's name: two lines at most. */
    public String name(String text) {
        return sheet.map(s -> new LineFit(NAME, s.size() * 1.08).cut(text, 2)).orElse(text);
    }

    /**
     * A candidate's name as the head of a column of the matrix: four lines at most. A head is repeated on every page, so one that
     * were taller than a page could never be printed.
     */
    public String head(String text, int columns) {
        double table = (ReportModel.wide(columns) ? 269 : 182) - 36;
        return sheet.isEmpty() ? text : new LineFit((table / columns - 1.6) * MM, 6.8 * 1.08).cut(text, 4);
    }

    /** A verdict's reason; room is left for what it cites. */
    public String why(Why why, String noSource) {
        return sheet.map(s -> {
                    LineFit column = new LineFit(WHY, s.size());
                    String cited = labels(cites(why.citations()))
                            + (more(why.citations()) ? " … " : " ")
                            + why.missing().map(m -> noSource + " ").orElse("")
                            + why.more();
                    int below = column.cut(cited, 1).equals(cited) ? 1 : 2;
                    return column.cut(why.reason(), Math.max(1, s.lines() + 1 - below));
                })
                .orElse(why.reason());
    }

    /** A verdict's reason on the board's one page: as many lines as there is room for. */
    public String boardWhy(String text) {
        return sheet.map(s -> new LineFit(BOARD_WHY, BOARD_SIZE).cut(text, s.lines() > 8 ? 4 : 2))
                .orElse(text);
    }

    /** A few citations; more of them would push the reason off the page, and stand with the candidate. */
    public List<Cite> cites(List<Cite> cites) {
        return sheet.isEmpty() ? cites : first(cites);
    }

    /** Whether there are more citations than page one has room for. */
    public boolean more(List<Cite> cites) {
        return cites(cites).size() < cites.size();
    }

    /** A failure mode's reason. */
    public String reason(String text) {
        return sheet.map(s -> new LineFit(REASON, s.size()).cut(text, s.lines()))
                .orElse(text);
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
        return !why(c.why(), "").equals(c.why().reason())
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

    /** How many of the six columns a value takes: the last of a row takes what is left. */
    public int span(List<Pair> row, Pair pair) {
        return pair.equals(row.getLast()) ? 7 - 2 * row.size() : 1;
    }

    /** The beginning of the register's hash, enough to tell two reports apart. */
    public String hash(ReportModel r) {
        return CleanText.cut(r.particulars().getLast().value(), 20);
    }
}
