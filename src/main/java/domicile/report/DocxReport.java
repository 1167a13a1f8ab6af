package domicile.report;

import domicile.report.ReportModel.Candidate;
import domicile.report.ReportModel.Cite;
import domicile.report.ReportModel.Mark;
import domicile.report.ReportModel.Pair;
import domicile.report.ReportModel.Requirement;
import domicile.report.WordPaper.Cell;
import domicile.report.WordPaper.Column;
import domicile.report.WordPaper.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report as a document for Word, to be commented on and signed: real headings, tables, lists and page numbers. */
public final class DocxReport {
    /** More columns than this leave no room for words. */
    private static final int FEW = 7;

    private final ReportModel r;
    private final WordPaper paper;

    private DocxReport(ReportModel r, WordPaper paper) {
        this.r = r;
        this.paper = paper;
    }

    /** Renders the report; the same model gives the same bytes. */
    public static byte[] render(ReportModel r) {
        try (WordPaper paper = new WordPaper(r.lang())) {
            new DocxReport(r, paper).fill();
            return paper.bytes(r.assessment().date());
        }
    }

    private void fill() {
        paper.properties(r.title(), r.t("subject"));
        paper.running(
                r.t("kicker"),
                r.workload(),
                r.author() + " · " + r.particulars().getFirst().value(),
                List.of(r.pageOf(0), r.pageOf(1), r.pageOf(2)));
        letterhead();
        paper.paragraph("Subtitle", Words.plain(r.t("kicker")));
        paper.paragraph("Title", Words.plain(r.workload()));
        pairs("table.fact", "table.says", r.particulars());
        verdicts();
        paper.paragraph("Subtitle", Words.plain(r.t("section.contents")));
        paper.contents(r.contents());
        matrix();
        howTo();
        asked();
        r.meeting().ifPresent(this::meeting);
        paper.headingOnNewPage(1, r.t("section.candidates"), "candidates");
        r.candidates().forEach(this::candidate);
        sources();
        if (!r.controls().isEmpty()) {
            paper.heading(1, r.t("section.controls"), "controls");
            table(
                    List.of(column("table.control", 3), column("table.title", 4), column("table.answers", 5)),
                    r.controls().stream()
                            .map(c -> row(Cell.strong(c.id()), Cell.plain(c.title()), Cell.plain(c.requirements())))
                            .toList());
        }
        signOff();
    }

    private void letterhead() {
        Letterhead head = r.enclosed().letterhead();
        head.logo()
                .ifPresent(logo -> paper.picture(
                        logo, head.name().isEmpty() ? r.t("letterhead.logo") : r.t("letterhead.logoOf", head.name())));
        if (!head.name().isEmpty()) {
            paper.paragraph("Normal", Words.strong(head.name()));
        }
    }

    private void verdicts() {
        paper.heading(1, r.t("section.verdicts"), "verdicts");
        if (r.provisional()) {
            paper.paragraph(
                    "Normal",
                    new Words("? " + r.t("provisional.title"), "Unverified", ""),
                    Words.plain(" " + PageOne.SCREEN.wholeBanner(r)));
        }
        r.notAsked().ifPresent(line -> paper.paragraph("Normal", Words.soft(line)));
        List<Words> tally = new ArrayList<>();
        r.tally().forEach(t -> {
            tally.add(Words.plain(t.count() + " "));
            tally.add(mark(t.mark()));
            tally.add(Words.plain("     "));
        });
        paper.paragraph("Normal", tally);
        List<Column> columns = new ArrayList<>(List.of(column("table.candidate", 4), column("table.why", 5)));
        r.candidates().stream()
                .limit(1)
                .flatMap(c -> c.modes().stream())
                .forEach(m -> columns.add(new Column(m.name(), 5)));
        PageOne front = PageOne.paper(r);
        List<List<Cell>> rows = new ArrayList<>();
        int number = 0;
        for (Candidate c : r.candidates()) {
            List<Cell> row = new ArrayList<>();
            row.add(new Cell(List.of(
                    List.of(Words.strong(++number + ". "), new Words(c.name(), "", "#" + c.anchor())),
                    List.of(mark(c.verdict())))));
            row.add(new Cell(List.of(
                    said(front.why(c.why()), c.why().citations(), c.why().missing()),
                    List.of(Words.soft(front.more(r, c.why()))))));
            c.modes()
                    .forEach(m -> row.add(new Cell(
                            List.of(List.of(mark(m.mark())), said(front.reason(m), m.citations(), m.missing())))));
            rows.add(row);
        }
        table(columns, rows);
        front.shortNote(r).ifPresent(note -> paper.paragraph("Normal", Words.soft(note)));
    }

