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
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                Line.badge(c.verdict())
                        .soft(c.lane())
                        .add(new Inline.Code(c.id()))
                        .as(Style.LANE),
                Line.of(c.why().reason())
                        .cites(c.why().citations())
                        .text(c.why().more())
                        .as(Style.REASON))));
        heading("candidate.modes");
        List<Row> modes = new ArrayList<>();
        for (ReportModel.Mode m : c.modes()) {
            List<Paragraph> lines = said(m.reason(), m.citations(), m.missing());
            m.documents().forEach(d -> lines.add(held(d)));
            List<Cell> cells = List.of(Cell.of(m.name()), Line.badge(m.mark()).cell(), Cell.of(lines));
            modes.add(new Row(m.anchor(), "", cells));
        }
        findings("caption.modes", "table.mode", modes);
        heading("candidate.requirements");
        if (c.requirements().isEmpty()) {
            blocks.add(Paragraph.of(r.t("candidate.nothingAsked")));
        } else {
            List<Row> rows = new ArrayList<>();
            for (Requirement f : c.requirements()) {
                List<Cell> cells =
                        List.of(Cell.of(f.name()), Line.badge(f.mark()).cell(), Cell.of(finding(f)));
                rows.add(new Row(f.anchor(), Group.ofFindings(f.mark()), cells));
            }
            findings("caption.requirements", "table.requirement", rows);
        }
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

    private void findings(String caption, String head, List<Row> rows) {
        table(Look.FINDINGS, caption, List.of(24, 17, 59), List.of(head, "table.status", "table.finding"), rows);
    }

    /** A table under a caption with the candidate's name. */
    private void table(Look look, String caption, List<Integer> shares, List<String> heads, List<Row> rows) {
        List<Column> columns = Column.of(shares, heads.stream().map(r::t).toList());
        blocks.add(new Table(look, r.t(caption, c.name()), columns, rows));
    }

    /** A sentence with its citations, and the one that it lacks. */
    private List<Paragraph> said(String sentence, List<Cite> citations, Optional<String> missing) {
        List<Paragraph> lines =
                new ArrayList<>(List.of(Line.of(sentence).cites(citations).plain()));
        missing.ifPresent(m -> lines.add(detail("finding.missing", m)));
        return lines;
    }

    private List<Paragraph> finding(Requirement f) {
        List<Paragraph> lines = said(f.reason(), f.citations(), f.missing());
        f.words()
                .forEach(w -> lines.add(labelled("finding.quoted", "")
                        .cites(List.of(w.cite()))
                        .text(w.said())
                        .as(Style.DETAIL)));
        f.deployment().ifPresent(d -> lines.add(detail("finding.deployment", d)));
        f.documents().forEach(d -> lines.add(held(d)));
        f.vendor().forEach(v -> {
            lines.add(labelled("answers.says", "")
                    .cites(List.of(v.cite()))
                    .text(v.said())
                    .as(Style.DETAIL));
            v.contradictions()
                    .forEach(c -> lines.add(AnswersSection.contradicted(c).as(Style.DETAIL)));
        });
        f.lifts().forEach(lift -> lines.add(labelled("finding.lifts", lift).as(Style.REMEDY)));
        if (!f.controls().isEmpty()) {
            // no line breaks inside an id
            lines.add(detail(
                    "finding.controls",
                    String.join(", ", f.controls()).replace(' ', '\u00A0').replace(",\u00A0", ", ")));
        }
        return lines;
    }

    /** A document that a finding rests on, with its clause or that none is shown. */
    private Paragraph held(ReportModel.Held d) {
        Line line = labelled("finding.documents", "").cites(List.of(d.cite()));
        return (d.typed() ? document(line, d) : line.text(d.line())).as(Style.DETAIL);
    }

    /** A document by its name, and that it was typed. */
    private Line document(Line line, ReportModel.Held d) {
        if (!d.typed()) {
            return line.text(d.name());
        }
        return line.text(r.pair(d.name(), "").strip()).add(new Inline.Lack(d.said(), ""));
    }

    private Cell document(ReportModel.Held d) {
        return document(new Line().cites(List.of(d.cite())), d).cell();
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
        table(
                Look.LIST,
                "caption.uncounted",
                List.of(28, 22, 15, 35),
                List.of("table.document", "table.kind", "table.date", "table.why"),
                c.uncounted().stream()
                        .map(u ->
                                Row.of(document(u.document()), Cell.of(u.kind()), Cell.of(u.date()), Cell.of(u.why())))
                        .toList());
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
                    .mark(a.reaches())
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
        for (ReportModel.StaleRow s : c.stale()) {
            Cell source = new Line().cites(List.of(s.cite())).cell();
            rows.add(Row.of(Cell.of(s.fact()), source, Cell.of(s.read()), Cell.of(age(s.ageDays()))));
        }
        c.staleDocuments()
                .forEach(s -> rows.add(Row.of(
                        document(s.document()), Cell.of(s.kind()), Cell.of(s.date()), Cell.of(age(s.ageDays())))));
        table(
                Look.LIST,
                "caption.stale",
                List.of(42, 20, 22, 16),
                List.of("table.what", "table.source", "table.day", "table.age"),
                rows);
    }

    private String age(long days) {
        return r.t("table.ageDays", days);
    }

    private Listing asks() {
        return new Listing(
                true,
                c.asks().stream()
                        .map(ask -> Stream.concat(
                                        Stream.of(Line.of(ask.question())
                                                .soft(proof(r, ask))
                                                .plain()),
                                        inHand(ask))
                                .toList())
                        .toList());
    }

    /** The documents in hand that do not show the answer, and what was answered. */
    static Stream<Paragraph> inHand(ReportModel.Ask ask) {
        return ask.inHand().stream().map(held -> Paragraph.of(Style.DETAIL, held));
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
