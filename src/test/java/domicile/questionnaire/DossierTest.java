package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** All that is kept of an assessment is there again after it was saved. */
class DossierTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final Questionnaire Q = Questionnaire.shipped();

    @Property(tries = 200)
    void whatIsSavedReadsBackEqual(@ForAll("dossiers") Dossier dossier) {
        assertThat(DossierJson.read("saved", DossierJson.write(dossier), Fixture.AREAS))
                .isEqualTo(dossier);
    }

    @Provide
    Arbitrary<Dossier> dossiers() {
        return Combinators.combine(
                        answers(),
                        meetings(),
                        accepted().list().ofMaxSize(2),
                        days().optional(),
                        reviews().optional(),
                        Arbitraries.maps(Arbitraries.of("action-what", "parking-what"), words())
                                .ofMaxSize(2),
                        Arbitraries.of("1", "2"),
                        Arbitraries.of("1", "2").optional())
                .as(Dossier::new);
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of("", "Ünïcode <b>\"\\", "two\nlines\tand a tab", "日本\u2028", "plain");
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-400, 400).map(DAY::plusDays);
    }

    private static Arbitrary<Answers> answers() {
        Arbitrary<Answer> answer = Arbitraries.oneOf(
                words().list().ofMaxSize(3).map(Answer.Given::new),
                Arbitraries.just(new Answer.Unknown()),
                words().map(Answer.NotApplicable::new));
        Arbitrary<Aside> aside = Combinators.combine(
                        words(), words(), words().list().ofMaxSize(2))
                .as(Aside::new);
        Arbitrary<String> id = Arbitraries.of("name", "data", "inference", "noSuchQuestion");
        Arbitrary<Evidence> document = Combinators.combine(
                        Arbitraries.of(Evidence.Kind.class),
                        days(),
                        Arbitraries.of(Fixture.CODES)
                                .map(Fixture::place)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2),
                        words())
                .as((kind, day, places, name) -> new Evidence("alpha-direct", kind, day, places, name, name));
        return Combinators.combine(
                        Arbitraries.maps(id, answer),
                        Arbitraries.maps(id, aside),
                        document.list().ofMaxSize(2))
                .as(Answers::new);
    }

    private static Arbitrary<Meeting> meetings() {
        Arbitrary<Meeting.Decision> decision = Combinators.combine(
                        Arbitraries.of(Meeting.Subject.class),
                        Arbitraries.of("data", "alpha-direct"),
                        Arbitraries.of(Meeting.Outcome.class),
                        words())
                .as(Meeting.Decision::new);
        Arbitrary<Meeting.Action> action = Combinators.combine(
                        words(), words(), days().optional(), Arbitraries.of(true, false))
                .as(Meeting.Action::new);
        return Combinators.combine(
                        days().optional(),
                        words().list().ofMaxSize(2),
                        decision.list().ofMaxSize(2),
                        action.list().ofMaxSize(2),
                        words().list().ofMaxSize(2),
                        Arbitraries.integers().between(0, 100_000))
                .as(Meeting::new);
    }

    private static Arbitrary<AcceptedRisk> accepted() {
        Arbitrary<AcceptedRisk.Given> given =
                Arbitraries.of("1", "2").map(rules -> new AcceptedRisk.Given("UNVERIFIED", "retention.unknown", rules));
        return Combinators.combine(words(), words(), days(), days(), given.optional())
                .as((who, why, from, until, of) ->
                        new AcceptedRisk("alpha-direct", "RETENTION", who, why, from, until, of));
    }

    private static Arbitrary<Review> reviews() {
        return Combinators.combine(days(), answers(), Arbitraries.of("1", "2"))
                .as((day, answers, rules) -> new Review(
                        day,
                        day,
                        "sha256:1",
                        rules,
                        answers,
                        Map.of("alpha-direct", new Review.Outcome("CONDITIONAL", Map.of("DPA", "CONDITIONAL")))));
    }

    @Test
    void anEarlierVersionKeptTheRemarkInsideTheAnswer() {
        Dossier old = DossierJson.read(
                "saved",
                "{\"schema\":\"domicile.answers/1\",\"answers\":{\"data\":{\"unknown\":true,\"note\":\"ask legal\"}},\"evidence\":[]}",
                Fixture.AREAS);
        assertThat(old.answers().to("data")).contains(new Answer.Unknown());
        assertThat(old.answers().aside("data").note()).isEqualTo("ask legal");
    }

    /** As 0.1 saved it. */
    @Test
    void whatWasSavedUnderTheFirstRulesIsReadAndIsOfThem() {
        Dossier old = DossierJson.read("saved", """
                {"schema": "domicile.answers/1", "answers": {}, "evidence": [
                   {"offering": "alpha-direct", "kind": "DPA_SIGNED", "date": "2026-06-01", "document": "dpa.pdf"}],
                 "accepted": [{"offering": "alpha-direct", "requirement": "DPA", "approver": "CISO", "reason": "pilot",
                               "acceptedOn": "2026-06-01", "until": "2026-12-31"}],
                 "reviewed": {"on": "2026-06-01", "registerAsOf": "2026-06-01", "registerHash": "sha256:1",
                              "answers": {}, "evidence": [],
                              "candidates": {"alpha-direct": {"verdict": "SUITABLE", "statuses": {"DPA": "MET"}}}}}
                """, Fixture.AREAS);
        assertThat(old.rules()).isEqualTo("1");
        assertThat(old.lastRules()).isEqualTo("1");
        assertThat(old.answers().evidence()).hasSize(1);
        assertThat(old.accepted().getFirst().standing(DAY, Optional.of("MET"), "2"))
                .isEqualTo(AcceptedRisk.Standing.TO_BE_CONFIRMED);
        assertThat(old.unseen("1")).isFalse();
        assertThat(old.unseen("2")).isTrue();
        assertThat(old.seen("2").unseen("2")).isFalse();
        assertThat(old.seen("2").unseen("3"))
                .as("the next rules are to be seen too")
                .isTrue();
        assertThat(DossierJson.read("saved", DossierJson.write(old.seen("2")), Fixture.AREAS))
                .isEqualTo(old.seen("2"));
    }

    @Test
    void aNewAssessmentHasNothingToTellOfEarlierRules() {
        assertThat(Dossier.begun("2").unseen("2")).isFalse();
        assertThat(Dossier.of(Answers.NONE, "1").copy("copy", Q, "2").unseen("2"))
                .isFalse();
    }

    /** Closing a review shows what changed since the last one. */
    @Test
    void whoClosesAReviewUnderTodaysRulesHasSeenThem() {
        Review today = new Review(DAY, DAY, "sha256:1", "2", Answers.NONE, Map.of());
        Dossier reviewed = Dossier.of(Answers.NONE, "1").reviewed(today, DAY.plusDays(1));
        assertThat(reviewed.unseen("2")).isFalse();
        assertThat(reviewed.rules()).isEqualTo("1");
    }

    @Test
    void anAcceptanceCountsUntilItsLastDayForTheFindingThatItWasGivenFor() {
        AcceptedRisk risk = new AcceptedRisk(
                "alpha-direct",
                "RETENTION",
                "CISO",
                "pilot",
                DAY,
                DAY.plusDays(30),
                Optional.of(new AcceptedRisk.Given("UNVERIFIED", "retention.unknown", "2")));
        Optional<String> same = Optional.of("UNVERIFIED");
        assertThat(risk.standing(DAY.minusDays(1), same, "2")).isEqualTo(AcceptedRisk.Standing.OVER);
        assertThat(risk.standing(DAY, same, "2")).isEqualTo(AcceptedRisk.Standing.COUNTS);
        assertThat(risk.standing(DAY.plusDays(30), same, "2")).isEqualTo(AcceptedRisk.Standing.COUNTS);
        assertThat(risk.standing(DAY.plusDays(31), same, "2")).isEqualTo(AcceptedRisk.Standing.OVER);
        assertThat(risk.standing(DAY, same, "3")).isEqualTo(AcceptedRisk.Standing.TO_BE_CONFIRMED);
        assertThat(risk.standing(DAY, Optional.of("NOT_MET"), "2")).isEqualTo(AcceptedRisk.Standing.TO_BE_CONFIRMED);
        assertThat(risk.standing(DAY, Optional.empty(), "2")).isEqualTo(AcceptedRisk.Standing.TO_BE_CONFIRMED);
        Dossier once = Dossier.begun("2").with(risk);
        assertThat(once.with(risk).accepted()).hasSize(1);
        assertThat(once.without("alpha-direct", "RETENTION").accepted()).isEmpty();
    }

    @Test
    void aCopyStartsWithTheAnswersAndWithoutTheMeeting() {
        Dossier first = Dossier.of(
                        Answers.NONE
                                .with("name", new Answer.Given(List.of("Claims")))
                                .with("dpa", new Answer.Given(List.of("YES"))),
                        "2")
                .with(Meeting.NONE.withAttendees(List.of("Ada")))
                .reviewOn(Optional.of(DAY));
        Dossier copy = first.copy("Claims (copy)", Q, "2");
        assertThat(copy.answers().values("name")).containsExactly("Claims (copy)");
        assertThat(copy.answers().values("dpa")).containsExactly("YES");
        assertThat(copy.meeting()).isEqualTo(Meeting.NONE);
        assertThat(copy.reviewOn()).isEmpty();
    }

    @Test
    void oneDecisionForEachSubject() {
        Meeting.Decision first =
                new Meeting.Decision(Meeting.Subject.QUESTION, "data", Meeting.Outcome.PUT_OFF, "legal is away");
        Meeting.Decision second = new Meeting.Decision(Meeting.Subject.QUESTION, "data", Meeting.Outcome.AGREED, "");
        Meeting.Decision other = new Meeting.Decision(Meeting.Subject.CANDIDATE, "data", Meeting.Outcome.REJECTED, "");
        Meeting meeting = Meeting.NONE.with(first).with(other).with(second);
        assertThat(meeting.decisions()).containsExactly(other, second);
        assertThat(meeting.without(Meeting.Subject.QUESTION, "data").decisions())
                .containsExactly(other);
    }
}
