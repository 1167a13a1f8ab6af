package domicile.report;

import java.util.List;

/**
 * What a review meeting decided, in words of one language, ready to be laid out: a page of its own. Texts are made safe to show here
 * and escaped by the renderer.
 *
 * @param lang BCP 47 tag for the document
 * @param about when, how long and who, a line each
 */
public record Minutes(String lang, String title, List<String> about, List<Part> parts) {

    public Minutes {
        title = CleanText.of(title);
        about = about.stream().map(CleanText::of).toList();
        parts = List.copyOf(parts);
    }

    /**
     * A table under a heading.
     *
     * @param columns what stands over each column
     */
    public record Part(String heading, List<String> columns, List<List<String>> rows) {
        public Part {
            heading = CleanText.of(heading);
            columns = columns.stream().map(CleanText::of).toList();
            rows = rows.stream()
                    .map(row -> row.stream().map(CleanText::of).toList())
                    .toList();
        }
    }

    /** The minutes as one HTML file that opens without a network. */
    public String html() {
        return HtmlReport.minutes(this);
    }
}
