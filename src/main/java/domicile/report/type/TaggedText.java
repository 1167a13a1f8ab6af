package domicile.report.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Says of tagged pieces of text in a page how they read, where that is not what their glyphs show. */
final class TaggedText {
    private final PDPage page;
    private final Function<String, Optional<String>> reads;
    private final StringBuilder shown = new StringBuilder();
    private Optional<COSDictionary> piece = Optional.empty();
    private Optional<PDFont> font = Optional.empty();
    private boolean changed;

    private TaggedText(PDPage page, Function<String, Optional<String>> reads) {
        this.page = page;
        this.reads = reads;
    }

    /**
     * Goes through every piece of every page.
     *
     * @param reads how what is shown reads, when it reads otherwise
     */
    static void tell(PDDocument document, Function<String, Optional<String>> reads) throws IOException {
        for (PDPage page : document.getPages()) {
            new TaggedText(page, reads).tell(document);
        }
    }

    private void tell(PDDocument document) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator) {
                follow(operator.getName(), tokens, i);
            }
        }
        if (changed) {
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(tokens);
            }
            page.setContents(stream);
        }
    }

    private void follow(String operator, List<Object> tokens, int at) throws IOException {
        switch (operator) {
            case OperatorName.BEGIN_MARKED_CONTENT_SEQ -> {
                piece = tokens.get(at - 1) instanceof COSDictionary d ? Optional.of(d) : Optional.empty();
                shown.setLength(0);
            }
            case OperatorName.SET_FONT_AND_SIZE -> {
                COSName name = (COSName) tokens.get(at - 2);
                font = Optional.ofNullable(page.getResources().getFont(name));
            }
            case OperatorName.SHOW_TEXT, OperatorName.SHOW_TEXT_ADJUSTED -> show((COSBase) tokens.get(at - 1));
            case OperatorName.END_MARKED_CONTENT -> {
                Optional<String> other = reads.apply(shown.toString());
                if (piece.isPresent() && other.isPresent()) {
                    piece.orElseThrow().setString(COSName.ACTUAL_TEXT, other.orElseThrow());
                    changed = true;
                }
                piece = Optional.empty();
            }
            default -> {
                // draws nothing that reads
            }
        }
    }

    private void show(COSBase text) throws IOException {
        if (text instanceof COSArray parts) {
            for (COSBase part : parts) {
                show(part);
            }
        } else if (text instanceof COSString codes && font.isPresent()) {
            InputStream in = new ByteArrayInputStream(codes.getBytes());
            while (in.available() > 0) {
                String letters = font.orElseThrow().toUnicode(font.orElseThrow().readCode(in));
                shown.append(letters == null ? "" : letters);
            }
        }
    }
}
