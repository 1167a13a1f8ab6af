package domicile.report.model;

import domicile.assessment.Advisable;
import domicile.assessment.DocumentNotCounted;
import domicile.residency.Evidence;
import java.util.List;
import java.util.Locale;
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

    String file(Evidence document) {
        return document.document().isEmpty() ? texts.get("evidence.unnamed") : CleanText.of(document.document());
    }

    String kind(Evidence document) {
        return texts.of(document.kind());
    }
}
