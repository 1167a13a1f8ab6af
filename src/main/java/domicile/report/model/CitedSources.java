package domicile.report.model;

import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.SourceRow;
import domicile.residency.Citation;
import domicile.residency.Register;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects what is cited while a report is put together, and lists it in the end. */
final class CitedSources {
    private final Register register;
    private final Texts texts;
    private final CitedQuotes quotes;
    private final Map<Integer, SortedSet<LocalDate>> reads = new TreeMap<>();

    CitedSources(Register register, Texts texts, CitedQuotes quotes) {
        this.register = register;
        this.texts = texts;
        this.quotes = quotes;
    }

    /** Links to the sources of these citations, by number, each once. */
    List<Cite> cite(Collection<Citation> citations) {
        Map<Integer, Cite> bySource = new TreeMap<>();
        citations.forEach(c -> {
            Cite cite = cite(c);
            bySource.putIfAbsent(c.source(), cite);
        });
        return List.copyOf(bySource.values());
    }

    /** A link to the source of this citation. */
    Cite cite(Citation citation) {
        reads.computeIfAbsent(citation.source(), n -> new TreeSet<>()).add(citation.read());
        quotes.cite(citation);
        Optional<Source> source = register.source(citation.source());
        String label = "[" + citation.source() + (source.map(Source::secondHand).orElse(false) ? "†" : "") + "]";
        String title = texts.get(
                "cite.title",
                Integer.toString(citation.source()),
                source.map(s -> CleanText.cut(CleanText.of(s.publisher() + ", " + s.title()), 200))
                        .orElse(texts.get("source.unknown")),
                texts.date(citation.read()));
        return new Cite(label, anchor(citation.source()), title);
    }

    /** Every source that was cited, by number. */
    List<SourceRow> rows() {
        return reads.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList();
    }

    private SourceRow row(int number, SortedSet<LocalDate> read) {
        String dates = read.stream().map(texts::date).collect(Collectors.joining("; "));
        return register.source(number)
                .map(s -> new SourceRow(
                        number,
                        anchor(number),
                        CleanText.of(s.publisher()),
                        CleanText.of(s.title()),
                        CleanText.of(s.states()),
                        CleanText.of(s.url()),
                        web(s.url()),
                        s.secondHand(),
                        texts.of(s.kind()),
                        dates,
                        read.last(),
                        quotes.rows(number)))
                .orElseGet(() -> new SourceRow(
                        number,
                        anchor(number),
                        texts.get("source.unknown"),
                        "",
                        "",
                        "",
                        false,
                        false,
                        texts.get("source.unknownKind"),
                        dates,
                        read.last(),
                        quotes.rows(number)));
    }

    private static String anchor(int number) {
        return "s" + number;
    }

    /** Whether an address may become a link: a web address without anything that has to be written out. */
    private static boolean web(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("https://") || lower.startsWith("http://"))
                && url.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '<' && c != '>');
    }
}