    private void matrix() {
        if (r.matrix().isEmpty()) {
            return;
        }
        boolean few = r.candidates().size() <= FEW;
        paper.heading(1, r.t("section.matrix"), "matrix");
        List<Column> columns = new ArrayList<>(List.of(column("table.requirement", few ? 4 : 3)));
        for (int i = 0; i < r.candidates().size(); i++) {
            columns.add(few ? new Column(r.candidates().get(i).name(), 3) : new Column(String.valueOf(i + 1), 1));
        }
        table(
                columns,
                r.matrix().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(Cell.strong(row.name())),
                                        row.cells().stream()
                                                .map(cell -> cell.mark()
                                                        .map(m -> few ? Cell.of(mark(m)) : Cell.of(symbol(m)))
                                                        .orElse(Cell.plain(
                                                                few ? r.t("table.notAsked") : r.t("table.none")))))
                                .toList())
                        .toList());
    }

    private void howTo() {
        paper.heading(1, r.t("section.howto"), "howto");
        paper.paragraph("Normal", Words.plain(r.t("howto.intro")));
        List<String> meanings = List.of("howto.met", "howto.conditional", "howto.unverified", "howto.notmet");
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < meanings.size(); i++) {
            rows.add(row(Cell.of(mark(r.statusMarks().get(i))), Cell.plain(r.t(meanings.get(i)))));
        }
        table(List.of(column("table.status", 3), column("table.meaning", 9)), rows);
        paper.paragraph("Normal", Words.plain(r.t("howto.verdict") + " " + r.t("howto.modes")));
        pairs("table.term", "table.meaning", r.terms());
        if (r.anySecondHand()) {
            paper.paragraph("Normal", Words.plain(r.t("howto.secondHand")));
        }
        paper.paragraph("Normal", Words.plain(r.t("howto.limits") + " " + r.t("howto.again")));
    }

    private void asked() {
        paper.heading(1, r.t("section.asked"), "asked");
        pairs("table.question", "table.answer", r.asked());
        paper.heading(2, r.t("evidence.heading"), "documents");
        if (r.evidence().isEmpty()) {
            paper.paragraph("Normal", Words.plain(r.t("evidence.none")));
        } else {
            table(
                    List.of(
                            column("table.document", 3),
                            column("table.kind", 3),
                            column("table.candidate", 3),
                            column("table.date", 2),
                            column("table.says", 3)),
                    r.evidence().stream()
                            .map(d -> row(
                                    Cell.strong(d.name()),
                                    Cell.plain(d.kind()),
                                    Cell.plain(d.offering()),
                                    new Cell(Stream.concat(
                                                    Stream.of(List.of(Words.plain(d.date()))),
                                                    d.uncounted().map(this::uncounted).stream())
                                            .toList()),
                                    new Cell(List.of(
                                            List.of(Words.plain(d.says().isEmpty() ? r.t("table.none") : d.says())),
                                            List.of(Words.soft(d.clause()))))))
                            .toList());
        }
        paper.heading(2, r.t("section.open"), "open");
        paper.paragraph("Normal", Words.plain(r.t(r.openQuestions().isEmpty() ? "open.none" : "open.intro")));
        numbered(r.openQuestions().stream().map(q -> List.of(Words.plain(q))).toList());
    }

    private List<Words> uncounted(String why) {
        return List.of(new Words(r.pair(r.t("evidence.uncounted"), why), "Missing", ""));
    }

    private void meeting(MinutesTexts.Section m) {
        paper.heading(1, m.heading(), "meeting");
        if (!m.about().isEmpty()) {
            pairs("table.fact", "table.says", m.about());
        }
        paper.paragraph("Normal", Words.soft(r.t("minutes.note.verdicts")));
        int number = 0;
        for (MinutesTexts.Part part : m.parts()) {
            paper.heading(2, part.heading(), "meeting-" + ++number);
            table(
                    part.columns().stream().map(c -> new Column(c, 3)).toList(),
                    part.rows().stream()
                            .map(row -> Stream.concat(
                                            row.stream().limit(1).map(Cell::strong),
                                            row.stream().skip(1).map(Cell::plain))
                                    .toList())
                            .toList());
        }
    }

    private void candidate(Candidate c) {
        paper.heading(2, c.name(), c.anchor());
        paper.paragraph("Normal", mark(c.verdict()), Words.soft("   " + c.lane() + "   " + c.id()));
        paper.paragraph(
                "Normal", said(c.why().reason(), c.why().citations(), c.why().missing()));
        paper.heading(3, r.t("candidate.modes"), c.anchor() + "-modes");
        List<Column> columns =
                List.of(column("table.requirement", 3), column("table.status", 2), column("table.finding", 8));
        table(
                List.of(column("table.mode", 3), column("table.status", 2), column("table.finding", 8)),
                c.modes().stream()
                        .map(m -> row(
                                Cell.strong(m.name()),
                                Cell.of(mark(m.mark())),
                                new Cell(List.of(said(m.reason(), m.citations(), m.missing())))))
                        .toList());
        paper.heading(3, r.t("candidate.requirements"), c.anchor() + "-requirements");
        if (c.requirements().isEmpty()) {
            paper.paragraph("Normal", Words.plain(r.t("candidate.nothingAsked")));
        } else {
            paper.table(
                    columns,
                    c.requirements().stream()
                            .map(f -> row(Cell.strong(f.name()), Cell.of(mark(f.mark())), finding(f)))
                            .toList(),
                    c.requirements().stream().map(Requirement::anchor).toList());
        }
        further(c);
    }

    private Cell finding(Requirement f) {
        List<List<Words>> lines = new ArrayList<>();
        lines.add(said(f.reason(), f.citations(), f.missing()));
        f.deployment().ifPresent(d -> lines.add(labelled("finding.deployment", d)));
        if (!f.documents().isEmpty()) {
            lines.add(labelled("finding.documents", String.join(", ", f.documents())));
        }
        f.lifts().forEach(l -> lines.add(labelled("finding.lifts", l)));
        if (!f.controls().isEmpty()) {
            lines.add(labelled("finding.controls", String.join(", ", f.controls())));
        }
        return new Cell(lines);
    }

    private void further(Candidate c) {
        if (!c.uncounted().isEmpty()) {
            paper.heading(3, r.t("candidate.uncounted"), c.anchor() + "-uncounted");
            table(
                    List.of(
                            column("table.document", 4),
                            column("table.kind", 3),
                            column("table.date", 2),
                            column("table.why", 5)),
                    c.uncounted().stream()
                            .map(u -> row(
                                    Cell.strong(u.name()),
                                    Cell.plain(u.kind()),
                                    Cell.plain(u.date()),
                                    Cell.plain(u.why())))
                            .toList());
        }
        if (!c.alternatives().isEmpty()) {
            paper.heading(3, r.t("candidate.alternatives"), c.anchor() + "-alternatives");
            c.alternatives().forEach(a -> {
                paper.paragraph(
                        "Normal",
                        Words.strong(a.offering()),
                        Words.plain(" " + r.t("alternative.reaches") + " "),
                        mark(a.reaches()));
                a.deployment().ifPresent(d -> paper.paragraph("Cell", labelled("alternative.deployment", d)));
                a.documents().forEach(d -> paper.paragraph("Cell", labelled("alternative.documents", d)));
                a.readFirstHand().forEach(f -> paper.paragraph("Cell", labelled("alternative.readFirstHand", f)));
            });
        }
        if (!c.conflicts().isEmpty()) {
            paper.heading(3, r.t("candidate.conflicts"), c.anchor() + "-conflicts");
            paper.paragraph("Normal", Words.soft(r.t("conflict.note")));
            c.conflicts().forEach(k -> {
                paper.paragraph("Normal", Words.strong(k.about()));
                k.values().forEach(v -> paper.paragraph("Cell", said(v.value(), v.citations(), Optional.empty())));
            });
        }
        if (c.anyStale()) {
            paper.heading(3, r.t("candidate.stale"), c.anchor() + "-stale");
            table(
                    List.of(
                            column("table.what", 5),
                            column("table.source", 2),
                            column("table.day", 3),
                            column("table.age", 2)),
                    Stream.concat(
                                    c.stale().stream()
                                            .map(s -> row(
                                                    Cell.strong(s.fact()),
                                                    Cell.of(cite(s.cite())),
                                                    Cell.plain(s.read()),
                                                    Cell.plain(r.t("table.ageDays", s.ageDays())))),
                                    c.staleDocuments().stream()
                                            .map(s -> row(
                                                    Cell.strong(s.name()),
                                                    Cell.plain(s.kind()),
                                                    Cell.plain(s.date()),
                                                    Cell.plain(r.t("table.ageDays", s.ageDays())))))
                            .toList());
        }
        if (!c.asks().isEmpty()) {
            paper.heading(3, r.t("candidate.asks"), c.anchor() + "-asks");
            numbered(c.asks().stream()
                    .map(a -> List.of(
                            Words.plain(a.question()),
                            Words.soft(a.document()
                                    .map(d -> " " + r.lead("ask.document") + d)
                                    .orElse(""))))
                    .toList());
        }
        if (!c.clauses().isEmpty()) {
            paper.heading(3, r.t("candidate.clauses"), c.anchor() + "-clauses");
            numbered(c.clauses().stream()
                    .map(k -> List.of(Words.strong(k.requirement() + ". "), Words.plain(k.text())))
                    .toList());
        }
    }

    private void sources() {
        paper.headingOnNewPage(1, r.t("section.sources"), "sources");
        if (r.anySecondHand()) {
            paper.paragraph("Normal", Words.soft(r.t("howto.secondHand")));
        }
        paper.table(
                List.of(column("table.number", 1), column("table.source", 9), column("table.read", 2)),
                r.sources().stream()
                        .map(s -> row(
                                Cell.strong(s.label()),
                                new Cell(List.of(
                                        List.of(
                                                Words.strong(s.publisher()),
                                                Words.plain(s.title().isEmpty() ? "" : " – " + s.title()),
                                                Words.soft("   "
                                                        + (s.secondHand() ? "† " + r.t("source.secondHand") + ", " : "")
                                                        + s.kind())),
                                        List.of(Words.plain(s.states())),
                                        List.of(
                                                s.linked()
                                                        ? new Words(s.url(), "", s.url())
                                                        : Words.soft(
                                                                s.url().isEmpty() ? r.t("source.noUrl") : s.url())))),
                                Cell.plain(s.read())))
                        .toList(),
                r.sources().stream().map(ReportModel.SourceRow::anchor).toList());
    }

    private void signOff() {
        paper.headingOnNewPage(1, r.t("section.signoff"), "signoff");
        paper.paragraph("Normal", Words.plain(r.t("signoff.intro")));
        table(
                List.of(
                        column("table.role", 4),
                        column("table.name", 3),
                        column("table.date", 2),
                        column("table.signature", 4)),
                Stream.of("signoff.prepared", "signoff.reviewed", "signoff.security", "signoff.approved")
                        .map(role -> row(
                                new Cell(List.of(
                                        List.of(Words.strong(r.t(role))),
                                        List.of(Words.plain(" ")),
                                        List.of(Words.plain(" ")))),
                                Cell.plain(""),
                                Cell.plain(""),
                                Cell.plain("")))
                        .toList());
        paper.paragraph("Normal", Words.strong(r.t("signoff.decision")));
        paper.paragraph("Normal", Words.plain(""));
        Pair hash = r.particulars().getLast();
        paper.paragraph("Normal", Words.soft(r.pair(hash.label(), hash.value())));
    }

    private void pairs(String left, String right, List<Pair> pairs) {
        table(
                List.of(column(left, 4), column(right, 9)),
                pairs.stream()
                        .map(p -> row(Cell.strong(p.label()), Cell.plain(p.value())))
                        .toList());
    }

    private void numbered(List<List<Words>> items) {
        if (!items.isEmpty()) {
            paper.numbered(items);
        }
    }

    private void table(List<Column> columns, List<List<Cell>> rows) {
        paper.table(columns, rows, rows.stream().map(row -> "").toList());
    }

    private Column column(String key, int share) {
        return new Column(r.t(key), share);
    }

    private static List<Cell> row(Cell... cells) {
        return List.of(cells);
    }

    private List<Words> labelled(String key, String text) {
        return List.of(Words.strong(r.lead(key)), Words.soft(text));
    }

    /** A sentence with its citations, or with the one that it lacks. */
    private List<Words> said(String sentence, List<Cite> cites, Optional<String> missing) {
        List<Words> words = new ArrayList<>(List.of(Words.plain(sentence)));
        cites.forEach(c -> {
            words.add(Words.plain(" "));
            words.add(cite(c));
        });
        missing.ifPresent(m -> words.add(new Words(" " + r.lead("finding.missing") + m, "Missing", "")));
        return words;
    }

    private static Words cite(Cite cite) {
        return new Words(cite.label(), "", "#" + cite.anchor());
    }

    private static Words mark(Mark mark) {
        return new Words(mark.symbol() + " " + mark.word(), style(mark), "");
    }

    private static Words symbol(Mark mark) {
        return new Words(mark.symbol(), style(mark), "");
    }

    private static String style(Mark mark) {
        return switch (mark.css()) {
            case "met" -> "Met";
            case "conditional" -> "Conditional";
            case "unverified" -> "Unverified";
            case "notmet" -> "NotMet";
            default -> "Soft";
        };
    }
}
