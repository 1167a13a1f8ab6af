package domicile.report.document;

import domicile.assessment.Status;
import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Heading;
import domicile.report.document.Block.Listing;
import domicile.report.document.Block.Look;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Section;
import domicile.report.document.Block.Style;
import domicile.report.document.Block.Table;
import domicile.report.model.MinutesTexts;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Pair;
import domicile.words.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole report. A section is a method here; {@link #document} says where it stands. */
final class DiligenceDocument {
    /** More columns than this have no room for words on an upright page. */
    static final int UPRIGHT = 7;

    /** More candidates than this fill page one. */
    private static final int FEW = 5;

    private final ReportModel r;
    private final PageOne front;
    private final FrontPage page;

    private DiligenceDocument(ReportModel r, Medium medium) {
        this.r = r;
        this.front = PageOne.of(r, medium, false);
        this.page = new FrontPage(r, front);
    }

    static Document of(ReportModel r, Medium medium) {
        return new DiligenceDocument(r, medium).document();
    }

    private Document document() {
        List<Block> blocks = new ArrayList<>(page.head(Kind.DILIGENCE));
        blocks.add(verdicts());
        blocks.add(new Block.Contents(
                r.t("section.contents"), r.candidates().size() > FEW ? Flow.NEW_PAGE : Flow.TOGETHER));
        boolean later = front.medium() == Medium.PAPER && r.candidates().size() > UPRIGHT;
        Stream.of(
                        later ? Optional.<Section>empty() : matrix(Flow.TOGETHER),
                        Optional.of(howTo()),
                        Optional.of(asked()),
                        meeting(),
                        // a page that lies on its side comes after what fits the upright ones
                        later ? matrix(Flow.WIDE_PAGE) : Optional.<Section>empty(),
                        Optional.of(candidates()),
                        Optional.of(sources()),
                        controls(),
                        Optional.of(signOff()))
                .flatMap(Optional::stream)
                .forEach(blocks::add);
        return page.document(Kind.DILIGENCE, r.title(), blocks);
    }

    private Section section(String anchor, Flow flow, List<Block> blocks) {
        return Section.of(anchor, r.t("section." + anchor), flow, blocks);
    }

    private Column column(String key, int share) {
        return new Column(r.t(key), share);
    }

    private Section verdicts() {
        List<Block> blocks = new ArrayList<>(page.above());
        if (front.medium() == Medium.SCREEN) {
            blocks.add(filters());
        }
        blocks.add(page.verdicts(Kind.DILIGENCE));
        if (!front.notes(r).isEmpty()) {
            blocks.add(Line.of(front.notes(r))
                    .add(new Inline.OnPage(front.inFull(r), "candidates"))
                    .as(Style.NOTE));
        }
        return section("verdicts", Flow.FREE, blocks);
    }

    private Block.Filters filters() {
        return new Block.Filters(
                List.of(
                        new Block.Choice(
                                r.t("filter.verdicts"),
                                r.tally().stream()
                                        .map(t -> new Block.Option(Group.of(t.mark()), t.mark()))
                                        .toList()),
                        new Block.Choice(
                                r.t("filter.findings"),
                                r.statusMarks().stream()
                                        .map(m -> new Block.Option(Group.ofFindings(m), m))
                                        .toList())),
                r.t("filter.hidden"),
                r.t("filter.reset"));
    }

    /** Whether the matrix names candidates by their numbers. */
    static boolean numbered(ReportModel r, PageOne front) {
        return front.medium() == Medium.WORD && r.candidates().size() > UPRIGHT;
    }

    private Optional<Section> matrix(Flow flow) {
        if (r.matrix().isEmpty()) {
            return Optional.empty();
        }
        boolean numbers = numbered(r, front);
        int size = r.candidates().size();
        int heads = numbers ? 300 : flow == Flow.WIDE_PAGE ? 134 : 220;
        List<Column> columns = new ArrayList<>(List.of(column("table.requirement", heads)));
        for (Candidate c : r.candidates()) {
            columns.add(new Column(
                    numbers ? String.valueOf(columns.size()) : front.head(c.name(), size),
                    (1000 - heads) / size,
                    c.anchor(),
                    c.name(),
                    Group.of(c.verdict())));
        }
        List<Row> rows = new ArrayList<>();
        for (ReportModel.MatrixRow row : r.matrix()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(row.name())));
            row.cells().forEach(cell -> cells.add(cell(row.name(), cell, numbers)));
            rows.add(new Row("", "", cells));
        }
        return Optional.of(
                section("matrix", flow, List.of(new Table(Look.GRID, r.t("caption.matrix"), columns, rows))));
    }

    private Cell cell(String requirement, ReportModel.Cell cell, boolean numbers) {
        return cell.mark()
                .map(m -> new Cell(
                        List.of(new Line()
                                .add(new Inline.Result(
                                        numbers ? new ReportModel.Mark(m.tone(), m.symbol(), "") : m,
                                        cell.anchor(),
                                        requirement + ": " + m.word()))
                                .plain()),
                        Optional.of(m),
                        Group.of(cell.verdict())))
                .orElseGet(() -> new Cell(
                        List.of(Paragraph.of(r.t(numbers ? "table.none" : "table.notAsked"))),
                        Optional.of(new ReportModel.Mark(Sign.Tone.NONE, "", "")),
                        Group.of(cell.verdict())));
    }

    private Section howTo() {
        List<Block> blocks = new ArrayList<>(List.of(
                Paragraph.of(r.t("howto.intro")),
                new Table(
                        Look.LEGEND,
                        "",
                        List.of(column("table.status", 19), column("table.meaning", 81)),
                        Stream.of(Status.MET, Status.CONDITIONAL, Status.UNVERIFIED, Status.NOT_MET)
                                .map(s -> Row.of(
                                        Cell.lines(new Line()
                                                .badge(r.texts().mark(s))
                                                .plain()),
                                        Cell.of(r.t("howto." + r.texts().mark(s).css()))))
                                .toList()),
                Line.of(r.t("howto.verdict")).text(r.t("howto.modes")).plain(),
                pairs(Look.LEGEND, "caption.terms", "table.term", "table.meaning", 19, r.terms())));
        if (r.anySecondHand()) {
            blocks.add(Paragraph.of(r.t("howto.secondHand")));
        }
        blocks.add(Line.of(r.t("howto.limits")).text(r.t("howto.again")).plain());
        return section("howto", Flow.FREE, blocks);
    }

    private Table pairs(Look look, String caption, String left, String right, int share, List<Pair> pairs) {
        return new Table(
                look,
                r.t(caption),
                List.of(column(left, share), column(right, 100 - share)),
                pairs.stream()
                        .map(p -> Row.of(Cell.of(p.label()), Cell.of(p.value())))
                        .toList());
    }

    private Section asked() {
        List<Block> blocks = new ArrayList<>(List.of(
                pairs(Look.PAIRS, "caption.asked", "table.question", "table.answer", 29, r.asked()),
                new Heading(3, r.t("evidence.heading")),
                r.evidence().isEmpty() ? Paragraph.of(r.t("evidence.none")) : evidence(),
                new Heading(3, r.t("section.open"), "open"),
                Paragraph.of(r.t(r.openQuestions().isEmpty() ? "open.none" : "open.intro"))));
        if (!r.openQuestions().isEmpty()) {
            blocks.add(new Listing(
                    false,
                    r.openQuestions().stream()
                            .map(q -> List.of(Paragraph.of(q)))
                            .toList()));
        }
        return section("asked", Flow.FREE, blocks);
    }

    private Table evidence() {
        return new Table(
                Look.LIST,
                r.t("caption.evidence"),
                List.of(
                        column("table.document", 20),
                        column("table.kind", 18),
                        column("table.candidate", 20),
                        column("table.date", 17),
                        column("table.says", 25)),
                r.evidence().stream()
                        .map(d -> {
                            List<Paragraph> date = new ArrayList<>(List.of(Paragraph.of(d.date())));
                            d.uncounted()
                                    .ifPresent(why -> date.add(new Line()
                                            .add(new Inline.Lack(r.pair(r.t("evidence.uncounted"), why), ""))
                                            .plain()));
                            return Row.of(
                                    Cell.of(d.name()),
                                    Cell.of(d.kind()),
                                    Cell.of(d.offering()),
                                    Cell.lines(date),
                                    Cell.lines(
                                            Paragraph.of(d.says().isEmpty() ? r.t("table.none") : d.says()),
                                            Paragraph.of(Style.DETAIL, d.clause())));
                        })
                        .toList());
    }

    private Optional<Section> meeting() {
        return r.meeting().map(m -> {
            List<Block> blocks = new ArrayList<>();
            if (!m.about().isEmpty()) {
                blocks.add(MinutesDocument.about(m, r.texts()));
            }
            blocks.add(Paragraph.of(Style.NOTE, r.t("minutes.note.verdicts")));
            for (MinutesTexts.Part part : m.parts()) {
                blocks.add(new Heading(3, part.heading()));
                blocks.add(MinutesDocument.table(part));
            }
            return Section.of("meeting", m.heading(), Flow.FREE, blocks);
        });
    }

    private Section candidates() {
        List<Block> blocks = new ArrayList<>();
        r.candidates()
                .forEach(c -> blocks.add(CandidateSection.of(r, c, blocks.isEmpty() ? Flow.FREE : Flow.NEW_PAGE)));
        return section("candidates", Flow.NEW_PAGE, blocks);
    }

    private Section sources() {
        List<Block> blocks = new ArrayList<>();
        if (r.anySecondHand()) {
            blocks.add(Paragraph.of(Style.NOTE, r.t("howto.secondHand")));
        }
        blocks.add(new Table(
                Look.LIST,
                "",
                List.of(new Column("#", 7), column("table.source", 75), column("table.read", 18)),
                r.sources().stream()
                        .map(s -> new Row(
                                s.anchor(), "", List.of(Cell.of(s.label()), Cell.lines(source(s)), Cell.of(s.read()))))
                        .toList()));
        return section("sources", Flow.FREE, blocks);
    }

    private List<Paragraph> source(ReportModel.SourceRow s) {
        List<Paragraph> lines = new ArrayList<>();
        lines.add(new Line()
                .strong(s.publisher())
                .text(s.title().isEmpty() ? "" : "– " + s.title())
                .soft((s.secondHand() ? "† " + r.t("source.secondHand") + ", " : "") + s.kind())
                .plain());
        if (!s.states().isEmpty()) {
            lines.add(Paragraph.of(Style.DETAIL, s.states()));
        }
        lines.add(
                s.linked()
                        ? new Line()
                                .add(new Inline.Web(s.url(), s.publisher() + ": " + s.title()))
                                .as(Style.DETAIL)
                        : Paragraph.of(Style.DETAIL, s.url().isEmpty() ? r.t("source.noUrl") : s.url()));
        return lines;
    }

    private Optional<Section> controls() {
        return r.controls().isEmpty()
                ? Optional.empty()
                : Optional.of(section(
                        "controls",
                        Flow.FREE,
                        List.of(new Table(
                                Look.LIST,
                                "",
                                List.of(
                                        column("table.control", 22),
                                        column("table.title", 38),
                                        column("table.answers", 40)),
                                r.controls().stream()
                                        .map(c ->
                                                Row.of(Cell.of(c.id()), Cell.of(c.title()), Cell.of(c.requirements())))
                                        .toList()))));
    }

    private Section signOff() {
        Pair hash = r.particulars().getLast();
        return section(
                "signoff",
                Flow.TOGETHER,
                List.of(
                        Paragraph.of(r.t("signoff.intro")),
                        BoardDocument.signatures(
                                r,
                                List.of(
                                        "signoff.prepared",
                                        "signoff.reviewed",
                                        "signoff.security",
                                        "signoff.approved")),
                        new Block.Room(r.t("signoff.decision")),
                        Line.of(r.pair(hash.label(), "").strip())
                                .add(new Inline.Code(hash.value()))
                                .as(Style.NOTE)));
    }
}
