package domicile.vendor;

import domicile.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the sheets of an XLSX or XLSM file as a stream. Of a formula only the result that the file keeps is read;
 * macros and links to other files are parts that are never opened.
 */
final class XlsxSheets {
    /** A package of more parts, or of more bytes once unpacked, is no questionnaire. */
    private static final int MOST_PARTS = 2000;

    private static final long MOST_BYTES = 200L * 1024 * 1024;
    /** What is read as a tree in memory may be as large as this. */
    private static final long MOST_STYLES = 4L * 1024 * 1024;

    private static final int MOST_SHEETS = 200;

    private final String file;
    private final Room room;

    private XlsxSheets(String file) {
        this.file = file;
        this.room = new Room(file);
    }

    /** Whether bytes are a package that holds a workbook of XML. */
    static boolean is(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int parts = 0;
            for (ZipEntry e = zip.getNextEntry(); e != null && parts < MOST_PARTS; e = zip.getNextEntry()) {
                parts++;
                if (e.getName().toLowerCase(Locale.ROOT).startsWith("xl/")) {
                    return true;
                }
            }
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The sheets in the order of the file.
     *
     * @throws ProblemException when the file is broken, no workbook of XML, or larger than any questionnaire
     */
    static List<Sheet> read(byte[] bytes, String file) {
        XlsxSheets sheets = new XlsxSheets(file);
        try {
            sheets.measure(bytes);
            return sheets.sheets(bytes);
        } catch (ProblemException refused) {
            throw refused;
        } catch (SAXException e) {
            throw e.getException() instanceof ProblemException refused
                    ? refused
                    : VendorProblem.WORKBOOK_BROKEN.because(e, file);
        } catch (IOException | OpenXML4JException | ParserConfigurationException | RuntimeException e) {
            throw VendorProblem.WORKBOOK_BROKEN.because(e, file);
        }
    }

    /** Unpacks everything once and keeps nothing: what says that it is small may be large. */
    private void measure(byte[] bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            while (zip.getNextEntry() != null) {
                parts++;
                for (int n = zip.read(buffer); n >= 0 && all <= MOST_BYTES; n = zip.read(buffer)) {
                    all += n;
                }
                if (all > MOST_BYTES || parts > MOST_PARTS) {
                    throw VendorProblem.WORKBOOK_TOO_LARGE.at(file);
                }
            }
        }
    }

