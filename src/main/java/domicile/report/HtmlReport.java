package domicile.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * The report as one HTML file that is also well-formed XML: stylesheet and fonts inside, no script, and a content
 * security policy that lets nothing else in.
 */
public final class HtmlReport {
    private static final TemplateEngine TEMPLATES = engine();

    private HtmlReport() {}

    /** Renders the report; the same model gives the same text. */
    public static String render(ReportModel model) {
        return render(model, Reports.Kind.DILIGENCE);
    }

    /** Renders a kind of report. */
    static String render(ReportModel model, Reports.Kind kind) {
        String css = css();
        String policy = policy(css, model.enclosed().letterhead().logo().isPresent());
        return page("html.jte", Map.of("r", model, "front", PageOne.SCREEN, "kind", kind, "css", css, "csp", policy));
    }

    /** The minutes of a meeting in the report's dress. */
    static String minutes(MinutesTexts.Section minutes, String lang) {
        String css = css();
        return page("minutes.jte", Map.of("m", minutes, "lang", lang, "css", css, "csp", policy(css, false)));
    }

    private static String css() {
        return Assets.text("report.css")
                .replace("@regular@", base64("fonts/IBMPlexSans-Regular-Latin1.woff2"))
                .replace("@semibold@", base64("fonts/IBMPlexSans-SemiBold-Latin1.woff2"));
    }

    private static String policy(String css, boolean image) {
        return "default-src 'none'; style-src 'sha256-" + sha256(css) + "'; font-src data:;"
                + (image ? " img-src data:;" : "") + " base-uri 'none'; form-action 'none'";
    }

    static String page(String template, Map<String, Object> params) {
        StringOutput output = new StringOutput(1 << 16);
        TEMPLATES.render(template, params, output);
        return output.toString();
    }

    private static TemplateEngine engine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), "domicile.report.template");
        engine.setTrimControlStructures(true);
        return engine;
    }

    private static String base64(String asset) {
        return Base64.getEncoder().encodeToString(Assets.bytes(asset));
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String sha256Hex(String text) {
        return sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
