package domicile.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Where a report is not what is made anew, by the kind of the difference and its page. */
final class Differences {
    private static final List<COSName> BOXES = List.of(
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.BLEED_BOX,
            COSName.TRIM_BOX,
            COSName.ART_BOX,
            COSName.ROTATE,
            COSName.getPDFName("UserUnit"));
    /** Of a page, what is looked at for itself, and what leads back to the others. */
    private static final Set<COSName> BY_THEMSELVES =
            Set.of(COSName.PARENT, COSName.CONTENTS, COSName.RESOURCES, COSName.ANNOTS);

    private final PDDocument given;
    private final PDDocument made;
    private final SameObjects compared;
    private final Set<String> found = new LinkedHashSet<>();

    private Differences(PDDocument given, PDDocument made) {
        this.given = given;
        this.made = made;
        compared = new SameObjects(given, made);
    }

    /** One sentence each; none when only the way in which it is saved differs. */
    static List<String> between(PDDocument given, PDDocument made) {
        Differences differences = new Differences(given, made);
        differences.document();
        differences.pages();
        return List.copyOf(differences.found);
    }

    private void document() {
        COSDictionary mine = given.getDocumentCatalog().getCOSObject();
        COSDictionary its = made.getDocumentCatalog().getCOSObject();
        for (COSName key : both(mine, its)) {
            if (key.equals(COSName.NAMES)) {
                names(mine, its);
            } else if (!key.equals(COSName.PAGES) && !same(mine, its, key)) {
                found.add(told(mine, its, key));
            }
        }
        if (!same(given.getDocument().getTrailer(), made.getDocument().getTrailer(), COSName.INFO)) {
            found.add("other than it was made: the document's properties");
        }
    }

    private void names(COSDictionary mine, COSDictionary its) {
        if (SameObjects.in(mine, COSName.NAMES).orElse(COSName.NAMES) instanceof COSDictionary own
                && SameObjects.in(its, COSName.NAMES).orElse(COSName.NAMES) instanceof COSDictionary others) {
            for (COSName key : both(own, others)) {
                if (!same(own, others, key)) {
                    found.add(told(own, others, key));
                }
            }
        } else {
            found.add("other than they were made: " + PdfParts.of(COSName.EMBEDDED_FILES));
        }
    }

    private void pages() {
        if (given.getNumberOfPages() != made.getNumberOfPages()) {
            found.add("it has " + given.getNumberOfPages() + " pages, not " + made.getNumberOfPages());
        }
        for (int i = 0; i < Math.min(given.getNumberOfPages(), made.getNumberOfPages()); i++) {
            page(given.getPage(i), made.getPage(i), "page " + (i + 1) + ": ");
        }
    }

    private void page(PDPage given, PDPage made, String here) {
        COSDictionary mine = given.getCOSObject();
        COSDictionary its = made.getCOSObject();
        Set<COSName> keys = both(mine, its);
        keys.addAll(BOXES);
        for (COSName key : keys) {
            if (BOXES.contains(key)) {
                if (!compared.same(inherited(mine, key), inherited(its, key))) {
                    found.add(here + PdfParts.of(key) + " is another");
                }
            } else if (!BY_THEMSELVES.contains(key) && !same(mine, its, key)) {
                found.add(here + told(mine, its, key));
            }
        }
        if (!content(mine).equals(content(its))) {
            found.add(here + "its content was changed");
        }
        if (!compared.same(inherited(mine, COSName.RESOURCES), inherited(its, COSName.RESOURCES))) {
            found.add(here + PdfParts.of(COSName.RESOURCES) + " were changed");
        }
        annotations(PdfParts.items(mine, COSName.ANNOTS), PdfParts.items(its, COSName.ANNOTS), here);
    }

    private void annotations(List<COSBase> mine, List<COSBase> its, String here) {
        for (int i = 0; i < Math.max(mine.size(), its.size()); i++) {
            if (i >= its.size()) {
                found.add(here + "added: " + PdfParts.annotation(mine.get(i)));
            } else if (i >= mine.size()) {
                found.add(here + "gone: " + PdfParts.annotation(its.get(i)));
            } else if (!compared.same(mine.get(i), its.get(i), Set.of())) {
                found.add(here + "changed: " + PdfParts.annotation(mine.get(i)));
            }
        }
    }

    /** The bytes that a page paints, stream by stream, as text. */
    private static List<Optional<String>> content(COSDictionary page) {
        List<COSBase> streams = new ArrayList<>(PdfParts.items(page, COSName.CONTENTS));
        if (streams.isEmpty()) {
            SameObjects.in(page, COSName.CONTENTS).ifPresent(streams::add);
        }
        return streams.stream()
                .map(s -> s instanceof COSStream stream
                        ? SameObjects.bytes(stream).map(b -> new String(b, StandardCharsets.ISO_8859_1))
                        : Optional.<String>empty())
                .toList();
    }

    /** What a page has, or the part of the document that it belongs to. */
    private static Optional<COSBase> inherited(COSDictionary page, COSName key) {
        COSDictionary at = page;
        for (int above = 0; above < 100; above++) {
            Optional<COSBase> own = SameObjects.in(at, key);
            if (own.isPresent()) {
                return own;
            }
            if (!(SameObjects.in(at, COSName.PARENT).orElse(COSName.PARENT) instanceof COSDictionary parent)) {
                return Optional.empty();
            }
            at = parent;
        }
        return Optional.empty();
    }

    private boolean same(COSDictionary mine, COSDictionary its, COSName key) {
        return compared.same(SameObjects.in(mine, key), SameObjects.in(its, key));
    }

    private static String told(COSDictionary mine, COSDictionary its, COSName key) {
        if (SameObjects.in(its, key).isEmpty()) {
            return "added: " + PdfParts.of(key);
        }
        return (SameObjects.in(mine, key).isEmpty() ? "gone: " : "changed: ") + PdfParts.of(key);
    }

    private static Set<COSName> both(COSDictionary one, COSDictionary other) {
        Set<COSName> keys = new TreeSet<>(SameObjects.keys(one));
        keys.addAll(SameObjects.keys(other));
        return keys;
    }
}