    private List<Sheet> sheets(byte[] bytes)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        List<Sheet> sheets = new ArrayList<>();
        try (OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XSSFReader reader = new XSSFReader(pack);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(pack, false);
            @Nullable StylesTable styles = small(pack) ? reader.getStylesTable() : null;
            Map<String, Boolean> hidden = hidden(reader);
            XSSFReader.SheetIterator each = reader.getSheetIterator();
            while (each.hasNext()) {
                try (InputStream in = each.next()) {
                    if (sheets.size() == MOST_SHEETS) {
                        throw VendorProblem.WORKBOOK_TOO_LARGE.at(file);
                    }
                    String name = each.getSheetName();
                    Cells cells = new Cells(room);
                    parse(in, new Handler(styles, strings, cells));
                    sheets.add(cells.sheet(name, hidden.getOrDefault(name, false)));
                }
            }
        }
        return sheets;
    }

    private static boolean small(OPCPackage pack) {
        return pack.getPartsByContentType(XSSFRelation.STYLES.getContentType()).stream()
                .mapToLong(PackagePart::getSize)
                .allMatch(size -> size <= MOST_STYLES);
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(in));
    }

    /** Which sheets are hidden, by name; XSSFReader does not tell. */
    private static Map<String, Boolean> hidden(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        Map<String, Boolean> hidden = new HashMap<>();
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String local, String qualified, Attributes has) {
                    if (local.equals("sheet")) {
                        String state = String.valueOf(has.getValue("state"));
                        hidden.put(String.valueOf(has.getValue("name")), state.matches("hidden|veryHidden"));
                    }
                }
            });
        }
        return hidden;
    }

    /** The cells of a sheet while they are read. */
    private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final Room room;
        private final TreeMap<Integer, TreeMap<Integer, Sheet.Cell>> rows = new TreeMap<>();
        private final Set<Integer> hiddenRows = new HashSet<>();
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private final List<CellRangeAddress> merged = new ArrayList<>();
        private String type = "";
        private boolean formula;
        private int row;

        Cells(Room room) {
            this.room = room;
        }

        @Override
        public void startRow(int number) {
            row = number;
        }

        @Override
        public void endRow(int number) {
            // nothing is kept of a row as such
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            // a cell without its own reference cannot be cited
            if (reference == null) {
                return;
            }
            CellReference at = new CellReference(reference);
            String text = value == null ? "" : value;
            Sheet.Kind kind = type.equals("e") ? Sheet.Kind.ERROR : Sheet.Kind.TEXT;
            // a formula whose result is an empty text has one
            if (text.isBlank() && formula && !type.equals("str")) {
                kind = Sheet.Kind.UNRESOLVED;
            }
            if (!text.isBlank() || kind != Sheet.Kind.TEXT) {
                put(row, at.getCol(), new Sheet.Cell(row, at.getCol(), text, kind));
            }
        }

        private void put(int inRow, int column, Sheet.Cell cell) {
            room.take(cell.text().length());
            rows.computeIfAbsent(inRow, r -> new TreeMap<>()).put(column, cell);
        }

        private void unmerge() {
            for (CellRangeAddress range : merged) {
                Sheet.Cell first =
                        rows.getOrDefault(range.getFirstRow(), new TreeMap<>()).get(range.getFirstColumn());
                if (first == null) {
                    continue;
                }
                for (int r = range.getFirstRow(); r <= range.getLastRow(); r++) {
                    for (int c = range.getFirstColumn(); c <= range.getLastColumn(); c++) {
                        put(r, c, first);
                    }
                }
            }
        }

        Sheet sheet(String name, boolean hidden) {
            unmerge();
            return new Sheet(name, hidden, rows, hiddenRows, hiddenColumns);
        }
    }

    /** Hears beside POI what is hidden and merged, and which cells hold errors and formulas. */
    private static final class Handler extends XSSFSheetXMLHandler {
        private final Cells cells;

        Handler(@Nullable StylesTable styles, ReadOnlySharedStringsTable strings, Cells cells) {
            // numbers as everywhere, not as on this machine
            super(styles, strings, cells, new DataFormatter(Locale.ROOT), false);
            this.cells = cells;
        }

        @Override
        public void startElement(String uri, @Nullable String local, String qualified, Attributes has)
                throws SAXException {
            switch (String.valueOf(local)) {
                case "row" -> {
                    if (truth(has, "hidden") && has.getValue("r") != null) {
                        cells.hiddenRows.add(Integer.parseInt(has.getValue("r")) - 1);
                    }
                }
                case "col" -> {
                    if (truth(has, "hidden")) {
                        int first = Integer.parseInt(has.getValue("min")) - 1;
                        int last = Math.min(Integer.parseInt(has.getValue("max")) - 1, Room.MOST_COLUMNS);
                        for (int c = Math.max(0, first); c <= last; c++) {
                            cells.hiddenColumns.add(c);
                        }
                    }
                }
                case "c" -> {
                    cells.type = has.getValue("t") == null ? "" : has.getValue("t");
                    cells.formula = false;
                }
                case "f" -> cells.formula = true;
                case "mergeCell" -> {
                    CellRangeAddress range = CellRangeAddress.valueOf(has.getValue("ref"));
                    cells.room.take(0);
                    // whole columns and rows are merged for looks
                    if (range.getNumberOfCells() > 0 && range.getNumberOfCells() <= Room.MOST_MERGED) {
                        cells.merged.add(range);
                    }
                }
                default -> {
                    // the rest is looks
                }
            }
            super.startElement(uri, local, qualified, has);
        }

        private static boolean truth(Attributes has, String name) {
            return String.valueOf(has.getValue(name)).matches("1|true");
        }
    }
}
