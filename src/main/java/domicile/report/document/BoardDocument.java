package domicile.report.document;

import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Section;
import domicile.report.document.Block.Style;
import domicile.report.model.ReportModel;
import java.util.ArrayList;
import java.util.List;

/** One page to decide on. */
final class BoardDocument {
    private BoardDocument() {}

    static Document of(ReportModel r, Medium medium) {
        PageOne front = PageOne.of(r, medium, true);
        FrontPage page = new FrontPage(r, front);
        List<Block> verdicts = new ArrayList<>(page.above());
        verdicts.add(page.verdicts(Kind.BOARD));
        Line note = new Line();
        if (!front.notes(r).isEmpty()) {
            note.text(front.notes(r)).text(front.inFull(r));
        }
        verdicts.add(note.text(r.t("board.sources")).text(r.t("howto.limits")).as(Style.NOTE));
        List<Block> blocks = new ArrayList<>(page.head(Kind.BOARD));
        blocks.add(Section.of("verdicts", r.t("section.verdicts"), Flow.FREE, verdicts));
        blocks.add(Section.of(
                "decision",
                r.t("signoff.decision"),
                Flow.TOGETHER,
                List.of(signatures(r, List.of("signoff.approved")))));
        return page.document(Kind.BOARD, r.title(), blocks);
    }

    /** A row to sign in for each of the roles. */
    static Block.Table signatures(ReportModel r, List<String> roles) {
        List<String> heads = List.of("table.role", "table.name", "table.date", "table.signature");
        return new Block.Table(
                Block.Look.SIGNATURES,
                "",
                Column.of(List.of(26, 30, 15, 29), heads.stream().map(r::t).toList()),
                roles.stream()
                        .map(role -> Row.of(Cell.of(r.t(role)), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY))
                        .toList());
    }
}
