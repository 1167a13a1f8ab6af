package domicile.report.document;

import domicile.report.document.Block.Cell;
import domicile.report.document.Block.Paragraph;
import domicile.report.document.Block.Style;
import domicile.report.model.ReportModel;
import java.util.ArrayList;
import java.util.List;

/** A paragraph while it is written: its pieces stand a space apart, and blank ones are left out. */
final class Line {
    private final List<Inline> words = new ArrayList<>();

    static Line of(String text) {
        return new Line().text(text);
    }

    Line add(Inline word) {
        if (!words.isEmpty()) {
            words.add(new Inline.Text(" "));
        }
        words.add(word);
        return this;
    }

    /** Pieces with commas between them. */
    Line listed(List<? extends Inline> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                words.add(new Inline.Text(","));
            }
            add(pieces.get(i));
        }
        return this;
    }

    Line text(String text) {
        return text.isEmpty() ? this : add(new Inline.Text(text));
    }

    Line strong(String text) {
        return add(new Inline.Strong(text));
    }

    Line soft(String text) {
        return text.isEmpty() ? this : add(new Inline.Soft(text));
    }

    Line mark(ReportModel.Mark mark) {
        return add(new Inline.Badge(mark));
    }

    static Line badge(ReportModel.Mark mark) {
        return new Line().mark(mark);
    }

    Line cites(List<ReportModel.Cite> cites) {
        cites.forEach(c -> add(new Inline.Cite(c.label(), c.anchor(), c.title())));
        return this;
    }

    Paragraph plain() {
        return as(Style.PLAIN);
    }

    Cell cell() {
        return Cell.of(plain());
    }

    Paragraph as(Style style) {
        return new Paragraph(style, words);
    }
}
