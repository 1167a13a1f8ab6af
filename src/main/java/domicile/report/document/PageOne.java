package domicile.report.document;

import domicile.report.document.Block.Look;
import domicile.report.document.Block.Title.Size;
import domicile.report.model.CleanText;
import domicile.report.model.Letterhead;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Mode;
import domicile.report.model.ReportModel.Why;
import domicile.report.type.LineFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the first page says. A screen scrolls and shows every sentence in full; so does paper where there is room. Where
 * there is none, the page has short sentences of its own, then the results alone, and says where the full ones stand.
 * No sentence is cut.
 */
public final class PageOne {

    /** Millimetres to points. */
    private static final double MM = 72 / 25.4;
    /** The width between the margins of an A4 page. */
    private static final double PAGE = 182 * MM;
    /** The width of what stands in a coloured box. */
    private static final double BOX = 172 * MM;
    /**
     * What the page has left for the rows of the table below a title of one line, and with one line below the table.
     */
    private static final double ROWS = 183 * MM;
    /** What the line to sign on takes of it on the board's page. */
    private static final double DECISION = 18 * MM;
    /** A line of what stands above and below the table, in points. */
    private static final double LINE = 10.6;

    private static final int CITES = 3;
    private static final int LONGEST_BANNER = 600;
    private static final int MOST_SENTENCES = 3;
    private static final int LONGEST_TITLE = 6;
    private static final double NOTE_SIZE = 7.6;
    private static final double BANNER_SIZE = 8.2;

    private final Medium medium;
    private final Optional<Sheet> sheet;

    private PageOne(Medium medium, Optional<Sheet> sheet) {
        this.medium = medium;
        this.sheet = sheet;
    }

    /** What is said of a candidate on paper, most first. */
    private enum Says {
        FULL,
        BRIEF,
        /** Why, and the states of the failure modes without their reasons. */
        WHY,
        STATES
    }

    /** What the columns of the table take of its width, in thousandths. */
    record Columns(int name, int why, int mode) {
        static final Columns SCREEN = new Columns(150, 220, 157);
        private static final double ALL = 1000;

        /** A width in points, without its padding. */
        static double wide(int share, double padding) {
            return PAGE * share / ALL - padding;
        }
    }

    /**
     * The table on paper.
     *
     * @param density a class of the stylesheet
     * @param size of the type
     * @param padding above and below a row's words
     * @param sentences at most of why
     * @param nameLines at most of a candidate's name
     */
    private record Sheet(
            boolean board,
            String density,
            double size,
            double leading,
            double padding,
            Says says,
            int sentences,
            int nameLines) {

        static Sheet of(ReportModel r, boolean board, Says says, int sentences, int nameLines) {
            int rows = r.candidates().size();
            String density = rows <= 5 ? "roomy" : rows <= 9 ? "normal" : "dense";
            boolean dense = density.equals("dense");
            if (board) {
                return new Sheet(true, density, 7.2, 7.2 * 1.22, (dense ? 1.1 : 2) * MM, says, sentences, nameLines);
            }
            double size = rows <= 5 ? 8.2 : rows <= 9 ? 7.3 : 6.6;
            double leading = size * (rows <= 5 ? 1.32 : rows <= 9 ? 1.25 : 1.2);
            double padding = (rows <= 5 ? 3.6 : rows <= 9 ? 2.6 : 1.3) * MM;
            return new Sheet(false, density, size, leading, padding, says, sentences, nameLines);
        }

        boolean wide() {
            return says == Says.STATES || (!board && says == Says.WHY);
        }

        Columns columns() {
            if (board) {
                return wide() ? new Columns(360, 120, 130) : new Columns(190, 290, 130);
            }
            return wide() ? new Columns(260, 200, 135) : new Columns(160, 184, 164);
        }

        private double sides() {
            return (board ? 4.6 : density.equals("dense") ? 3.3 : 4.1) * MM;
        }

        LineFit why() {
            return new LineFit(Columns.wide(columns().why(), sides()), size);
        }

        double mode() {
            return Columns.wide(columns().mode(), sides());
        }

        /** Names are set in a bolder face. */
        LineFit names() {
            return new LineFit(Columns.wide(columns().name(), 2.8 * MM), size * 1.08);
        }
    }

    /** Everything in full. */
    public static PageOne screen() {
        return new PageOne(Medium.SCREEN, Optional.empty());
    }

    /** What an A4 page holds of this report. */
    public static PageOne paper(ReportModel r) {
        return fitting(r, Medium.PAPER, false);
    }

    /** What the board's one page holds of it. */
    public static PageOne board(ReportModel r) {
        return fitting(r, Medium.PAPER, true);
    }

