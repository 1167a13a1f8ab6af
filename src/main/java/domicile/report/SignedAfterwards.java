package domicile.report;

import domicile.report.model.CleanText;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * What was appended to a file, when that is a signature and nothing else: the fields of signatures, the signatures, and
 * what proves their certificates. A field that is seen must lie where the page is empty.
 */
final class SignedAfterwards {
    private static final Set<COSName> OF_A_FIELD = names(
            "Type", "Subtype", "FT", "T", "TU", "Ff", "F", "Rect", "P", "V", "DV", "AP", "MK", "Kids", "Parent", "DA",
            "BS", "Border", "H", "Lock", "SV", "M", "NM");
    private static final Set<COSName> OF_THE_FORM = names("Fields", "SigFlags", "DR", "DA", "NeedAppearances");
    /** Of the catalogue; the first three are looked at, the others are never painted. */
    private static final Set<COSName> ADDED = names("AcroForm", "Perms", "Metadata", "DSS", "Extensions", "Version");

    private static final Set<COSName> OF_THE_PERMISSIONS = names("DocMDP");
    private static final Set<COSName> SAVED = names("ModDate", "Producer");
    private static final COSName ANNOTS = COSName.ANNOTS;
    private static final int HIDDEN = 2;
    private static final float DOTS_A_POINT = 2;

    private final byte[] bytes;
    private final int end;
    private final PDDocument before;
    private final PDDocument after;
    private final List<String> signatures = new ArrayList<>();
    private final Set<COSBase> widgets = Collections.newSetFromMap(new IdentityHashMap<>());

    private SignedAfterwards(byte[] bytes, int end, PDDocument before, PDDocument after) {
        this.bytes = bytes;
        this.end = end;
        this.before = before;
        this.after = after;
    }

