package domicile.report.model;

import domicile.assessment.Advisable;
import domicile.assessment.DocumentNotCounted;
import domicile.problem.Sha256;
import domicile.residency.Evidence;
import domicile.residency.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What an assessment says beside its sentences, in words that reports, screens and the command line share. */
public final class AssessmentTexts {
    private final Texts texts;

    /** In a language; English for the root locale, which is the command line's. */
    public AssessmentTexts(Locale locale) {
        this(new Texts(locale));
    }

    AssessmentTexts(Texts texts) {
        this.texts = texts;
    }

    /** What had better be asked, as part of a sentence. */
    public String of(Advisable advisable) {
        return texts.word("advisable", advisable);
    }

    /** The sentence that says what was not asked although it is advisable. */
    public String notAsked(List<Advisable> advisable) {
        return texts.get("notAsked.line", advisable.stream().map(this::of).collect(Collectors.joining(", ")));
    }

    /** Why a document does not count, as a sentence. */
    public String of(DocumentNotCounted.Why why) {
        return texts.word("uncounted", why);
    }

    /** A document by its file's name and its kind. */
    public String of(Evidence document) {
        return file(document) + " (" + kind(document) + ")";
    }

    /** A document by its file's name and its kind, and that it was typed where no clause is shown. */
    public String marked(Evidence document) {
        return document.typed() ? of(document) + ", " + texts.get("evidence.typed") : of(document);
    }

    /** The same with its clause on its page, what limits that, and its file's hash. */
    public String withClause(Evidence document) {
        List<String> parts = new ArrayList<>(List.of(of(document), clause(document, Quote.MOST)));
        parts.addAll(hedges(document));
        Optional.of(document.passage().sha256())
                .filter(sha256 -> !sha256.isEmpty())
                .ifPresent(sha256 -> parts.add(Sha256.PREFIX + sha256));
        return String.join(", ", parts);
    }

    /** What limits a document's clause, each with its page. */
    List<String> hedges(Evidence document) {
        return document.passage().hedges().stream()
                .map(h -> texts.pair(texts.get("evidence.hedge"), quoted(h.quote(), h.page(), Quote.MOST)))
                .toList();
    }

    /** The words that it was read from with their page, or that none are shown. */
    String clause(Evidence document, int length) {
        return document.typed()
                ? texts.get("evidence.typed")
                : quoted(document.passage().quote(), document.passage().page(), length);
    }

    /** Words of a document between the language's marks, safe to show; what is longer than a length is cut. */
    private String quoted(String quote, OptionalInt page, int length) {
        String shown = CleanText.cut(CleanText.of(quote), length);
        return page.isPresent()
                ? texts.get("evidence.quoteOn", shown, page.getAsInt())
                : texts.get("evidence.quote", shown);
    }

    String file(Evidence document) {
        return document.document().isEmpty() ? texts.get("evidence.unnamed") : CleanText.of(document.document());
    }

    String kind(Evidence document) {
        return texts.of(document.kind());
    }
}