    static PageOne of(ReportModel r, Medium medium, boolean board) {
        return switch (medium) {
            case SCREEN -> screen();
            case PAPER, WORD -> fitting(r, medium, board);
        };
    }

    /** The first of the ways to say it that fits; the last one, whatever it holds. */
    private static PageOne fitting(ReportModel r, Medium medium, boolean board) {
        List<PageOne> ways = Stream.of(
                        Stream.of(Sheet.of(r, board, Says.FULL, 1, Integer.MAX_VALUE)),
                        IntStream.rangeClosed(1, MOST_SENTENCES)
                                .map(i -> MOST_SENTENCES + 1 - i)
                                .mapToObj(n -> Sheet.of(r, board, Says.BRIEF, n, Integer.MAX_VALUE)),
                        Stream.of(
                                Sheet.of(r, board, Says.WHY, 1, Integer.MAX_VALUE),
                                Sheet.of(r, board, Says.STATES, 1, Integer.MAX_VALUE)),
                        Stream.of(8, 6, 5, 4, 3, 2, 1).map(lines -> Sheet.of(r, board, Says.STATES, 1, lines)))
                .flatMap(sheets -> sheets)
                .map(sheet -> new PageOne(medium, Optional.of(sheet)))
                .toList();
        return ways.stream().filter(way -> way.fits(r)).findFirst().orElse(ways.getLast());
    }

    private boolean fits(ReportModel r) {
        Sheet s = sheet.orElseThrow();
        double room = ROWS - (s.board() ? DECISION : 0) - above(r) - below(r);
        double rows = 0;
        for (Candidate c : r.candidates()) {
            rows += row(r, c);
        }
        return rows <= room;
    }

    /** What stands above the table and is not on every report, or takes more lines than one. */
    private double above(ReportModel r) {
        Title title = Title.of(r.workload());
        double above = title.height() - Title.LARGE * Title.LEADING;
        Letterhead head = r.enclosed().letterhead();
        above += head.shown() ? 2 * MM : 0;
        above += head.logo().isPresent() ? 13 * MM : 0;
        above += new LineFit(PAGE, 9 * 1.08).lines(head.name()) * LINE
                + (head.name().isEmpty() ? 0 : MM);
        above += r.assessment().freshness().requireQuotes() ? LINE : 0;
        above += r.provisional() ? bannerLines() * BANNER_SIZE * 1.38 + 5.2 * MM : 0;
        above += r.reservations().map(line -> noteLines(line) * LINE + 2.6 * MM).orElse(0.0);
        return above;
    }

    private double below(ReportModel r) {
        String notes = notes(r);
        if (!sections()) {
            return noteLines(notes + inFull(r) + r.t("board.sources") + r.t("howto.limits")) * LINE;
        }
        return notes.isEmpty() ? 0 : (noteLines(notes + inFull(r)) - 1) * LINE;
    }

    private static int noteLines(String text) {
        return new LineFit(PAGE, NOTE_SIZE).lines(text);
    }

    private double row(ReportModel r, Candidate c) {
        Sheet s = sheet.orElseThrow();
        double tallest = (s.names().lines(name(c.name())) + 1) * s.leading() + 0.8 * MM;
        String cited = cited(cites(c.why()), c.why().citations())
                + c.why().missing().map(m -> r.t("cite.none") + " ").orElse("")
                + more(r, c.why());
        LineFit why = s.why();
        tallest = Math.max(
                tallest,
                s.leading()
                        * (s.board()
                                ? why.lines(why(c.why()) + " " + cited)
                                : why.lines(why(c.why())) + why.lines(cited)));
        for (Mode m : c.modes()) {
            int lines =
                    stateLines(r, m, cites(r, m)) + (s.board() ? 0 : new LineFit(s.mode(), s.size()).lines(reason(m)));
            tallest = Math.max(tallest, lines * s.leading() + (s.density().equals("dense") ? 0.3 : 0.6) * MM);
        }
        return tallest + s.padding() + 0.5;
    }

    /** The state is never broken, and citations are broken only between one another. */
    private int stateLines(ReportModel r, Mode m, List<Cite> cites) {
        Sheet s = sheet.orElseThrow();
        double column = s.mode();
        double at = new LineFit(column, s.size() * 0.9 * 1.05)
                        .width(m.mark().symbol() + " " + m.mark().word())
                + 2.2 * MM;
        int lines = 1;
        String cited = s.board()
                ? ""
                : cited(cites, m.citations())
                        + m.missing().map(x -> r.t("cite.none")).orElse("");
        for (String word : cited.strip().split(" ")) {
            double wide = new LineFit(column, s.size() * 0.94).width(" " + word);
            if (at + wide > column) {
                lines++;
                at = 0;
            }
            at += wide;
        }
        return lines;
    }

