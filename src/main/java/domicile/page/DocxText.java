package domicile.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** The text of a Word file: what stands in its body, without what a reviewer has struck out, heads and feet. */
final class DocxText {
    private static final int DEEPEST = 10;
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n\\s*\\n");

    private final XWPFDocument document;
    private final PageText.Builder page = new PageText.Builder();
    private final Layout.Builder layout = new Layout.Builder(page);

    private DocxText(XWPFDocument document) {
        this.document = document;
    }

    static Layout of(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            DocxText text = new DocxText(document);
            text.body(document.getBodyElements(), 0);
            return text.layout.layout(OptionalInt.empty());
        }
    }

    private void body(List<IBodyElement> elements, int depth) {
        for (IBodyElement element : elements) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> table(table, depth);
                default -> {
                    // content controls hold what is chosen from a list, no text of the document's own
                }
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) {
        if (heading(paragraph)) {
            Said said = Said.of(paragraph);
            page.heading(said.text);
            layout.paragraph(said.text, said.inserted::get);
            return;
        }
        Unit.Kind kind = paragraph.getNumID() == null ? Unit.Kind.PARAGRAPH : Unit.Kind.ITEM;
        for (Said piece : Said.of(paragraph).pieces()) {
            page.block(kind, piece.text);
            layout.paragraph(piece.text, piece.inserted::get);
        }
    }

    /**
     * The words of a paragraph as they stand if every proposal is accepted.
     *
     * @param inserted which of its letters and digits are only proposed
     */
    private record Said(String text, BitSet inserted) {

        static Said of(XWPFParagraph paragraph) {
            StringBuilder text = new StringBuilder();
            BitSet inserted = new BitSet();
            int letters = 0;
            boolean moved = false;
            boolean proposed = false;
            for (XWPFRun run : paragraph.getRuns()) {
                if (run.getCTR().sizeOfDelTextArray() > 0) {
                    continue;
                }
                String in =
                        String.valueOf(run.getCTR().getDomNode().getParentNode().getLocalName());
                if (in.equals("moveFrom")) {
                    moved = true;
                    continue;
                }
                int more = Layout.letters(run.text());
                if (in.equals("ins") || in.equals("moveTo")) {
                    proposed = true;
                    inserted.set(letters, letters + more);
                }
                letters += more;
                text.append(run.text());
            }
            if (moved) {
                return new Said(text.toString(), inserted);
            }
            // fields and links are more than their runs
            String whole = paragraph.getText();
            if (proposed && Layout.letters(whole) != letters) {
                inserted.set(0, Layout.letters(whole));
            }
            return new Said(whole, inserted);
        }

        /** Texts that an empty line parts. */
        List<Said> pieces() {
            List<Said> pieces = new ArrayList<>();
            int at = 0;
            for (String piece : EMPTY_LINE.split(text)) {
                int to = at + Layout.letters(piece);
                pieces.add(new Said(piece, inserted.get(at, to)));
                at = to;
            }
            return pieces;
        }
    }

    private boolean heading(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        XWPFStyle style = id == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(id);
        String name =
                style == null || style.getName() == null ? "" : style.getName().toLowerCase(Locale.ROOT);
        return name.matches("heading [1-9]|title|subtitle");
    }

    private void table(XWPFTable table, int depth) {
        List<String> heads = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<List<Said>> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(pieces(cell.getBodyElements(), depth));
            }
            page.row(cells.stream().map(DocxText::texts).toList(), row.isRepeatHeader() ? List.of() : heads);
            cells.stream()
                    .flatMap(List::stream)
                    .filter(piece -> !Folding.fold(piece.text).isEmpty())
                    .forEach(piece -> layout.cell(piece.text, piece.inserted::get));
            if (row.isRepeatHeader() && heads.isEmpty()) {
                cells.forEach(c -> heads.add(String.join(" ", texts(c))));
            }
        }
    }

    private static List<String> texts(List<Said> pieces) {
        return pieces.stream().map(Said::text).toList();
    }

    private static List<Said> pieces(List<IBodyElement> elements, int depth) {
        List<Said> pieces = new ArrayList<>();
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                pieces.addAll(Said.of(paragraph).pieces());
            } else if (element instanceof XWPFTable inner && depth < DEEPEST) {
                inner.getRows()
                        .forEach(row -> row.getTableCells()
                                .forEach(cell -> pieces.addAll(pieces(cell.getBodyElements(), depth + 1))));
            }
        }
        return pieces;
    }
}
