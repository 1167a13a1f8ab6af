package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.assessment.OfferingAssessment;
import domicile.problem.Sha256;
import domicile.report.model.ReportModel.QuoteRow;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Quote;
import domicile.residency.Register;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of pages that are cited: collected while a report is put together, and listed by source in the end. */
final class CitedQuotes {
    /** How much of a quote stands beside a finding, in characters; the list of sources has all of it. */
    static final int LONGEST = 300;

    private static final int LONGEST_ROW = 200;
    private static final int DIGITS = 12;

    private final Assessment assessment;
    private final Register register;
    private final Texts texts;
    private final FactTexts facts;
    private final Set<Citation> cited = new LinkedHashSet<>();

    CitedQuotes(Assessment assessment, Register register, Texts texts, FactTexts facts) {
        this.assessment = assessment;
        this.register = register;
        this.texts = texts;
        this.facts = facts;
    }

    void cite(Citation citation) {
        if (citation.quoted()) {
            cited.add(citation);
        }
    }

    /** A quote between the language's marks, safe to show; what is longer than a length is cut. */
    String said(Quote quote, int length) {
        return texts.get("evidence.quote", CleanText.cut(CleanText.of(quote.exact()), length));
    }

    /** The quotes of a source, each once, by the day on which its page was read and then by their words. */
    List<QuoteRow> rows(int source) {
        Map<Quote, Set<Citation>> byQuote = new LinkedHashMap<>();
        cited.stream()
                .filter(c -> c.source() == source)
                .sorted(Comparator.comparing(Citation::read)
                        .thenComparing(c -> c.quote().orElseThrow().exact())
                        .thenComparing(c -> c.quote().orElseThrow().row().orElse("")))
                .forEach(c -> byQuote.computeIfAbsent(c.quote().orElseThrow(), q -> new LinkedHashSet<>())
                        .add(c));
        return byQuote.entrySet().stream()
                .map(e -> row(source, e.getKey(), e.getValue()))
                .toList();
    }

    private QuoteRow row(int source, Quote quote, Set<Citation> citations) {
        Optional<Capture> capture = register.capture(source, quote);
        return new QuoteRow(
                said(quote, Quote.MOST),
                quote.row().map(row -> texts.get("quote.row", CleanText.cut(CleanText.of(row), LONGEST_ROW))),
                carries(citations),
                citations.stream().map(c -> texts.date(c.read())).collect(Collectors.joining("; ")),
                citations.stream()
                        .map(Citation::read)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                quote.hash(),
                quote.hash().substring(0, Sha256.PREFIX.length() + DIGITS) + "…",
                texts.get(
                        capture.map(c -> "quote.taken." + c.how()).orElse("quote.noCapture"),
                        capture.map(c -> texts.date(c.day())).orElse("")),
                capture);
    }

    /** What the words say of which offering: of the candidates, or else of whom they are cited for. */
    private String carries(Set<Citation> citations) {
        List<Offering> candidates = assessment.offerings().stream()
                .map(OfferingAssessment::offering)
                .flatMap(id -> register.offering(id).stream())
                .toList();
        Set<String> own = carried(candidates, citations);
        return String.join("; ", own.isEmpty() ? carried(register.offerings(), citations) : own);
    }

    private Set<String> carried(Collection<Offering> offerings, Set<Citation> citations) {
        Set<String> carried = new LinkedHashSet<>();
        for (Offering offering : offerings) {
            for (Fact<?> fact : offering.facts()) {
                if (fact.citations().stream().anyMatch(citations::contains)) {
                    carried.add(texts.pair(CleanText.of(offering.name()), facts.about(fact)));
                }
            }
        }
        return carried;
    }
}
