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
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Requirement;
import java.util.ArrayList;
import java.util.List;

/** All that is said of one candidate. */
final class CandidateSection {
    private final ReportModel r;
    private final Candidate c;
    private final List<Block> blocks = new ArrayList<>();

    private CandidateSection(ReportModel r, Candidate c) {
        this.r = r;
        this.c = c;
    }

    static Section of(ReportModel r, Candidate c, Flow flow) {
        CandidateSection section = new CandidateSection(r, c);
        section.fill();
        return new Section(c.anchor(), c.name(), flow, Group.of(c.verdict()), section.blocks);
    }

    private void fill() {
        blocks.add(new Block.Box(List.of(
                new Heading(3, c.name()),
                new Line()
                        .badge(c.verdict())
                        .soft(c.lane())
                        .add(new Inline.Code(c.id()))
                        .as(Style.LANE),
                Line.of(c.why().reason())
                        .cites(c.why().citations())
                        .text(c.why().more())
                        .as(Style.REASON))));
        heading("candidate.modes");
        blocks.add(new Table(
                Look.FINDINGS,
                r.t("caption.modes", c.name()),
                findings("table.mode"),
                c.modes().stream()
                        .map(m -> {
                            List<Paragraph> lines = new ArrayList<>(List.of(
                                    Line.of(m.reason()).cites(m.citations()).plain()));
                            m.missing().ifPresent(x -> lines.add(detail("finding.missing", x)));
                            return Row.of(
                                    Cell.of(m.name()),
                                    Cell.lines(new Line().badge(m.mark()).plain()),
                                    Cell.lines(lines));
                        })
                        .toList()));
        heading("candidate.requirements");
        blocks.add(
                c.requirements().isEmpty()
                        ? Paragraph.of(r.t("candidate.nothingAsked"))
                        : new Table(
                                Look.FINDINGS,
                                r.t("caption.requirements", c.name()),
                                findings("table.requirement"),
                                c.requirements().stream()
                                        .map(f -> new Row(
                                                f.anchor(),
                                                Group.ofFindings(f.mark()),
                                                List.of(
                                                        Cell.of(f.name()),
                                                        Cell.lines(new Line()
                                                                .badge(f.mark())
                                                                .plain()),
                                                        Cell.lines(finding(f)))))
                                        .toList()));
        uncounted();
        alternatives();
        conflicts();
        stale();
        if (!c.asks().isEmpty()) {
            heading("candidate.asks");
            blocks.add(asks());
        }
        if (!c.clauses().isEmpty()) {
            heading("candidate.clauses");
            blocks.add(clauses(c));
        }
    }

    private void heading(String key) {
        blocks.add(new Heading(4, r.t(key)));
    }

    private List<Column> findings(String key) {
        return List.of(
                new Column(r.t(key), 24), new Column(r.t("table.status"), 17), new Column(r.t("table.finding"), 59));
    }

    private List<Paragraph> finding(Requirement f) {
        List<Paragraph> lines =
                new ArrayList<>(List.of(Line.of(f.reason()).cites(f.citations()).plain()));
        f.missing().ifPresent(m -> lines.add(detail("finding.missing", m)));
        f.deployment().ifPresent(d -> lines.add(detail("finding.deployment", d)));
        if (!f.documents().isEmpty()) {
            lines.add(detail("finding.documents", String.join(", ", f.documents())));
        }
        f.lifts().forEach(lift -> lines.add(labelled("finding.lifts", lift).as(Style.REMEDY)));
        if (!f.controls().isEmpty()) {
            // no line breaks inside an id
            lines.add(detail(
                    "finding.controls",
                    String.join(", ", f.controls()).replace(' ', '\u00A0').replace(",\u00A0", ", ")));
        }
        return lines;
    }

    private Paragraph detail(String key, String text) {
        return labelled(key, text).as(Style.DETAIL);
    }

    private Line labelled(String key, String text) {
        return new Line().strong(r.pair(r.t(key), "").strip()).text(text);
    }