    /**
     * The signatures, one sentence each; empty when anything else was appended.
     *
     * @param bytes the whole file
     * @param end where it ended before something was appended
     */
    static List<String> in(byte[] bytes, int end) {
        try (PDDocument before = WholeDocument.of(Arrays.copyOf(bytes, end));
                PDDocument after = WholeDocument.of(bytes)) {
            SignedAfterwards signed = new SignedAfterwards(bytes, end, before, after);
            return signed.alone() ? List.copyOf(signed.signatures) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean alone() throws IOException {
        COSDictionary was = before.getDocument().getTrailer();
        COSDictionary is = after.getDocument().getTrailer();
        return is.getItem(COSName.ENCRYPT) == null
                && endsAsAFile()
                && form()
                && permissions()
                && properties(was, is)
                && metadata()
                && new SameObjects(before, after)
                        .same(
                                before.getDocumentCatalog().getCOSObject(),
                                after.getDocumentCatalog().getCOSObject(),
                                ADDED)
                && pages();
    }

    private boolean endsAsAFile() {
        int last = SameFile.ends(bytes).max().orElse(0);
        for (int i = last; i < bytes.length; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                return false;
            }
        }
        return last > end;
    }

    private boolean form() {
        Optional<COSDictionary> form = dictionary(after.getDocumentCatalog().getCOSObject(), COSName.ACRO_FORM);
        return form.filter(f -> OF_THE_FORM.containsAll(SameObjects.keys(f)))
                        .filter(f -> SameObjects.in(f, COSName.NEED_APPEARANCES)
                                .map(n -> n == COSBoolean.FALSE)
                                .orElse(true))
                        .filter(f -> fields(f, COSName.FIELDS, false))
                        .isPresent()
                && !signatures.isEmpty();
    }

    private boolean fields(COSDictionary parent, COSName key, boolean below) {
        List<COSBase> fields = PdfParts.items(parent, key);
        return !fields.isEmpty() && fields.stream().allMatch(f -> f instanceof COSDictionary d && field(d, below));
    }

    private boolean field(COSDictionary field, boolean below) {
        if (!OF_A_FIELD.containsAll(SameObjects.keys(field))) {
            return false;
        }
        if (field.containsKey(COSName.SUBTYPE)) {
            if (!COSName.WIDGET.equals(field.getCOSName(COSName.SUBTYPE)) || !appearance(field)) {
                return false;
            }
            widgets.add(field);
        }
        if (below && !field.containsKey(COSName.FT)) {
            return !field.containsKey(COSName.KIDS);
        }
        return COSName.SIG.equals(field.getCOSName(COSName.FT))
                && dictionary(field, COSName.V).filter(this::signature).isPresent()
                && (!field.containsKey(COSName.KIDS) || !below && fields(field, COSName.KIDS, true));
    }

    /** One picture, whatever the mouse does. */
    private static boolean appearance(COSDictionary widget) {
        Optional<COSBase> looks = SameObjects.in(widget, COSName.AP);
        return looks.isEmpty()
                || looks.orElseThrow() instanceof COSDictionary ap
                        && Set.of(COSName.N).equals(SameObjects.keys(ap))
                        && SameObjects.in(ap, COSName.N).orElseThrow() instanceof COSStream;
    }

    /** It is over the file as it was, and over all that it says but itself. */
    private boolean signature(COSDictionary dictionary) {
        PDSignature signature = new PDSignature(dictionary);
        int[] range = signature.getByteRange();
        if (range == null || range.length != 4) {
            return false;
        }
        int from = range[1];
        int to = range[2];
        if (range[0] != 0
                || from < end
                || to <= from + 1
                || to > bytes.length
                || range[3] < 0
                || range[3] > bytes.length - to
                || bytes[from] != '<'
                || bytes[to - 1] != '>') {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            if (!HexFormat.isHexDigit(bytes[i])) {
                return false;
            }
        }
        byte[] contents = signature.getContents();
        String who = signer(contents)
                .or(() -> Optional.ofNullable(signature.getName()))
                .map(n -> CleanText.cut(CleanText.of(n), 200))
                .filter(n -> !n.isBlank())
                .orElse("somebody whom it does not name");
        String when = Optional.ofNullable(signature.getSignDate())
                .map(d -> " on " + day(d))
                .orElse("");
        signatures.add("signed afterwards by " + who + when + "; the signature itself is not checked");
        return true;
    }

    private static LocalDate day(Calendar moment) {
        return moment.toInstant().atZone(moment.getTimeZone().toZoneId()).toLocalDate();
    }

    /** The name in the certificate that is nobody's authority. */
    private static Optional<String> signer(byte[] contents) {
        try {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(contents));
            List<X509Certificate> certificates = all.stream()
                    .flatMap(c -> c instanceof X509Certificate x ? Stream.of(x) : Stream.empty())
                    .toList();
            Optional<X509Certificate> own = certificates.stream()
                    .filter(c -> c.getBasicConstraints() < 0)
                    .findFirst();
            return own.or(() -> certificates.stream().findFirst()).flatMap(SignedAfterwards::commonName);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(r -> r.getType().equalsIgnoreCase("CN"))
                            .map(r -> String.valueOf(r.getValue()))
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private boolean permissions() {
        return SameObjects.in(after.getDocumentCatalog().getCOSObject(), COSName.PERMS)
                .map(p -> p instanceof COSDictionary d && OF_THE_PERMISSIONS.containsAll(SameObjects.keys(d)))
                .orElse(true);
    }

    private boolean properties(COSDictionary was, COSDictionary is) {
        Optional<COSBase> before = SameObjects.in(was, COSName.INFO);
        Optional<COSBase> after = SameObjects.in(is, COSName.INFO);
        return before.isPresent() == after.isPresent()
                && (before.isEmpty()
                        || new SameObjects(this.before, this.after)
                                .same(before.orElseThrow(), after.orElseThrow(), SAVED));
    }

    private boolean metadata() {
        return MetadataWords.of(before).equals(MetadataWords.of(after));
    }

    private boolean pages() throws IOException {
        if (before.getNumberOfPages() != after.getNumberOfPages()) {
            return false;
        }
        SameObjects compared = new SameObjects(before, after);
        for (int i = 0; i < before.getNumberOfPages(); i++) {
            COSDictionary was = before.getPage(i).getCOSObject();
            COSDictionary is = after.getPage(i).getCOSObject();
            if (!compared.same(was, is, Set.of(ANNOTS)) || !annotations(compared, was, is, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean annotations(SameObjects compared, COSDictionary was, COSDictionary is, int page)
            throws IOException {
        List<COSBase> own = PdfParts.items(was, ANNOTS);
        List<COSBase> all = PdfParts.items(is, ANNOTS);
        if (all.size() < own.size()) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            boolean fine = i < own.size()
                    ? compared.same(own.get(i), all.get(i), Set.of())
                    : all.get(i) instanceof COSDictionary widget && widgets.contains(widget) && clear(widget, page);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    /** Whether a field hides nothing of a page: it is not seen, or the page is empty there. */
    private boolean clear(COSDictionary widget, int number) throws IOException {
        if (!(SameObjects.in(widget, COSName.RECT).orElse(widget) instanceof COSArray corners) || corners.size() != 4) {
            return false;
        }
        PDRectangle field = new PDRectangle(corners);
        if ((widget.getInt(COSName.F, 0) & HIDDEN) != 0 || field.getWidth() == 0 || field.getHeight() == 0) {
            return true;
        }
        PDPage page = before.getPage(number);
        PDRectangle box = page.getCropBox();
        BufferedImage picture = new PDFRenderer(before).renderImage(number, DOTS_A_POINT, ImageType.RGB);
        int left = dot(field.getLowerLeftX() - box.getLowerLeftX(), picture.getWidth());
        int right = dot(field.getUpperRightX() - box.getLowerLeftX() + 1, picture.getWidth());
        int top = dot(box.getUpperRightY() - field.getUpperRightY(), picture.getHeight());
        int bottom = dot(box.getUpperRightY() - field.getLowerLeftY() + 1, picture.getHeight());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (picture.getRGB(x, y) != Color.WHITE.getRGB()) {
                    return false;
                }
            }
        }
        signatures.add("page " + (number + 1) + " shows the field of a signature; what that shows is not the report's");
        return true;
    }

    private static int dot(float points, int most) {
        return (int) Math.clamp(Math.floor(points * DOTS_A_POINT), 0, most);
    }

    private static Optional<COSDictionary> dictionary(COSDictionary parent, COSName key) {
        return SameObjects.in(parent, key)
                .flatMap(v -> v instanceof COSDictionary d ? Optional.of(d) : Optional.empty());
    }

    private static Set<COSName> names(String... names) {
        return Set.copyOf(Stream.of(names).map(COSName::getPDFName).toList());
    }
}
