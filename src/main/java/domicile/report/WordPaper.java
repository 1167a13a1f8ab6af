package domicile.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** An A4 document in Word's format: what a report needs of it, by named styles and nothing else. */
final class WordPaper implements AutoCloseable {
    /** The text's width between the margins, in twentieths of a point. */
    private static final int WIDTH = 9638;

    private final XWPFDocument document = new XWPFDocument();
    private int bookmarks;
    private int lists;

    /**
     * Some words of a paragraph.
     *
     * @param style a character style of word-styles.xml; blank for none
     * @param link a bookmark as {@code #name}, or an address; blank for none
     */
    record Words(String text, String style, String link) {
        static Words plain(String text) {
            return new Words(text, "", "");
        }

        static Words strong(String text) {
            return new Words(text, "Strong", "");
        }

        static Words soft(String text) {
            return new Words(text, "Soft", "");
        }
    }

    /** A cell of a table: a paragraph each line. */
    record Cell(List<List<Words>> lines) {
        Cell {
            lines = List.copyOf(lines);
        }

        static Cell of(Words... line) {
            return new Cell(List.of(List.of(line)));
        }

        static Cell plain(String text) {
            return of(Words.plain(text));
        }

        static Cell strong(String text) {
            return of(Words.strong(text));
        }
    }

    /** A column's head and its share of the width. */
    record Column(String head, int share) {}

    WordPaper(String lang) {
        try {
            String styles = Assets.text("word-styles.xml")
                    .replace(
                            "@lang@",
                            lang.equals("en") ? "en-GB" : lang + "-" + lang.toUpperCase(java.util.Locale.ROOT));
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("word-styles.xml is no stylesheet", e);
        }
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margin = section.addNewPgMar();
        BigInteger twoCentimetres = BigInteger.valueOf(1_134);
        margin.setTop(twoCentimetres);
        margin.setBottom(twoCentimetres);
        margin.setLeft(twoCentimetres);
        margin.setRight(twoCentimetres);
        margin.setHeader(BigInteger.valueOf(600));
        margin.setFooter(BigInteger.valueOf(600));
    }

