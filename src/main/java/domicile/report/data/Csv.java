package domicile.report.data;

import domicile.report.model.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula is led by an apostrophe.
 *
 * @param separator what stands between cells; the same in every language
 */
public record Csv(char separator) {
    /** As the standard has it. */
    public static final Csv COMMAS = new Csv(',');

    private static final String QUOTED = "\"',;\t\r\n";

    /** Cells as a line with its end, made safe for spreadsheets. */
    public String line(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator))) + "\r\n";
    }

    /**
     * Lines as a file, which begins with a byte order mark: without one, spreadsheets guess how its letters are
     * written.
     */
    public static byte[] file(String lines) {
        return ('\uFEFF' + lines).getBytes(StandardCharsets.UTF_8);
    }

    private String cell(String raw) {
        String text = CleanText.of(raw);
        String safe = looksLikeFormula(text) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == separator || QUOTED.indexOf(c) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /** Whether a spreadsheet would take a text for a formula; the full-width signs count, as some fold them. */
    public static boolean looksLikeFormula(String text) {
        String lead = text.stripLeading();
        return !lead.isEmpty() && "=+-@＝＋－＠|%".indexOf(lead.charAt(0)) >= 0;
    }
}
