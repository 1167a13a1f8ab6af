package domicile.report.docx;

import domicile.report.document.Document;
import domicile.report.file.OfficeFile;
import domicile.report.model.Logo;
import domicile.report.type.Assets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    /** How far a list stands in, and how tall a row is that is written in by hand. */
    private static final int INDENT = 400;

    private static final int TALL = 850;
    /** Lines of room to write in. */
    private static final int ROOM = 6;

    private final XWPFDocument document = new XWPFDocument();
    private final List<String> marks = new ArrayList<>();
    private boolean breaks;
    private boolean keeps;
    private int bookmarks;
    private int lists;

    /**
     * Some words of a paragraph.
     *
     * @param style a character style of word-styles.xml; blank for none
     * @param link a bookmark as {@code #name}, or an address; blank for none
     */
    record Words(String text, String style, String link) {
        Words(String text, String style) {
            this(text, style, "");
        }
    }

    /**
     * A row of a table.
     *
     * @param anchor blank where nothing leads there
     * @param cells a cell is a list of paragraphs
     */
    record Row(String anchor, List<List<List<Words>>> cells) {}

    WordPaper(String lang) {
        try {
            String styles = Assets.text("word-styles.xml")
                    .replace("@lang@", lang.equals("en") ? "en-GB" : lang + "-" + lang.toUpperCase(Locale.ROOT));
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

    void running(Document.Running running) {
        XWPFParagraph head = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        head.setStyle("Header");
        head.createRun().setText(running.left());
        XWPFRun tabbed = head.createRun();
        tabbed.addTab();
        tabbed.setText(running.right());
        XWPFParagraph bottom = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        bottom.setStyle("Footer");
        bottom.createRun().setText(running.foot());
        XWPFRun page = bottom.createRun();
        page.addTab();
        page.setText(running.pageOf().get(0));
        bottom.getCTP().addNewFldSimple().setInstr("PAGE");
        bottom.createRun().setText(running.pageOf().get(1));
        bottom.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        bottom.createRun().setText(running.pageOf().get(2));
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

    void paragraph(String style, List<Words> words) {
        fill(styled(document.createParagraph(), style), words);
    }

    /** The next paragraph is what links to the anchor reach; a blank one is none. */
    void mark(String anchor) {
        if (!anchor.isEmpty()) {
            marks.add(anchor);
        }
    }

    /** The next paragraph starts a page. */
    void newPage() {
        breaks = true;
    }

    /** What is written in the meantime stays on one page, where it is asked and has room there. */
    void together(boolean asked, Runnable content) {
        boolean before = keeps;
        keeps |= asked;
        content.run();
        keeps = before;
    }

    /** Words, and room to write under them. */
    void room(Words words) {
        paragraph("Normal", List.of(words));
        for (int line = 0; line < ROOM; line++) {
            paragraph("Normal", List.of());
        }
    }

    /**
     * A table of contents: a field that Word brings up to date when it opens the file, with the entries in it until
     * then.
     */
    void contents(List<Document.Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Document.Entry entry = entries.get(i);
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

    /** A list of items, each of one paragraph or several; a numbered one starts at one. */
    void listing(boolean numbered, List<List<List<Words>>> items) {
        XWPFNumbering numbering = Optional.ofNullable(document.getNumbering()).orElseGet(document::createNumbering);
        CTAbstractNum format = CTAbstractNum.Factory.newInstance();
        format.setAbstractNumId(BigInteger.valueOf(++lists));
        CTLvl level = format.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        level.addNewLvlText().setVal(numbered ? "%1." : "•");
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(INDENT));
        indent.setHanging(BigInteger.valueOf(INDENT));
        BigInteger list = numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(format)));
        for (List<List<Words>> item : items) {
            XWPFParagraph line = styled(document.createParagraph(), "ListNumber");
            line.setNumID(list);
            fill(line, item.getFirst());
            for (List<Words> further : item.subList(1, item.size())) {
                XWPFParagraph below = styled(document.createParagraph(), "ListNumber");
                below.setIndentationLeft(INDENT);
                fill(below, further);
            }
        }
    }

    /**
     * A table; its head is repeated on every page.
     *
     * @param shares of the width
     * @param tall whether its rows are to be written in
     */
    void table(List<String> heads, List<Integer> shares, List<Row> rows, boolean tall) {
        int total = shares.stream().mapToInt(s -> s).sum();
        XWPFTable table = document.createTable(rows.size() + 1, heads.size());
        table.setStyleID("Ruled");
        table.getCTTbl().getTblPr().unsetTblBorders();
        table.setWidth(WIDTH);
        for (int c = 0; c < heads.size(); c++) {
            XWPFTableCell cell = table.getRow(0).getCell(c);
            fill(styled(cell.getParagraphArray(0), "CellHead"), List.of(new Words(heads.get(c), "")));
            width(cell, shares.get(c), total);
        }
        table.getRow(0).setRepeatHeader(true);
        for (int r = 0; r < rows.size(); r++) {
            XWPFTableRow row = table.getRow(r + 1);
            row.setCantSplitRow(true);
            if (tall) {
                row.setHeight(TALL);
            }
            mark(rows.get(r).anchor());
            for (int c = 0; c < heads.size(); c++) {
                XWPFTableCell cell = row.getCell(c);
                width(cell, shares.get(c), total);
                write(cell, rows.get(r).cells().get(c));
            }
        }
        // Word joins tables that follow each other, and wants a paragraph after the last
        paragraph("Cell", List.of());
    }

    private static void width(XWPFTableCell cell, int share, int total) {
        cell.setWidth(String.valueOf(WIDTH * share / total));
    }

    private void write(XWPFTableCell cell, List<List<Words>> paragraphs) {
        styled(cell.getParagraphArray(0), "Cell");
        for (int p = 0; p < paragraphs.size(); p++) {
            fill(styled(p == 0 ? cell.getParagraphArray(0) : cell.addParagraph(), "Cell"), paragraphs.get(p));
        }
    }

    private static XWPFParagraph styled(XWPFParagraph paragraph, String style) {
        paragraph.setStyle(style);
        return paragraph;
    }

    /** Bookmarks take letters, digits and underscores. */
    private static String name(String anchor) {
        return anchor.replace('-', '_');
    }

    private void fill(XWPFParagraph paragraph, List<Words> words) {
        if (breaks) {
            paragraph.setPageBreak(true);
            breaks = false;
        }
        if (keeps) {
            paragraph.setKeepNext(true);
        }
        int first = bookmarks;
        for (String anchor : marks) {
            CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
            start.setId(BigInteger.valueOf(bookmarks++));
            start.setName(name(anchor));
        }
        marks.clear();
        words.forEach(w -> fill(paragraph, w));
        for (int mark = first; mark < bookmarks; mark++) {
            paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(mark));
        }
    }

    private static void fill(XWPFParagraph paragraph, Words w) {
        if (!w.link().isEmpty()) {
            link(paragraph, w);
            return;
        }
        XWPFRun run = paragraph.createRun();
        if (w.text().equals("\n")) {
            run.addBreak();
        } else {
            run.setText(w.text());
        }
        if (!w.style().isEmpty()) {
            run.setStyle(w.style());
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
