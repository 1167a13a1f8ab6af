package domicile.report;

import domicile.report.model.CleanText;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** What parts of a PDF document are called when somebody is told of them. */
final class PdfParts {
    private PdfParts() {}

    /** What stands under a key of a catalogue, of its names or of a page, or what an action does. */
    static String of(COSName key) {
        return switch (key.getName()) {
            case "OpenAction" -> "an action that runs when it is opened";
            case "AA" -> "an action that runs by itself";
            case "JavaScript", "JS" -> "a script";
            case "AcroForm" -> "a form";
            case "OCProperties" -> "layers that can be hidden";
            case "Collection" -> "a portfolio";
            case "EmbeddedFiles", "AF" -> "the attachments";
            case "Metadata" -> "the metadata";
            case "StructTreeRoot", "MarkInfo" -> "the tags that a screen reader follows";
            case "Outlines" -> "the bookmarks";
            case "OutputIntents" -> "the colours";
            case "Resources" -> "its fonts or pictures";
            case "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit" ->
                "its box (" + key.getName() + ")";
            default -> "what stands under " + quoted(key);
        };
    }

    static String annotation(COSBase annotation) {
        return annotation instanceof COSDictionary d && d.getCOSName(COSName.SUBTYPE) instanceof COSName subtype
                ? "an annotation (" + quoted(subtype) + ")"
                : "an annotation";
    }

    private static String quoted(COSName name) {
        return CleanText.cut(CleanText.of(name.getName()), 40);
    }

    static List<Float> corners(PDRectangle box) {
        return List.of(box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY());
    }

    /** The items of a list under a key; none where there is no list. */
    static List<COSBase> items(COSDictionary dictionary, COSName key) {
        List<COSBase> items = new ArrayList<>();
        if (SameObjects.in(dictionary, key).orElse(dictionary) instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                items.add(SameObjects.at(array, i));
            }
        }
        return items;
    }
}
