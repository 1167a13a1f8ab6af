package domicile.report.document;

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
import domicile.report.model.ReportModel.Mark;
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
                        answers(),
                        project(),
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

    private Table list(String caption, List<Integer> shares, List<String> heads, List<Row> rows) {
        List<Column> columns = Column.of(shares, heads.stream().map(r::t).toList());
        return new Table(Look.LIST, caption.isEmpty() ? "" : r.t(caption), columns, rows);
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
        List<Block.Option> verdicts = r.tally().stream()
                .map(t -> new Block.Option(Group.of(t.mark()), t.mark()))
                .toList();
        List<Block.Option> findings = r.statusMarks().stream()
                .map(m -> new Block.Option(Group.ofFindings(m), m))
                .toList();
        return new Block.Filters(
                List.of(
                        new Block.Choice(r.t("filter.verdicts"), verdicts),
                        new Block.Choice(r.t("filter.findings"), findings)),
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
        String group = Group.of(cell.verdict());
        if (cell.mark().isEmpty()) {
            Paragraph none = Paragraph.of(r.t(numbers ? "table.none" : "table.notAsked"));
            return new Cell(List.of(none), Optional.of(new Mark(Sign.Tone.NONE, "", "")), group);
        }
        Mark mark = cell.mark().orElseThrow();
        Mark shown = numbers ? new Mark(mark.tone(), mark.symbol(), "") : mark;
        Inline result = new Inline.Result(shown, cell.anchor(), requirement + ": " + mark.word());
        return new Cell(List.of(new Line().add(result).plain()), cell.mark(), group);
    }

    private Section howTo() {
        List<Row> statuses = new ArrayList<>();
        for (Mark m : r.statusMarks()) {
            statuses.add(Row.of(Line.badge(m).cell(), Cell.of(r.t("howto." + m.css()))));
        }
        List<Column> meanings = List.of(column("table.status", 19), column("table.meaning", 81));
        List<Block> blocks = new ArrayList<>(List.of(
                Paragraph.of(r.t("howto.intro")),
                new Table(Look.LEGEND, "", meanings, statuses),
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
                pairs.stream().map(p -> Row.of(p.label(), p.value())).toList());
    }

    private Section asked() {
        List<Block> blocks = new ArrayList<>(List.of(
                pairs(Look.PAIRS, "caption.asked", "table.question", "table.answer", 29, r.asked()),
                new Heading(3, r.t("evidence.heading"), "documents"),
                r.evidence().isEmpty() ? Paragraph.of(r.t("evidence.none")) : evidence()));
        if (r.evidence().stream().anyMatch(ReportModel.Document::typed)) {
            blocks.add(Paragraph.of(Style.NOTE, r.t("evidence.limits")));
        }
        blocks.addAll(List.of(
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
        List<Row> rows = r.evidence().stream()
                .map(d -> new Row(d.anchor(), "", List.of(Cell.of(d.label()), Cell.of(document(d)), Cell.of(d.date()))))
                .toList();
        return list(
                "caption.evidence", List.of(8, 74, 18), List.of("table.number", "table.document", "table.date"), rows);
    }

    /** What a document is, its clause with what limits it, its file, and the findings that rest on it. */
    private List<Paragraph> document(ReportModel.Document d) {
        List<Paragraph> lines = new ArrayList<>();
        lines.add(new Line().strong(d.name()).soft("– " + d.kind()).plain());
        lines.add(Line.of(r.pair(r.t("table.candidate"), d.offering())).as(Style.DETAIL));
        if (!d.says().isEmpty()) {
            lines.add(Line.of(r.pair(r.t("table.says"), d.says())).as(Style.DETAIL));
        }
        lines.add((d.typed() ? new Line().add(new Inline.Lack(d.clause(), "")) : Line.of(d.clause())).plain());
        d.hedges().forEach(hedge -> lines.add(Paragraph.of(Style.DETAIL, hedge)));
        if (!d.sha256().isEmpty()) {
            lines.add(Line.of(r.pair("SHA-256", "").strip())
                    .add(new Inline.Code(d.sha256()))
                    .as(Style.DETAIL));
        }
        if (!d.uses().isEmpty()) {
            List<Inline.Link> uses = d.uses().stream()
                    .map(use -> new Inline.Link(use.finding(), use.anchor(), use.finding()))
                    .toList();
            lines.add(Line.of(r.pair(r.t("evidence.uses"), "").strip())
                    .listed(uses)
                    .as(Style.DETAIL));
        }
        d.uncounted()
                .ifPresent(why -> lines.add(new Line()
                        .add(new Inline.Lack(r.pair(r.t("evidence.uncounted"), why), ""))
                        .plain()));
        return lines;
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

    private Optional<Section> answers() {
        return r.answers().isEmpty()
                ? Optional.empty()
                : Optional.of(section("answers", Flow.NEW_PAGE, AnswersSection.of(r)));
    }

    private Optional<Section> project() {
        return r.project().map(p -> section("project", Flow.NEW_PAGE, ProjectSection.of(r, p)));
    }

    private Section sources() {
        List<Block> blocks = new ArrayList<>();
        if (r.anySecondHand()) {
            blocks.add(Paragraph.of(Style.NOTE, r.t("howto.secondHand")));
        }
        if (r.anyQuote()) {
            blocks.add(Paragraph.of(Style.NOTE, r.t("quote.limits")));
        }
        List<Row> rows = new ArrayList<>();
        for (ReportModel.SourceRow s : r.sources()) {
            rows.add(new Row(s.anchor(), "", List.of(Cell.of(s.label()), Cell.of(source(s)), Cell.of(s.read()))));
            s.quotes().forEach(q -> rows.add(Row.of(Cell.of(s.label()), Cell.of(quote(q)), Cell.of(q.read()))));
        }
        blocks.add(list("", List.of(8, 74, 18), List.of("table.number", "table.source", "table.read"), rows));
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

    /** Words of a page, what they carry, and the capture in which they stand. */
    private static List<Paragraph> quote(ReportModel.QuoteRow q) {
        return List.of(
                Line.of(q.words()).soft(q.row().orElse("")).plain(),
                Paragraph.of(Style.DETAIL, q.carries()),
                new Line().text(q.taken()).add(new Inline.Code(q.shortHash())).as(Style.DETAIL));
    }

    private Optional<Section> controls() {
        List<Row> rows = r.controls().stream()
                .map(c -> Row.of(c.id(), c.title(), c.requirements()))
                .toList();
        Table table = list("", List.of(22, 38, 40), List.of("table.control", "table.title", "table.answers"), rows);
        return rows.isEmpty() ? Optional.empty() : Optional.of(section("controls", Flow.FREE, List.of(table)));
    }

    private Section signOff() {
        Pair hash = r.particulars().getLast();
        List<String> roles = List.of("signoff.prepared", "signoff.reviewed", "signoff.security", "signoff.approved");
        Line made = Line.of(r.pair(hash.label(), "").strip()).add(new Inline.Code(hash.value()));
        return section(
                "signoff",
                Flow.TOGETHER,
                List.of(
                        Paragraph.of(r.t("signoff.intro")),
                        BoardDocument.signatures(r, roles),
                        new Block.Room(r.t("signoff.decision")),
                        made.as(Style.NOTE)));
    }
}
