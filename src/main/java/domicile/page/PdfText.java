package domicile.page;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a PDF, from where its letters stand: lines, and of lines the paragraphs. A line goes on in the next one
 * unless there is room between them, a list's mark, another size, or the next word would have had room on it. Running
 * heads and page numbers are left out; a word that is parted at the end of a line is put together.
 */
final class PdfText {
    /** How much further than one line's pitch two lines of a paragraph may stand apart. */
    private static final double LOOSE = 1.25;

    /** The narrowest blank that is set between words, of the size of the letters. */
    private static final double BLANK = 0.15;

    /** How far apart two baselines of one line may be, in points. */
    private static final double SAME_LINE = 1.5;

    /** How far letters reach above the baseline, of their size; the rest is below. */
    private static final double ASCENT = 0.78;

    private static final int MOST_LETTERS = 5_000_000;
    private static final double USUAL_PITCH = 1.45;
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)(?:page|seite|p\\.)?\\s*[-\\u2013]?\\s*\\d{1,4}\\s*[-\\u2013]?(?:\\s*(?:/|of|von|sur|de)\\s*\\d{1,4})?");
    private static final Pattern LISTED = Pattern.compile(";(?: (?:and|or|und|oder|et|ou))?$");
    private static final int LONGEST_PIECE = 2_000;
    private static final int LONGEST_WORD = 80;
    private static final Pattern PARTED = Pattern.compile("(\\p{L}+)-$");

    /**
     * A piece of a line, or a whole one, as it stands on its page; lengths in points, y counted from the top of the
     * page to the baseline.
     *
     * @param firstWordEnd where its first word ends
     * @param end where its last letter or blank ends
     * @param edges of its characters; whoever makes a longer line of this one takes them over
     */
    private record Line(
            int page,
            String text,
            double left,
            double right,
            double end,
            double firstWordEnd,
            double y,
            double size,
            Edges edges) {

        /** How much room the first word takes, with the blank before it. */
        double firstWord() {
            return firstWordEnd - left + BLANK * size;
        }

        String folded() {
            return Folding.fold(text);
        }

        /** This piece and one that stands to the right of it, as one. */
        Line and(Line next, boolean blank) {
            boolean oneWord = !blank && !text.strip().contains(" ");
            if (blank) {
                edges.add(end, next.left);
            }
            edges.addAll(next.edges);
            return new Line(
                    page,
                    text + (blank ? " " : "") + next.text,
                    left,
                    Math.max(right, next.right),
                    Math.max(end, next.end),
                    oneWord ? next.firstWordEnd : firstWordEnd,
                    text.length() >= next.text.length() ? y : next.y,
                    text.length() >= next.text.length() ? size : next.size,
                    edges);
        }
    }

    /** The left and right edge of each character of a line, in points. */
    private static final class Edges {
        private float[] at = new float[4];
        private int size;

        void add(double left, double right) {
            if (size + 2 > at.length) {
                at = Arrays.copyOf(at, at.length * 2);
            }
            at[size++] = (float) left;
            at[size++] = (float) right;
        }

        void addAll(Edges more) {
            if (size + more.size > at.length) {
                at = Arrays.copyOf(at, Math.max(at.length * 2, size + more.size));
            }
            System.arraycopy(more.at, 0, at, size, more.size);
            size += more.size;
        }

        double left(int character) {
            return at[2 * character];
        }

        double right(int character) {
            return at[2 * character + 1];
        }
    }

    /**
     * A page as it is in the file.
     *
     * @param written direction of its text, in degrees
     * @param turned by how much it is turned to be shown, in degrees clockwise
     */
    private record Sheet(int written, int turned, double width, double height) {

        /** Its height in the direction of its text. */
        double across() {
            return written % 180 == 0 ? height : width;
        }

        /** A rectangle of its text, as the page is shown. */
        Rectangle shown(int page, double x, double y, double w, double h) {
            double wide = written % 180 == 0 ? width : height;
            return switch (Math.floorMod(written - turned, 360)) {
                case 90 -> new Rectangle(page, y, wide - x - w, h, w);
                case 180 -> new Rectangle(page, wide - x - w, across() - y - h, w, h);
                case 270 -> new Rectangle(page, across() - y - h, x, h, w);
                default -> new Rectangle(page, x, y, w, h);
            };
        }
    }

    /** Collects pieces of lines in the order in which the page draws them. */
    private static final class Letters extends PDFTextStripper {
        private final List<Line> pieces = new ArrayList<>();
        private final List<Sheet> sheets = new ArrayList<>();
        /** Of the page that is being read: its pieces by the direction in which they are written. */
        private final Map<Integer, List<Line>> written = new TreeMap<>();

        private int seen;
        private int blanks;

        Letters() throws IOException {
            setSuppressDuplicateOverlappingText(true);
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            String shown = letter.getUnicode();
            if (shown == null || shown.isEmpty() || letter.getDir() % 90 != 0) {
                return;
            }
            if (++seen > MOST_LETTERS) {
                throw new IllegalStateException("more than " + MOST_LETTERS + " letters");
            }
            int page = getCurrentPageNo();
            double x = letter.getXDirAdj();
            double end = x + letter.getWidthDirAdj();
            double size = Math.max(1, Math.abs(letter.getYScale()));
            boolean blank = shown.isBlank();
            blanks += blank ? 1 : 0;
            Edges edges = new Edges();
            for (int i = 0; i < shown.length(); i++) {
                edges.add(x, end);
            }
            Line one =
                    new Line(page, shown, x, blank ? x : end, end, blank ? x : end, letter.getYDirAdj(), size, edges);
            List<Line> sameWay = written.computeIfAbsent((int) letter.getDir(), d -> new ArrayList<>());
            if (!sameWay.isEmpty() && goesOn(sameWay.getLast(), one)) {
                sameWay.add(sameWay.removeLast().and(one, false));
            } else if (!blank) {
                sameWay.add(one);
            }
        }

        /** Keeps what is written in the direction of most letters: the rest is a note up the margin or a stamp. */
        @Override
        protected void endPage(PDPage page) {
            PDRectangle box = page.getCropBox();
            int most = written.entrySet().stream()
                    .max(Comparator.comparingInt(way -> way.getValue().stream()
                            .mapToInt(l -> l.text.length())
                            .sum()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
            while (sheets.size() < getCurrentPageNo()) {
                sheets.add(new Sheet(most, page.getRotation(), box.getWidth(), box.getHeight()));
            }
            pieces.addAll(written.getOrDefault(most, List.of()));
            written.clear();
        }

        private static boolean goesOn(Line last, Line next) {
            return last.page == next.page
                    && last.text.length() < LONGEST_PIECE
                    && Math.abs(last.y - next.y) < 0.1 * next.size
                    && Math.abs(last.end - next.left) < BLANK * next.size;
        }

        @Override
        protected void writePage() {
            // lines are made of the letters as they come
        }

        /** Whether blanks are drawn, so that room without one parts what stands beside each other. */
        boolean spaced() {
            return blanks * 20 > seen;
        }
    }

    /**
     * Lines of their pieces: letters in bold or of another font are often drawn after all others. A line stands where
     * its longest piece does in the order of the page.
     */
    private static List<Line> lines(List<Line> pieces, boolean spaced) {
        List<Integer> order = IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> pieces.get(i).page())
                        .thenComparingDouble(i -> Math.round(pieces.get(i).y() / SAME_LINE))
                        .thenComparingDouble(i -> pieces.get(i).left()))
                .toList();
        Map<Integer, Line> byPlace = new TreeMap<>();
        int place = -1;
        int longest = 0;
        for (int i : order) {
            Line piece = pieces.get(i);
            Line line = byPlace.get(place);
            if (line != null && beside(line, piece, spaced)) {
                boolean blank = piece.left() > line.end() + 0.18 * piece.size()
                        && !line.text().endsWith(" ");
                byPlace.remove(place);
                place = piece.text().length() > longest ? i : place;
                byPlace.put(place, line.and(piece, blank));
            } else {
                place = i;
                longest = 0;
                byPlace.put(i, piece);
            }
            longest = Math.max(longest, piece.text().length());
        }
        return new ArrayList<>(byPlace.values());
    }

    private static boolean beside(Line line, Line piece, boolean spaced) {
        double size = Math.max(line.size(), piece.size());
        return line.page() == piece.page()
                && Math.abs(line.y() - piece.y()) < 0.4 * size
                && piece.left() > line.right() - 0.6 * size
                && piece.left() < line.end() + (spaced ? 0.7 : 1.5) * size;
    }

    private PdfText() {}

    /** The text of a file; {@link IOException} when it cannot be read. */
    static Layout of(byte[] bytes, String name, Optional<String> password) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes, password.orElse(""))) {
            return of(document);
        } catch (InvalidPasswordException e) {
            throw LockedOffice.problem(password).because(e, name);
        }
    }

    private static Layout of(PDDocument document) throws IOException {
        Letters letters = new Letters();
        letters.writeText(document, Writer.nullWriter());
        List<Line> lines = withoutRunningHeads(
                lines(letters.pieces, letters.spaced()), letters.sheets, document.getNumberOfPages());
        lines.removeIf(l -> l.folded().isEmpty());
        return text(lines, letters.sheets, document.getNumberOfPages());
    }

    private static List<Line> withoutRunningHeads(List<Line> lines, List<Sheet> sheets, int pages) {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (Line line : lines) {
            if (atEdge(line, sheets)) {
                seen.computeIfAbsent(pattern(line), k -> new HashSet<>()).add(line.page);
            }
        }
        List<Line> kept = new ArrayList<>();
        for (Line line : lines) {
            boolean edge = atEdge(line, sheets);
            int on = edge ? seen.getOrDefault(pattern(line), Set.of()).size() : 0;
            boolean running = edge
                    && ((on >= 3 && on * 2 >= pages)
                            || (pages > 1
                                    && on > 1
                                    && PAGE_NUMBER.matcher(line.folded()).matches()));
            if (!running) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean atEdge(Line line, List<Sheet> sheets) {
        double height = sheets.get(line.page - 1).across();
        return line.y < 0.09 * height || line.y > 0.91 * height;
    }

    private static String pattern(Line line) {
        return line.folded().replaceAll("\\d+", "#") + "@" + Math.round(line.y / 4);
    }

    private static Layout text(List<Line> lines, List<Sheet> sheets, int pages) {
        Known words = words(lines);
        double common = commonSize(lines);
        double margin = lines.stream().mapToDouble(l -> l.right).max().orElse(0);
        PageText.Builder page = new PageText.Builder();
        Layout.Builder layout = new Layout.Builder(page);
        List<Line> block = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!block.isEmpty() && !goesOn(block, line, lines, i, margin)) {
                flush(page, layout, block, words, common, sheets);
            }
            block.add(line);
        }
        flush(page, layout, block, words, common, sheets);
        return layout.layout(OptionalInt.of(pages));
    }

    private static boolean goesOn(List<Line> block, Line next, List<Line> lines, int at, double margin) {
        Line last = block.getLast();
        String words = next.folded();
        boolean sameSize = Math.abs(last.size - next.size) < 0.1 * Math.max(last.size, next.size);
        // a smaller or raised piece on the same line, or the rest of a line that a wide blank parts
        if (last.page == next.page && Math.abs(last.y - next.y) < 0.3 * last.size) {
            return false;
        }
        if (!sameSize || bulleted(next)) {
            return false;
        }
        String said = last.folded();
        boolean capital = !words.isEmpty() && Character.isUpperCase(words.charAt(0));
        if ((capital && LISTED.matcher(said).find()) || (said.endsWith(".") && PageText.Builder.marked(words))) {
            return false;
        }
        if (last.page != next.page) {
            boolean room = last.right + next.firstWord() <= margin - BLANK * last.size;
            return next.page == last.page + 1 && !ended(said) && (small(words) || !room);
        }
        boolean nextColumn = next.y < block.getFirst().y - last.size && next.left > last.right;
        if (nextColumn) {
            return !ended(said) && small(words);
        }
        double down = next.y - last.y;
        double pitch = block.size() > 1 && block.get(block.size() - 2).page == last.page
                ? (last.y - block.get(block.size() - 2).y) * LOOSE
                : last.size * USUAL_PITCH * LOOSE;
        boolean below = down > 0
                && down <= Math.min(pitch, last.size * 2.2)
                && next.left < last.right
                && last.left < next.right + last.size * 0.5;
        if (!below) {
            return false;
        }
        double right = blockRight(block, lines, at);
        return last.right + next.firstWord() > right - BLANK * last.size;
    }

    private static boolean ended(String line) {
        return line.matches("(?s).*[.!?:;][\"')\\]]*");
    }

    /** Whether words are no beginning of a sentence. */
    private static boolean small(String words) {
        return !words.isEmpty() && (Character.isLowerCase(words.charAt(0)) || "(,".indexOf(words.charAt(0)) >= 0);
    }

    /** How far to the right the lines reach that may belong to one paragraph. */
    private static double blockRight(List<Line> block, List<Line> lines, int at) {
        double right = block.stream().mapToDouble(l -> l.right).max().orElse(0);
        Line before = block.getLast();
        for (int i = at; i < lines.size(); i++) {
            Line line = lines.get(i);
            double down = line.y - before.y;
            if (line.page != before.page
                    || down <= 0
                    || down > before.size * USUAL_PITCH * LOOSE
                    || Math.abs(line.size - before.size) > 0.1 * before.size
                    || Math.abs(line.left - block.getLast().left) > before.size * 4) {
                break;
            }
            right = Math.max(right, line.right);
            before = line;
        }
        return right;
    }

    private static boolean bulleted(Line line) {
        return line.text().strip().matches("(?s)[\\u2022\\u25CF\\u25E6\\u25AA\\u25CB\\uF0B7].*");
    }

    private static void flush(
            PageText.Builder page,
            Layout.Builder layout,
            List<Line> block,
            Known words,
            double common,
            List<Sheet> sheets) {
        if (block.isEmpty()) {
            return;
        }
        String text = joined(block, words);
        boolean large = block.getFirst().size > common * 1.1 && text.length() < 200;
        if (large) {
            page.heading(text);
        } else {
            page.block(Unit.Kind.PARAGRAPH, text);
        }
        // it is asked later too, when the block has become another
        List<Line> lines = List.copyOf(block);
        layout.block(text, (from, to) -> rectangles(lines, sheets, from, to));
        block.clear();
    }

    /**
     * Where some letters and digits of a block stand, one rectangle a line, with the signs that touch them: only
     * letters and digits are counted.
     */
    private static List<Rectangle> rectangles(List<Line> block, List<Sheet> sheets, int from, int to) {
        List<Rectangle> all = new ArrayList<>();
        int at = 0;
        for (Line line : block) {
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            double sign = Double.MAX_VALUE;
            boolean touches = false;
            for (int i = 0; i < line.text.length(); ) {
                int code = line.text.codePointAt(i);
                int letters = Layout.letters(Character.toString(code));
                if (letters > 0) {
                    touches = at + letters > from && at < to;
                    left = touches ? Math.min(left, Math.min(sign, line.edges.left(i))) : left;
                    sign = Double.MAX_VALUE;
                } else if (Character.isWhitespace(code) || Character.isSpaceChar(code)) {
                    touches = false;
                    sign = Double.MAX_VALUE;
                } else {
                    sign = Math.min(sign, line.edges.left(i));
                }
                right = touches ? Math.max(right, line.edges.right(i)) : right;
                at += letters;
                i += Character.charCount(code);
            }
            if (left < right) {
                all.add(sheets.get(line.page - 1)
                        .shown(line.page, left, line.y - ASCENT * line.size, right - left, line.size));
            }
        }
        return all;
    }

    /** The lines as one text; a hyphen at the end of a line goes where the word stands without it elsewhere. */
    private static String joined(List<Line> block, Known words) {
        StringBuilder text = new StringBuilder();
        for (Line line : block) {
            String folded = line.folded();
            Matcher parted = PARTED.matcher(text.substring(Math.max(0, text.length() - LONGEST_WORD)));
            boolean word = !folded.isEmpty() && Character.isLetter(folded.charAt(0));
            if (word && parted.find() && text.charAt(text.length() - 1) == '-') {
                String first = parted.group(1);
                String second = folded.split("[^\\p{L}]", 2)[0];
                // an address has hyphens of its own
                boolean address = text.substring(text.lastIndexOf(" ") + 1).matches(".*[/@:].*");
                boolean keeps = address
                        || words.all().contains(first + "-" + second)
                        || (!words.all().contains(first + second)
                                && (!words.parted() || !Character.isLowerCase(second.charAt(0))));
                if (!keeps) {
                    text.setLength(text.length() - 1);
                }
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != '/' && !numbered(text, folded)) {
                text.append(' ');
            }
            text.append(folded);
        }
        return text.toString();
    }

    /** Whether a name is parted before its number, as {@code eu-west-} and {@code 1}. */
    private static boolean numbered(CharSequence text, String next) {
        int end = text.length() - 1;
        return end > 0
                && text.charAt(end) == '-'
                && Character.isLetterOrDigit(text.charAt(end - 1))
                && !next.isEmpty()
                && Character.isDigit(next.charAt(0));
    }

    /**
     * The words of a document, but for those at the end of a line with a hyphen.
     *
     * @param parted whether the document parts words at the end of a line: some stand elsewhere without the hyphen, and
     *     more than stand elsewhere with it
     */
    private record Known(Set<String> all, boolean parted) {}

    private static Known words(List<Line> lines) {
        Set<String> words = new HashSet<>();
        List<String> ends = new ArrayList<>();
        for (int l = 0; l < lines.size(); l++) {
            String[] parts = lines.get(l).folded().split(" ", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i < parts.length - 1 || !parts[i].endsWith("-")) {
                    words.add(bare(parts[i]));
                } else if (l + 1 < lines.size()) {
                    ends.add(parts[i] + bare(lines.get(l + 1).folded().split(" ", 2)[0]));
                }
            }
        }
        long hyphenated = ends.stream().filter(words::contains).count();
        long joined =
                ends.stream().filter(e -> words.contains(e.replace("-", ""))).count();
        return new Known(words, joined > hyphenated);
    }

    private static String bare(String word) {
        return word.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static double commonSize(List<Line> lines) {
        Map<Double, Integer> letters = new HashMap<>();
        lines.forEach(l -> letters.merge(Math.round(l.size * 2) / 2.0, l.text.length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
    }
}
