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
import domicile.report.model.AnsweredWorkbook;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Pair;
import java.util.ArrayList;
import java.util.List;

/** What vendors answered, workbook by workbook. */
final class AnswersSection {
    private final ReportModel r;

    private AnswersSection(ReportModel r) {
        this.r = r;
    }

    static List<Block> of(ReportModel r) {
        AnswersSection section = new AnswersSection(r);
        List<Block> blocks = new ArrayList<>(List.of(Paragraph.of(Style.NOTE, r.t("answers.intro"))));
        r.answers().forEach(w -> section.add(w, blocks));
        return blocks;
    }

    private void add(AnsweredWorkbook w, List<Block> blocks) {
        String name = r.t("answers.heading", w.candidate(), w.file());
        blocks.add(new Heading(3, name, w.anchor()));
        blocks.add(new Block.Facts(
                name,
                r.t("table.fact"),
                r.t("table.says"),
                1,
                w.about().stream().map(f -> new Fact(f.label(), value(f))).toList()));
        if (!w.remarks().isEmpty()) {
            blocks.add(new Listing(
                    false,
                    w.remarks().stream().map(s -> List.of(Paragraph.of(s))).toList()));
        }
        if (!w.rows().isEmpty()) {
            blocks.add(new Table(
                    Look.LIST,
                    r.t("caption.answers", w.file()),
                    Column.of(
                            List.of(30, 14, 56),
                            List.of(r.t("table.control"), r.t("table.answer"), r.t("answers.says"))),
                    w.rows().stream().map(this::row).toList()));
        }
        if (!w.notUnderstood().isEmpty()) {
            blocks.add(new Table(
                    Look.PAIRS,
                    r.t("answers.notUnderstood"),
                    Column.of(List.of(30, 70), List.of(r.t("answers.cell"), r.t("table.why"))),
                    w.notUnderstood().stream()
                            .map(n -> Row.of(n.label(), n.value()))
                            .toList()));
        }
    }

    private static Inline value(Pair fact) {
        return fact.value().matches("[0-9a-f]{64}") ? new Inline.Code(fact.value()) : new Inline.Text(fact.value());
    }

    private Row row(AnsweredWorkbook.Row row) {
        List<Paragraph> control = new ArrayList<>(List.of(
                new Line().add(new Inline.Code(row.control().label())).plain(),
                Paragraph.of(row.control().value())));
        if (!row.requirements().isEmpty()) {
            control.add(Paragraph.of(Style.DETAIL, row.requirements()));
        }
        List<Paragraph> said = new ArrayList<>();
        row.words().forEach(w -> said.add(Line.of(w.value()).soft(w.label()).plain()));
        row.before().ifPresent(b -> said.add(Paragraph.of(Style.DETAIL, b)));
        row.contradictions().forEach(c -> said.add(contradicted(c).plain()));
        return new Row(row.cite().anchor(), "", List.of(Cell.of(control), Cell.of(row.answer()), Cell.of(said)));
    }

    /** That something contradicts an answer, with where that stands. */
    static Line contradicted(AnsweredWorkbook.Contradicted c) {
        return new Line().add(new Inline.Lack(c.sentence(), "")).cites(c.citations());
    }
}