    private void uncounted() {
        if (c.uncounted().isEmpty()) {
            return;
        }
        heading("candidate.uncounted");
        blocks.add(new Table(
                Look.LIST,
                r.t("caption.uncounted", c.name()),
                List.of(
                        new Column(r.t("table.document"), 28),
                        new Column(r.t("table.kind"), 22),
                        new Column(r.t("table.date"), 15),
                        new Column(r.t("table.why"), 35)),
                c.uncounted().stream()
                        .map(u -> Row.of(Cell.of(u.name()), Cell.of(u.kind()), Cell.of(u.date()), Cell.of(u.why())))
                        .toList()));
    }

    private void alternatives() {
        if (c.alternatives().isEmpty()) {
            return;
        }
        heading("candidate.alternatives");
        List<List<Paragraph>> items = new ArrayList<>();
        for (ReportModel.Alternative a : c.alternatives()) {
            List<Paragraph> lines = new ArrayList<>(List.of(new Line()
                    .strong(a.offering())
                    .text(r.t("alternative.reaches"))
                    .badge(a.reaches())
                    .plain()));
            a.deployment().ifPresent(d -> lines.add(detail("alternative.deployment", d)));
            a.documents().forEach(d -> lines.add(detail("alternative.documents", d)));
            a.readFirstHand().forEach(f -> lines.add(detail("alternative.readFirstHand", f)));
            items.add(lines);
        }
        blocks.add(new Listing(false, items));
    }

    private void conflicts() {
        if (c.conflicts().isEmpty()) {
            return;
        }
        heading("candidate.conflicts");
        blocks.add(Paragraph.of(Style.DETAIL, r.t("conflict.note")));
        List<List<Paragraph>> items = new ArrayList<>();
        for (ReportModel.Conflict conflict : c.conflicts()) {
            List<Paragraph> lines =
                    new ArrayList<>(List.of(new Line().strong(conflict.about()).plain()));
            conflict.values()
                    .forEach(v ->
                            lines.add(Line.of(v.value()).cites(v.citations()).as(Style.DETAIL)));
            items.add(lines);
        }
        blocks.add(new Listing(false, items));
    }

    private void stale() {
        if (!c.anyStale()) {
            return;
        }
        heading("candidate.stale");
        List<Row> rows = new ArrayList<>();
        c.stale()
                .forEach(s -> rows.add(Row.of(
                        Cell.of(s.fact()),
                        Cell.lines(new Line().cites(List.of(s.cite())).plain()),
                        Cell.of(s.read()),
                        Cell.of(r.t("table.ageDays", s.ageDays())))));
        c.staleDocuments()
                .forEach(s -> rows.add(Row.of(
                        Cell.of(s.name()),
                        Cell.of(s.kind()),
                        Cell.of(s.date()),
                        Cell.of(r.t("table.ageDays", s.ageDays())))));
        blocks.add(new Table(
                Look.LIST,
                r.t("caption.stale", c.name()),
                List.of(
                        new Column(r.t("table.what"), 42),
                        new Column(r.t("table.source"), 20),
                        new Column(r.t("table.day"), 22),
                        new Column(r.t("table.age"), 16)),
                rows));
    }

    private Listing asks() {
        return new Listing(
                true,
                c.asks().stream()
                        .map(ask -> List.of(
                                Line.of(ask.question()).soft(proof(r, ask)).plain()))
                        .toList());
    }

    /** The document that proves the answer; blank where none does. */
    static String proof(ReportModel r, ReportModel.Ask ask) {
        return ask.document().map(d -> r.pair(r.t("ask.document"), d)).orElse("");
    }

    /** What the order form has to say, each clause with the requirement that it serves. */
    static Listing clauses(Candidate c) {
        return new Listing(
                true,
                c.clauses().stream()
                        .map(k -> List.of(new Line()
                                .strong(k.requirement() + ".")
                                .text(k.text())
                                .plain()))
                        .toList());
    }
}