    void properties(String title, String subject) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties().getCoreProperties().setSubjectProperty(subject);
        document.getProperties().getCoreProperties().setCreator("Domicile");
    }

    void running(String left, String right, String foot, List<String> pageOf) {
        XWPFParagraph head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        head.setStyle("Header");
        head.createRun().setText(left);
        XWPFRun tabbed = head.createRun();
        tabbed.addTab();
        tabbed.setText(right);
        XWPFParagraph bottom = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        bottom.setStyle("Footer");
        bottom.createRun().setText(foot);
        XWPFRun page = bottom.createRun();
        page.addTab();
        page.setText(pageOf.get(0));
        bottom.getCTP().addNewFldSimple().setInstr("PAGE");
        bottom.createRun().setText(pageOf.get(1));
        bottom.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        bottom.createRun().setText(pageOf.get(2));
    }

    /** A picture in a line of its own. */
    void picture(Logo logo, String alt) {
        PictureType type = switch (logo.type()) {
            case PNG -> PictureType.PNG;
            case JPEG -> PictureType.JPEG;
        };
        XWPFRun run = styled(document.createParagraph(), "Normal").createRun();
        try (ByteArrayInputStream in = new ByteArrayInputStream(logo.bytes())) {
            run.addPicture(in, type, "logo", Units.pixelToEMU(logo.width()), Units.pixelToEMU(logo.height()));
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("a logo that was read before cannot be put into a document", e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(alt);
    }

    void paragraph(String style, Words... words) {
        fill(styled(document.createParagraph(), style), List.of(words));
    }

    void paragraph(String style, List<Words> words) {
        fill(styled(document.createParagraph(), style), words);
    }

    /** A heading that links can reach by its anchor. */
    void heading(int level, String text, String anchor) {
        XWPFParagraph heading = styled(document.createParagraph(), "Heading" + level);
        marked(heading, anchor, List.of(Words.plain(text)));
    }

    /** A heading that starts a page. */
    void headingOnNewPage(int level, String text, String anchor) {
        XWPFParagraph heading = styled(document.createParagraph(), "Heading" + level);
        heading.setPageBreak(true);
        marked(heading, anchor, List.of(Words.plain(text)));
    }

    /**
     * A table of contents: a field that Word brings up to date when it opens the file, with the entries in it until
     * then.
     */
    void contents(List<ReportModel.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            ReportModel.Entry entry = entries.get(i);
            XWPFParagraph line = styled(document.createParagraph(), "TOC" + entry.level());
            if (i == 0) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                line.getCTP().getRArray(0).getFldCharArray(0).setDirty(true);
                line.createRun().getCTR().addNewInstrText().setStringValue("TOC \\o \"1-2\" \\h \\z \\u");
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            }
            link(line, new Words(entry.text(), "", "#" + entry.anchor()));
            if (i == entries.size() - 1) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            }
        }
    }

    /** A numbered list that starts at one. */
    void numbered(List<List<Words>> items) {
        XWPFNumbering numbering = Optional.ofNullable(document.getNumbering()).orElseGet(document::createNumbering);
        CTAbstractNum format = CTAbstractNum.Factory.newInstance();
        format.setAbstractNumId(BigInteger.valueOf(++lists));
        CTLvl level = format.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
        level.addNewLvlText().setVal("%1.");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(400));
        indent.setHanging(BigInteger.valueOf(400));
        BigInteger list = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(format)));
        for (List<Words> item : items) {
            XWPFParagraph line = styled(document.createParagraph(), "ListNumber");
            line.setNumID(list);
            fill(line, item);
        }
    }

    /**
     * A table; its head is repeated on every page.
     *
     * @param rows of cells; the first cell of a row is its head
     * @param anchors a bookmark for each row; blank for none
     */
    void table(List<Column> columns, List<List<Cell>> rows, List<String> anchors) {
        int total = columns.stream().mapToInt(Column::share).sum();
        XWPFTable table = document.createTable(rows.size() + 1, columns.size());
        table.setStyleID("Ruled");
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.setWidth(WIDTH);
        for (int c = 0; c < columns.size(); c++) {
            XWPFTableCell cell = table.getRow(0).getCell(c);
            fill(
                    styled(cell.getParagraphArray(0), "CellHead"),
                    List.of(Words.plain(columns.get(c).head())));
            width(cell, columns.get(c).share(), total);
        }
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < rows.size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            for (int c = 0; c < columns.size(); c++) {
                XWPFTableCell cell = row.getCell(c);
                width(cell, columns.get(c).share(), total);
                write(cell, rows.get(r).get(c).lines(), c == 0 ? anchors.get(r) : "");
            }
        }
        // Word joins tables that follow each other, and wants a paragraph after the last
        paragraph("Cell", Words.plain(""));
    }

    private static void width(XWPFTableCell cell, int share, int total) {
        cell.setWidth(String.valueOf(WIDTH * share / total));
    }

    private void write(XWPFTableCell cell, List<List<Words>> paragraphs, String anchor) {
        for (int p = 0; p < paragraphs.size(); p++) {
            XWPFParagraph paragraph = styled(p == 0 ? cell.getParagraphArray(0) : cell.addParagraph(), "Cell");
            if (p == 0 && !anchor.isEmpty()) {
                marked(paragraph, anchor, paragraphs.get(p));
            } else {
                fill(paragraph, paragraphs.get(p));
            }
        }
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return paragraph;
    }

    private void marked(XWPFParagraph paragraph, String anchor, List<Words> words) {
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(bookmarks));
        start.setName(name(anchor));
        fill(paragraph, words);
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks++));
    }

    /** Bookmarks take letters, digits and underscores. */
    private static String name(String anchor) {
        return anchor.replace('-', '_');
    }

    private static void fill(XWPFParagraph paragraph, List<Words> words) {
        for (Words w : words) {
            if (w.link().isEmpty()) {
                XWPFRun run = paragraph.createRun();
                run.setText(w.text());
                if (!w.style().isEmpty()) {
                    run.setStyle(w.style());
                }
            } else {
                link(paragraph, w);
            }
        }
    }

    private static void link(XWPFParagraph paragraph, Words w) {
        if (w.link().startsWith("#")) {
            CTHyperlink link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(name(w.link().substring(1)));
            CTR run = link.addNewR();
            run.addNewRPr().addNewRStyle().setVal("Hyperlink");
            run.addNewT().setStringValue(w.text());
        } else {
            XWPFRun run = paragraph.createHyperlinkRun(w.link());
            run.setText(w.text());
            run.setStyle("Hyperlink");
        }
    }

    byte[] bytes(LocalDate date) {
        return OfficeFile.bytes(document, date);
    }

    @Override
    public void close() {
        OfficeFile.close(document);
    }
}
