package domicile.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
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

    private DocxText(XWPFDocument document) {
        this.document = document;
    }

    static PageText of(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            DocxText text = new DocxText(document);
            text.body(document.getBodyElements(), 0);
            return text.page.text();
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
            page.heading(paragraph.getText());
            return;
        }
        Unit.Kind kind = paragraph.getNumID() == null ? Unit.Kind.PARAGRAPH : Unit.Kind.ITEM;
        for (String piece : EMPTY_LINE.splitAsStream(paragraph.getText()).toList()) {
            page.block(kind, piece);
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
            List<List<String>> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(pieces(cell.getBodyElements(), depth));
            }
            page.row(cells, row.isRepeatHeader() ? List.of() : heads);
            if (row.isRepeatHeader() && heads.isEmpty()) {
                cells.forEach(c -> heads.add(String.join(" ", c)));
            }
        }
    }

    private static List<String> pieces(List<IBodyElement> elements, int depth) {
        List<String> pieces = new ArrayList<>();
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                pieces.addAll(EMPTY_LINE.splitAsStream(paragraph.getText()).toList());
            } else if (element instanceof XWPFTable inner && depth < DEEPEST) {
                inner.getRows()
                        .forEach(row -> row.getTableCells()
                                .forEach(cell -> pieces.addAll(pieces(cell.getBodyElements(), depth + 1))));
            }
        }
        return pieces;
    }
}
