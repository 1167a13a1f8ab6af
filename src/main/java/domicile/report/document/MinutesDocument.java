package domicile.report.document;

import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Column;
import domicile.report.document.Block.Fact;
import domicile.report.document.Block.Flow;
import domicile.report.document.Block.Row;
import domicile.report.document.Block.Section;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.MinutesTexts;
import domicile.report.model.Texts;
import domicile.residency.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The minutes of a meeting, and their parts in the report. */
public final class MinutesDocument {
    private MinutesDocument() {}

    /** The minutes as a document of their own. */
    public static Document of(Minutes minutes, Register register) {
        Texts texts = new Texts(Locale.of(minutes.language()));
        MinutesTexts.Section m = new MinutesTexts(minutes, register, texts).page();
        List<Block> blocks = new ArrayList<>(List.of(new Block.Title(m.heading(), Block.Title.Size.LARGE)));
        if (!m.about().isEmpty()) {
            blocks.add(about(m, texts));
        }
        int number = 0;
        for (MinutesTexts.Part part : m.parts()) {
            blocks.add(Section.of("part-" + ++number, part.heading(), Flow.FREE, List.of(table(part))));
        }
        return new Document(
                minutes.language(),
                m.heading(),
                "",
                texts.get("brand"),
                minutes.date(),
                Letterhead.NONE,
                "",
                new Document.Running(m.heading(), "", texts.date(minutes.date()), FrontPage.pageOf(texts)),
                blocks);
    }

    /** When it was, who was there and how long it took. */
    static Block.Facts about(MinutesTexts.Section m, Texts texts) {
        return new Block.Facts(
                m.heading(),
                texts.get("table.fact"),
                texts.get("table.says"),
                1,
                m.about().stream()
                        .map(p -> new Fact(p.label(), new Inline.Text(p.value())))
                        .toList());
    }

    static Block.Table table(MinutesTexts.Part part) {
        return new Block.Table(
                Block.Look.LIST,
                part.heading(),
                part.columns().stream().map(head -> new Column(head, 1)).toList(),
                part.rows().stream()
                        .map(row -> new Row("", "", row.stream().map(Cell::of).toList()))
                        .toList());
    }
}
