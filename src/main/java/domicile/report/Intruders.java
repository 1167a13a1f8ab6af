package domicile.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * What lies in a document that no version puts into a report: scripts, actions, forms, layers, other annotations than
 * links, boxes that cut a page, and what is painted outside the tags or with fonts that the document does not carry.
 */
final class Intruders {
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ResetForm",
            "ImportData",
            "Rendition",
            "Movie",
            "Sound",
            "GoToR",
            "GoToE",
            "SetOCGState",
            "Hide",
            "Named",
            "Trans",
            "GoTo3DView",
            "RichMediaExecute",
            "Thread");
    private static final Set<String> LINKS = Set.of("URI", "GoTo");
    private static final Set<String> PAINT = Set.of(
            OperatorName.FILL_NON_ZERO,
            OperatorName.FILL_EVEN_ODD,
            OperatorName.LEGACY_FILL_NON_ZERO,
            OperatorName.FILL_NON_ZERO_AND_STROKE,
            OperatorName.FILL_EVEN_ODD_AND_STROKE,
            OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
            OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE,
            OperatorName.STROKE_PATH,
            OperatorName.CLOSE_AND_STROKE,
            OperatorName.SHADING_FILL,
            OperatorName.SHOW_TEXT,
            OperatorName.SHOW_TEXT_ADJUSTED,
            OperatorName.SHOW_TEXT_LINE,
            OperatorName.SHOW_TEXT_LINE_AND_SPACE,
            OperatorName.DRAW_OBJECT,
            OperatorName.BEGIN_INLINE_IMAGE);

    private final Set<String> found = new LinkedHashSet<>();

    private Intruders() {}

    /** One sentence for each kind and page. */
    static List<String> in(PDDocument document) {
        Intruders intruders = new Intruders();
        intruders.catalogue(document.getDocumentCatalog().getCOSObject());
        intruders.actions(document.getDocument().getTrailer());
        intruders.pages(document);
        return List.copyOf(intruders.found);
    }

    private void catalogue(COSDictionary catalogue) {
        for (String key : List.of("OpenAction", "AA", "AcroForm", "OCProperties", "Collection", "Requirements")) {
            if (SameObjects.in(catalogue, COSName.getPDFName(key)).isPresent()) {
                found.add(PdfParts.of(COSName.getPDFName(key)));
            }
        }
        if (SameObjects.in(catalogue, COSName.NAMES).orElse(catalogue) instanceof COSDictionary names) {
            for (COSName key : SameObjects.keys(names)) {
                if (!key.equals(COSName.EMBEDDED_FILES) && !key.equals(COSName.DESTS)) {
                    found.add(PdfParts.of(key));
                }
            }
        }
    }

    /** Everything that the document holds, whatever points to it. */
    private void actions(COSDictionary trailer) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(trailer));
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (seen.add(next)) {
                if (next instanceof COSDictionary dictionary) {
                    SameObjects.keys(dictionary)
                            .forEach(
                                    k -> open.push(SameObjects.in(dictionary, k).orElseThrow()));
                    action(dictionary);
                } else if (next instanceof COSArray array) {
                    for (int i = 0; i < array.size(); i++) {
                        open.push(SameObjects.at(array, i));
                    }
                }
            }
        }
    }

    private void action(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.JS)) {
            found.add(PdfParts.of(COSName.JAVA_SCRIPT));
        }
        boolean tag = dictionary.containsKey(COSName.P) && dictionary.containsKey(COSName.K);
        Optional.ofNullable(dictionary.getItem(COSName.S))
                .filter(s -> !tag && s instanceof COSName name && ACTIONS.contains(name.getName()))
                .ifPresent(s -> found.add(PdfParts.of((COSName) s)));
    }

    /** The corners of the same paper in landscape. */
    private static List<Float> turned(List<Float> corners) {
        return List.of(corners.get(1), corners.get(0), corners.get(3), corners.get(2));
    }

    private void pages(PDDocument document) {
        int number = 0;
        Optional<List<Float>> first = Optional.empty();
        for (PDPage page : document.getPages()) {
            number++;
            COSDictionary dictionary = page.getCOSObject();
            List<Float> box = PdfParts.corners(page.getMediaBox());
            // a matrix of many candidates lies on a page of the same paper, turned
            boolean paper =
                    first.map(f -> f.equals(box) || turned(f).equals(box)).orElse(true);
            if (!paper
                    || !box.equals(PdfParts.corners(page.getCropBox()))
                    || page.getRotation() != 0
                    || page.getUserUnit() != 1) {
                found.add("page " + number + ": a box that cuts, turns or enlarges it");
            }
            first = Optional.of(first.orElse(box));
            if (dictionary.containsKey(COSName.AA)) {
                found.add("page " + number + ": " + PdfParts.of(COSName.AA));
            }
            annotations(dictionary, number);
            content(page, number);
        }
    }

    private void annotations(COSDictionary page, int number) {
        for (COSBase one : PdfParts.items(page, COSName.ANNOTS)) {
            if (!(one instanceof COSDictionary annotation && link(annotation))) {
                found.add("page " + number + ": " + PdfParts.annotation(one));
            }
        }
    }

    private static boolean link(COSDictionary annotation) {
        return COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE))
                && !annotation.containsKey(COSName.AP)
                && !annotation.containsKey(COSName.AA)
                && SameObjects.in(annotation, COSName.A)
                        .map(a -> a instanceof COSDictionary d
                                && LINKS.contains(Optional.ofNullable(d.getNameAsString(COSName.S))
                                        .orElse(""))
                                && !d.containsKey(COSName.NEXT))
                        .orElse(true);
    }

    private void content(PDPage page, int number) {
        String here = "page " + number + ": ";
        if (!(SameObjects.in(page.getCOSObject(), COSName.CONTENTS).orElse(COSName.CONTENTS) instanceof COSStream)) {
            found.add(here + "content that was added to its own");
        }
        try {
            int tagged = 0;
            boolean stray = false;
            PDFStreamParser parser = new PDFStreamParser(page);
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                if (token instanceof Operator operator) {
                    switch (operator.getName()) {
                        case OperatorName.BEGIN_MARKED_CONTENT, OperatorName.BEGIN_MARKED_CONTENT_SEQ -> tagged++;
                        case OperatorName.END_MARKED_CONTENT -> tagged--;
                        default -> stray |= tagged < 1 && PAINT.contains(operator.getName());
                    }
                }
            }
            if (stray || tagged != 0) {
                found.add(here + "something is painted outside its tags");
            }
            if (!plain(page.getResources())) {
                found.add(here + "a font or a form that no report has");
            }
        } catch (IOException | RuntimeException e) {
            found.add(here + "its content cannot be read");
        }
    }

    /** Whether fonts are in the document, and only pictures are beside them. */
    private static boolean plain(PDResources resources) throws IOException {
        for (COSName name : resources.getXObjectNames()) {
            if (!resources.isImageXObject(name)) {
                return false;
            }
        }
        for (COSName name : resources.getFontNames()) {
            PDFont font = resources.getFont(name);
            if (font == null || !font.isEmbedded()) {
                return false;
            }
        }
        return !resources.getPatternNames().iterator().hasNext();
    }
}
