package domicile.report.document;

import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Heading;
import domicile.report.document.Block.Listing;
import domicile.report.document.Block.Look;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Style;
import domicile.report.document.Block.Table;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Pair;
import domicile.report.model.UsedProject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a project calls, place by place, beside what was approved. */
final class ProjectSection {
    private final ReportModel r;
    private final UsedProject p;

    private ProjectSection(ReportModel r, UsedProject p) {
        this.r = r;
        this.p = p;
    }

    static List<Block> of(ReportModel r, UsedProject p) {
        return new ProjectSection(r, p).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(Style.NOTE, r.t("project.intro")));
        blocks.add(about());
        Line tally = new Line();
        p.tally().forEach(t -> tally.add(new Inline.Count(t.count(), t.mark())));
        blocks.add(tally.as(Style.TALLY));
        if (!p.remarks().isEmpty()) {
            blocks.add(new Listing(
                    false,
                    p.remarks().stream().map(s -> List.of(Paragraph.of(s))).toList()));
        }
        if (p.places().isEmpty()) {
            blocks.add(Paragraph.of(r.t("project.none")));
        } else {
            blocks.add(table("caption.project", p.places()));
        }
        if (!p.unreadable().isEmpty()) {
            blocks.add(new Heading(3, r.t("project.unreadable")));
            blocks.add(table("project.unreadable", p.unreadable()));
        }
        if (!p.signatures().isEmpty()) {
            blocks.add(new Heading(3, r.t("project.recognised")));
            blocks.add(signatures());
        }
        pairs("project.switches", "project.place", "project.matched", p.switches(), blocks);
        pairs("project.leftOut", "table.why", "project.entries", p.leftOut(), blocks);
        return blocks;
    }

    private void pairs(String heading, String left, String right, List<Pair> pairs, List<Block> into) {
        if (!pairs.isEmpty()) {
            into.add(new Heading(3, r.t(heading)));
            into.add(new Table(
                    Look.PAIRS,
                    r.t(heading),
                    Column.of(List.of(50, 50), List.of(r.t(left), r.t(right))),
                    pairs.stream().map(l -> Row.of(l.label(), l.value())).toList()));
        }
    }

    private Block about() {
        return new Block.Facts(
                r.t("section.project"),
                r.t("table.fact"),
                r.t("table.says"),
                1,
                p.about().stream().map(f -> new Fact(f.label(), value(f))).toList());
    }

    private static Inline value(Pair fact) {
        return fact.value().startsWith("sha256:") ? new Inline.Code(fact.value()) : new Inline.Text(fact.value());
    }

    private Table table(String caption, List<UsedProject.Place> places) {
        List<Column> columns = Column.of(
                List.of(31, 18, 51), List.of(r.t("project.place"), r.t("table.status"), r.t("table.finding")));
        List<Row> rows = places.stream()
                .map(u -> Row.of(Cell.of(place(u)), Line.badge(u.mark()).cell(), Cell.of(findings(u))))
                .toList();
        return new Table(Look.FINDINGS, r.t(caption), columns, rows);
    }

    /** What was recognised, with the pages that say what it means. */
    private Table signatures() {
        List<Row> rows = new ArrayList<>();
        for (UsedProject.SignatureRow s : p.signatures()) {
            List<Paragraph> pages = new ArrayList<>();
            pages.add(new Line().add(new Inline.Code(s.pattern())).plain());
            s.pages()
                    .forEach(page ->
                            pages.add(Line.of(r.pair(page.publisher(), "").strip())
                                    .add(new Inline.Web(page.url(), page.publisher()))
                                    .as(Style.DETAIL)));
            rows.add(new Row(
                    s.cite().anchor(), "", List.of(Cell.of(s.cite().label()), Cell.of(pages), Cell.of(s.read()))));
        }
        return new Table(
                Look.LIST,
                r.t("project.recognised"),
                Column.of(
                        List.of(28, 54, 18), List.of(r.t("project.signature"), r.t("table.source"), r.t("table.read"))),
                rows);
    }

    private List<Paragraph> place(UsedProject.Place u) {
        List<Paragraph> lines = new ArrayList<>();
        lines.add(new Line().add(new Inline.Code(u.file())).plain());
        if (!u.subject().isEmpty()) {
            lines.add(Line.of(u.subject()).plain());
        }
        if (!u.details().isEmpty()) {
            lines.add(Paragraph.of(
                    Style.DETAIL,
                    u.details().stream().map(d -> r.pair(d.label(), d.value())).collect(Collectors.joining("; "))));
        }
        return lines;
    }

    private List<Paragraph> findings(UsedProject.Place u) {
        List<Paragraph> lines = new ArrayList<>();
        for (UsedProject.Finding f : u.findings()) {
            Line line = new Line();
            if (!f.requirement().isEmpty()) {
                line.strong(r.pair(f.requirement(), "").strip());
            }
            if (!f.mark().equals(u.mark())) {
                line.mark(f.mark());
            }
            lines.add(line.text(f.reason()).cites(f.citations()).plain());
            f.accepted().ifPresent(a -> lines.add(Paragraph.of(Style.DETAIL, a)));
            f.lift()
                    .ifPresent(l -> lines.add(new Line()
                            .strong(r.pair(r.t("finding.lifts"), "").strip())
                            .text(l)
                            .as(Style.REMEDY)));
        }
        return lines;
    }
}
