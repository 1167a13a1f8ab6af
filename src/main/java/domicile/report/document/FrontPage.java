package domicile.report.document;

import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Style;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Mode;
import domicile.report.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the board's page and the first page of the diligence report have in common, and the verdicts of both. */
final class FrontPage {
    private final ReportModel r;
    private final PageOne front;

    FrontPage(ReportModel r, PageOne front) {
        this.r = r;
        this.front = front;
    }

    /** A document of these blocks, below what all have at their head. */
    Document document(Kind kind, String title, List<Block> blocks) {
        String date = r.particulars().getFirst().value();
        return new Document(
                r.lang(),
                title,
                r.t("subject"),
                author(),
                r.assessment().date(),
                r.enclosed().letterhead(),
                logoWords(),
                new Document.Running(
                        kicker(kind),
                        front.cut(r.workload(), 80),
                        front.foot(author()) + date + " · " + front.hash(r),
                        pageOf(r.texts())),
                blocks);
    }

    static List<String> pageOf(Texts texts) {
        return List.of(texts.get("page.of", "\n", "\n").split("\n", -1));
    }

    private String author() {
        String name = r.enclosed().letterhead().name();
        return name.isEmpty() ? r.t("brand") : name;
    }

    private String logoWords() {
        String name = r.enclosed().letterhead().name();
        return name.isEmpty() ? r.t("letterhead.logo") : r.t("letterhead.logoOf", name);
    }

    private String kicker(Kind kind) {
        return r.t(kind == Kind.DILIGENCE ? "kicker" : "kind." + kind.name());
    }

    /** The title and the particulars. */
    List<Block> head(Kind kind) {
        return List.of(
                Paragraph.of(Style.KICKER, kicker(kind)),
                new Block.Title(front.title(r.workload()), front.size(r.workload())),
                new Block.Facts(
                        "",
                        r.t("table.fact"),
                        r.t("table.says"),
                        3,
                        r.particulars().stream()
                                .map(p -> new Fact(
                                        p.label(),
                                        p.equals(r.particulars().getLast())
                                                ? new Inline.Code(p.value())
                                                : new Inline.Text(p.value())))
                                .toList()));
    }

    /** What stands over the table of verdicts. */
    List<Block> above() {
        List<Block> blocks = new ArrayList<>();
        if (r.provisional()) {
            Line banner = new Line().strong(r.t("provisional.title")).text(front.banner(r));
            if (front.openLeft(r) > 0) {
                banner.add(
                        front.sections() && front.medium() != Medium.SCREEN
                                ? new Inline.OnPage(front.moreOpen(r), "open")
                                : new Inline.Text(front.moreOpen(r) + "."));
            }
            blocks.add(banner.as(Style.BANNER));
        }
        r.reservations().ifPresent(line -> blocks.add(Paragraph.of(Style.NOTE, line)));
        Line tally = new Line();
        r.tally().forEach(t -> tally.add(new Inline.Count(t.count(), t.mark())));
        blocks.add(tally.soft(r.wordsInHand()).as(Style.TALLY));
        return blocks;
    }

    /** The table of verdicts: each candidate's, why, and its failure modes. */
    Block.Table verdicts(Kind kind) {
        PageOne.Columns shares = front.columns();
        List<Column> columns = new ArrayList<>(
                List.of(new Column(r.t("table.candidate"), shares.name()), new Column(r.t("table.why"), shares.why())));
        front.modes(r).forEach(mode -> columns.add(new Column(mode, shares.mode())));
        List<Row> rows = new ArrayList<>();
        for (Candidate c : r.candidates()) {
            rows.add(new Row("", Group.of(c.verdict()), kind == Kind.BOARD ? brief(c) : full(c, rows.size() + 1)));
        }
        return new Block.Table(front.look(kind), r.t("caption.verdicts"), columns, rows);
    }

    private List<Cell> full(Candidate c, int number) {
        Line name = new Line();
        if (DiligenceDocument.numbered(r, front)) {
            name.strong(number + ".");
        }
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(
                        name.add(new Inline.Link(front.name(c.name()), c.anchor(), c.name()))
                                .plain(),
                        Line.badge(c.verdict()).plain()),
                Cell.of(
                        Paragraph.of(front.why(c.why())),
                        cited(
                                        new Line(),
                                        front.cites(c.why()),
                                        c.why().citations(),
                                        c.why().missing())
                                .soft(front.more(r, c.why()))
                                .as(Style.CITED))));
        for (Mode m : c.modes()) {
            cells.add(Cell.of(
                    cited(Line.badge(m.mark()), front.cites(r, m), m.citations(), m.missing())
                            .plain(),
                    Paragraph.of(Style.DETAIL, front.reason(m))));
        }
        return cells;
    }

    /** The citations that there is room for, how many there are beside, and that one is missing. */
    private Line cited(Line line, List<Cite> shown, List<Cite> all, Optional<String> missing) {
        line.cites(shown);
        if (shown.size() < all.size()) {
            line.soft("+" + (all.size() - shown.size()));
        }
        missing.ifPresent(m -> line.add(new Inline.Lack(r.t("cite.none"), m)));
        return line;
    }

    /** On the board's page, where nothing can be followed. */
    private List<Cell> brief(Candidate c) {
        Line why = Line.of(front.why(c.why()));
        List<Cite> shown = front.cites(c.why());
        shown.forEach(cite -> why.text(cite.label()));
        if (shown.size() < c.why().citations().size()) {
            why.text("+" + (c.why().citations().size() - shown.size()));
        }
        why.text(front.more(r, c.why()));
        c.why().missing().ifPresent(m -> why.add(new Inline.Lack(r.t("cite.none"), "")));
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(
                        new Line().strong(front.name(c.name())).plain(),
                        Line.badge(c.verdict()).plain()),
                Cell.of(why.plain())));
        c.modes().forEach(m -> cells.add(Line.badge(m.mark()).cell()));
        return cells;
    }
}
