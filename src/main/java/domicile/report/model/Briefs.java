package domicile.report.model;

import domicile.assessment.FailureFinding;
import domicile.assessment.Finding;
import domicile.assessment.Sentence;
import java.util.Optional;

/**
 * The short sentences of page one. A report has one for what is said most; what else decides a requirement has the one
 * of its status. None has anything in it that somebody wrote, so that each is as short as it reads here.
 */
final class Briefs {
    private static final String KEY = "brief.";

    private final Texts texts;

    Briefs(Texts texts) {
        this.texts = texts;
    }

    /** What decides a requirement that is not met. */
    String of(Finding finding) {
        String name = texts.requirement(finding.requirement());
        return said(finding.reason(), name)
                .or(() -> texts.find(KEY + finding.requirement() + "." + finding.status(), name))
                .orElseGet(() -> texts.get(KEY + "attestation." + finding.status(), name));
    }

    /** Why a failure mode is in its state. */
    String of(FailureFinding finding) {
        return said(finding.reason(), "").orElseGet(() -> texts.say(finding.reason()));
    }

    /** The short form of a sentence, or of the one that it adds something to. */
    private Optional<String> said(Sentence sentence, String requirement) {
        Optional<String> own = texts.find(KEY + sentence.key(), requirement);
        return own.isPresent() || sentence.args().isEmpty() || !(sentence.args().getFirst() instanceof Sentence first)
                ? own
                : said(first, requirement);
    }
}