    /** The labels of the citations that are shown, and how many there are beside. */
    private static String cited(List<Cite> shown, List<Cite> all) {
        return shown.stream().map(c -> c.label() + " ").collect(Collectors.joining())
                + (shown.size() < all.size() ? "+" + (all.size() - shown.size()) + " " : "");
    }

    /** Whether what is too long has to be cut. */
    private boolean bounded() {
        return medium == Medium.PAPER;
    }

    Medium medium() {
        return medium;
    }

    /** Whether the report has the sections in which all stands in full. */
    public boolean sections() {
        return !sheet.map(Sheet::board).orElse(false);
    }

    /** How the table is set. */
    Look look(Kind kind) {
        boolean board = kind == Kind.BOARD;
        return switch (sheet.map(Sheet::density).orElse("")) {
            case "roomy" -> board ? Look.FRONT_BOARD_ROOMY : Look.FRONT_ROOMY;
            case "normal" -> board ? Look.FRONT_BOARD_NORMAL : Look.FRONT_NORMAL;
            case "dense" -> board ? Look.FRONT_BOARD_DENSE : Look.FRONT_DENSE;
            default -> board ? Look.FRONT_BOARD : Look.FRONT;
        };
    }

    /** What its columns take of its width. */
    Columns columns() {
        return sheet.map(Sheet::columns).orElse(Columns.SCREEN);
    }

    /** A heading for a place where a long one would push others off the page. */
    public String cut(String text, int length) {
        return !bounded() ? text : CleanText.cut(text, length);
    }

    /**
     * An author's name, with a separator, where the page's number stands on the other side; a long one stands at the
     * report's head alone.
     */
    public String foot(String text) {
        return new LineFit(45 * MM, 7.2).lines(text) > 1 ? "" : text + " · ";
    }

    /** A title in a size in which it takes few lines; what is longer than any name is cut. */
    private record Title(double size, Size set, String text) {
        static final double LARGE = 20;
        static final double LEADING = 1.2;

        static Title of(String text) {
            if (fit(LARGE).lines(text) <= 2) {
                return new Title(LARGE, Size.LARGE, text);
            }
            return fit(14).lines(text) <= 3
                    ? new Title(14, Size.LONG, text)
                    : new Title(11, Size.LONGER, fit(11).cut(text, LONGEST_TITLE, LEFT_OUT));
        }

        private static LineFit fit(double size) {
            return new LineFit(BOX, size * 1.04);
        }

        double height() {
            return fit(size).lines(text) * size * LEADING;
        }
    }

    private static final IntFunction<String> LEFT_OUT = n -> " [+" + n + "]";

    /** The title; in a smaller size where it is long. */
    public String title(String text) {
        return !bounded() ? text : Title.of(text).text();
    }

    /** The size of the title. */
    Size size(String text) {
        return !bounded() ? Size.LARGE : Title.of(text).set();
    }

    private int bannerLines() {
        return sheet.map(s -> s.density().equals("dense") ? 1 : 2).orElse(Integer.MAX_VALUE);
    }

    /** Why every verdict is provisional, with as many of the open questions as there is room for. */
    public String banner(ReportModel r) {
        int shown = shownQuestions(r);
        String questions = r.openQuestions().stream().limit(shown).collect(Collectors.joining(" · "));
        return r.pair(r.t("provisional.open", r.openQuestions().size()), questions)
                + (shown > 0 && openLeft(r) > 0 ? " · " : "");
    }

    /** How many questions are open that the banner does not name. */
    public int openLeft(ReportModel r) {
        return r.openQuestions().size() - shownQuestions(r);
    }

    /** What the banner says of the questions that it does not name, up to a page's number. */
    public String moreOpen(ReportModel r) {
        return moreOpen(r, openLeft(r));
    }

    private String moreOpen(ReportModel r, int left) {
        String where = r.t(sections() ? "section.open" : "kicker");
        return (left == r.openQuestions().size()
                        ? r.t("provisional.where", where)
                        : r.t("provisional.more", left, where))
                + page(r);
    }

    /** What stands before the number of a page; only a diligence report on paper has numbers to point to. */
    private String page(ReportModel r) {
        return !bounded() || !sections() ? "" : ", " + r.t("page.on") + "\u00A0";
    }

    private int shownQuestions(ReportModel r) {
        int all = r.openQuestions().size();
        String before = r.t("provisional.title") + " " + r.pair(r.t("provisional.open", all), "");
        int shown = all;
        while (shown > 0 && !bannerHolds(r, before, shown)) {
            shown--;
        }
        return shown;
    }

