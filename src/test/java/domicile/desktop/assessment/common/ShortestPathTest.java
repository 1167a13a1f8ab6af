package domicile.desktop.assessment.common;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Assessor;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.list.AssessmentList;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.Question;
import domicile.questionnaire.Questionnaire;
import domicile.register.Pack;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long the shortest way to verdicts that are not provisional is, from nothing and from each template: screens,
 * clicks and words to read. A template that is not much shorter than nothing is none.
 */
class ShortestPathTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(DAY);
    // the button and the menu's item that start it, and the one that shows the findings
    private static final int CLICKS_AROUND = 3;

    private record Way(int screens, int clicks, int words) {}

    @Test
    void aTemplateIsMuchShorterThanNothing() {
        AssessmentFactory starts = new AssessmentFactory(Q, REGISTER, "not asked");
        Way blank = way(Dossier.begun(Assessor.RULES_VERSION));
        print("blank", blank);
        for (String name : AssessmentList.TEMPLATES) {
            Way way = way(starts.template(name));
            print(name, way);
            assertThat(way.screens()).as(name).isLessThanOrEqualTo(blank.screens() * 2 / 3);
            assertThat(way.words()).as(name).isLessThanOrEqualTo(blank.words() * 2 / 3);
        }
    }

    private static void print(String name, Way way) {
        System.out.printf(
                Locale.ROOT, "%s: %d screens, %d clicks, %d words%n", name, way.screens(), way.clicks(), way.words());
    }

    private static Way way(Dossier start) {
        AssessmentViewModel m =
                new AssessmentViewModel(UUID.randomUUID(), Q, REGISTER, DAY, "Untitled", start, saved -> {});
        int screens = 0;
        int clicks = CLICKS_AROUND;
        int words = 0;
        do {
            Question q = m.currentProperty().get();
            screens++;
            words += words(q);
            clicks += clicks(q) + 1;
            m.answer(shortest(q));
        } while (m.nextOpen());
        assertThat(m.assessmentProperty().get().workload().undecided()).isEmpty();
        return new Way(screens, clicks, words);
    }

    /** What is asked for the least with, as somebody would who has no such policy. */
    private static Answer shortest(Question q) {
        return switch (q.type()) {
            case TEXT, WORDS -> new Answer.Given(List.of("claims"));
            case DATE -> new Answer.Given(List.of("2026-07-01"));
            case NUMBER -> new Answer.Given(List.of("30"));
            case YES_NO -> new Answer.Given(List.of("NO"));
            case CHOICE, MULTI ->
                new Answer.Given(List.of(q.options().getFirst().value()));
            case AREA -> new Answer.Given(List.of("EU"));
            case OFFERINGS -> new Answer.Given(List.of("aws-bedrock"));
        };
    }

    /** A field has the keyboard focus already; everything else takes a click. */
    private static int clicks(Question q) {
        return switch (q.type()) {
            case TEXT, WORDS, NUMBER, DATE -> 0;
            case YES_NO, CHOICE, MULTI, AREA, OFFERINGS -> 1;
        };
    }

    private static int words(Question q) {
        StringBuilder said = new StringBuilder(q.title().in(Locale.ENGLISH));
        said.append(' ').append(q.help().in(Locale.ENGLISH));
        said.append(' ').append(q.why().in(Locale.ENGLISH));
        q.options().forEach(o -> said.append(' ').append(o.label().in(Locale.ENGLISH)));
        return said.toString().strip().split("\\s+").length;
    }
}