    private boolean bannerHolds(ReportModel r, String before, int shown) {
        List<String> questions = r.openQuestions();
        String named = String.join(" · ", questions.subList(0, shown));
        if (named.length() > LONGEST_BANNER) {
            return false;
        }
        int left = questions.size() - shown;
        String text = before + named + (left > 0 ? " · " + moreOpen(r, left) + "999" : "");
        return !bounded() || new LineFit(BOX, BANNER_SIZE).lines(text) <= bannerLines();
    }

    /** What the banner says, for a table. */
    public String wholeBanner(ReportModel r) {
        return banner(r) + (openLeft(r) > 0 ? moreOpen(r) : "");
    }

    /** A candidate's name. */
    public String name(String text) {
        return sheet.filter(s -> bounded() && s.nameLines() < Integer.MAX_VALUE)
                .map(s -> s.names().cut(text, s.nameLines(), LEFT_OUT))
                .orElse(text);
    }

    /**
     * A candidate's name as the head of a column of the matrix: four lines at most. A head is repeated on every page,
     * so one that were taller than a page could never be printed.
     */
    public String head(String text, int columns) {
        double table = columns > DiligenceDocument.UPRIGHT ? 269 - 36 : 182 - 40;
        return !bounded() ? text : new LineFit((table / columns - 1.6) * MM, 6.8 * 1.08).cut(text, 4);
    }

    private Says says() {
        return sheet.map(Sheet::says).orElse(Says.FULL);
    }

    /** Why a verdict is what it is. */
    public String why(Why why) {
        return switch (says()) {
            case FULL -> why.reason();
            case BRIEF, WHY -> String.join(" ", briefs(why));
            case STATES -> "";
        };
    }

    private List<String> briefs(Why why) {
        int most = sheet.map(Sheet::sentences).orElse(1);
        return why.briefs().subList(0, Math.min(most, why.briefs().size()));
    }

    /** How much more speaks for the verdict. */
    public String more(ReportModel r, Why why) {
        return switch (says()) {
            case FULL -> why.more();
            case BRIEF, WHY -> {
                int left = why.briefs().size() - briefs(why).size();
                yield left == 0 ? "" : r.t("why.brieflyMore", left);
            }
            case STATES -> "";
        };
    }

    /** A few citations; all of them stand with the candidate. */
    private List<Cite> few(List<Cite> cites) {
        int most = says() == Says.FULL ? CITES : CITES - 1;
        // a number alone takes as much room as the one citation that it would stand for
        return !bounded() || cites.size() <= most + 1 ? cites : cites.subList(0, most);
    }

    /** The citations of a verdict's reason. */
    public List<Cite> cites(Why why) {
        return few(why.citations());
    }

    /** The citations of a failure mode; where sentences are short, those that fit beside its state. */
    public List<Cite> cites(ReportModel r, Mode mode) {
        List<Cite> shown = few(mode.citations());
        while (bounded() && says() != Says.FULL && !shown.isEmpty() && stateLines(r, mode, shown) > 1) {
            shown = shown.subList(0, shown.size() - 1);
        }
        return shown;
    }

    /** A failure mode's reason. */
    public String reason(Mode mode) {
        return switch (says()) {
            case FULL -> mode.reason();
            case BRIEF -> mode.brief();
            case WHY, STATES -> "";
        };
    }

    /** The names of the failure modes, in their order. */
    public List<String> modes(ReportModel r) {
        return r.candidates().isEmpty()
                ? List.of()
                : r.candidates().getFirst().modes().stream().map(Mode::name).toList();
    }

    /** What the page leaves out; empty when it leaves out nothing. */
    public String notes(ReportModel r) {
        List<String> notes = new ArrayList<>(said(r).stream().toList());
        if (r.candidates().stream()
                .anyMatch(c -> cites(c.why()).size() < c.why().citations().size()
                        || (sections()
                                && c.modes().stream()
                                        .anyMatch(m -> cites(r, m).size()
                                                < m.citations().size())))) {
            notes.add(r.t("table.moreSources"));
        }
        if (r.candidates().stream().anyMatch(c -> !name(c.name()).equals(c.name()))
                || !title(r.workload()).equals(r.workload())) {
            notes.add(r.t("table.moreLetters"));
        }
        return String.join(" ", notes);
    }

    private Optional<String> said(ReportModel r) {
        return switch (says()) {
            case FULL -> Optional.empty();
            case BRIEF -> Optional.of(r.t("table.short"));
            case WHY, STATES -> Optional.of(r.t("table.states"));
        };
    }

    /** Where all of it stands, up to a page's number. */
    public String inFull(ReportModel r) {
        return sections() ? r.t("table.inFull", r.t("section.candidates")) + page(r) : r.t("table.inReport");
    }

    /** The beginning of the register's hash, enough to tell two reports apart. */
    public String hash(ReportModel r) {
        String hash = r.particulars().getLast().value();
        return hash.substring(0, Math.min(19, hash.length()));
    }
}
