package domicile.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.residency.Evidence;
import domicile.scan.ScannedProject;
import domicile.scan.Trees;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorWorkbook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All that is kept of an assessment is there again after it was saved. */
class DossierTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final ScannedProject PROJECT = Trees.project("terraform-by-environment");
    private static final Questionnaire Q = Questionnaire.shipped();

    @Test
    void whatIsSavedReadsBackEqual() {
        Seeds.forAll(200, random -> {
            Dossier dossier = dossier(random);
            assertThat(DossierJson.read("saved", DossierJson.write(dossier), Fixture.AREAS))
                    .isEqualTo(dossier);
        });
    }

    private static Dossier dossier(Random random) {
        return new Dossier(
                answers(random),
                meeting(random),
                Seeds.list(random, 2, () -> accepted(random)),
                Seeds.maybe(random, () -> day(random)),
                Seeds.maybe(random, () -> review(random)),
                map(random, List.of("action-what", "parking-what"), () -> words(random)),
                Seeds.any(random, "1", "2"),
                Seeds.maybe(random, () -> Seeds.any(random, "1", "2")),
                Seeds.maybe(random, () -> PROJECT),
                Seeds.list(random, 2, () -> workbook(random)));
    }

    private static <T> Map<String, T> map(Random random, List<String> keys, Supplier<T> value) {
        return Seeds.some(random, keys).stream().collect(Collectors.toMap(k -> k, k -> value.get()));
    }

    private static String words(Random random) {
        return Seeds.any(random, "", "Ünïcode <b>\"\\", "two\nlines\tand a tab", "日本\u2028", "plain");
    }

    private static LocalDate day(Random random) {
        return DAY.plusDays(Seeds.between(random, -400, 400));
    }

    private static Answers answers(Random random) {
        List<String> ids = List.of("name", "data", "inference", "noSuchQuestion");
        return new Answers(
                map(random, ids, () -> answer(random)),
                map(
                        random,
                        ids,
                        () -> new AnswerNote(words(random), words(random), Seeds.list(random, 2, () -> words(random)))),
                Seeds.list(random, 2, () -> document(random)));
    }

    private static Answer answer(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Answer.Given(Seeds.list(random, 3, () -> words(random)));
            case 1 -> new Answer.Unknown();
            default -> new Answer.NotApplicable(words(random));
        };
    }

    private static Evidence document(Random random) {
        String name = words(random);
        return new Evidence(
                "alpha-direct",
                Seeds.any(random, Evidence.Kind.values()),
                day(random),
                Seeds.some(random, Fixture.CODES).stream()
                        .limit(2)
                        .map(Fixture::place)
                        .toList(),
                name,
                name);
    }

    private static KeptWorkbook workbook(Random random) {
        return new KeptWorkbook(
                "alpha-direct",
                day(random),
                new VendorWorkbook(
                        "answers.csv",
                        "0a".repeat(32),
                        Map.of("CAIQ", words(random)),
                        Seeds.list(
                                random,
                                3,
                                () -> new domicile.vendor.Answer(
                                        "CAIQ-4.1.0:DSP-19.1",
                                        Seeds.list(random, 2, () -> "STORAGE_LOCATION"),
                                        Seeds.any(random, domicile.vendor.Answer.Polarity.values()),
                                        new domicile.vendor.Answer.Words("CAIQ!C12", words(random)),
                                        Seeds.maybe(
                                                random, () -> new domicile.vendor.Answer.Words("D12", words(random))),
                                        Seeds.maybe(
                                                random, () -> new domicile.vendor.Answer.Words("E12", words(random))),
                                        random.nextBoolean())),
                        Seeds.list(random, 2, () -> words(random)),
                        Seeds.list(random, 2, () -> words(random)),
                        Seeds.list(
                                random,
                                2,
                                () -> new VendorWorkbook.NotUnderstood(
                                        "B2", Seeds.any(random, VendorWorkbook.Why.values()))),
                        Seeds.list(random, 2, () -> words(random))));
    }

    private static Meeting meeting(Random random) {
        return new Meeting(
                Seeds.maybe(random, () -> day(random)),
                Seeds.list(random, 2, () -> words(random)),
                Seeds.list(
                        random,
                        2,
                        () -> new Meeting.Decision(
                                Seeds.any(random, Meeting.Subject.values()),
                                Seeds.any(random, "data", "alpha-direct"),
                                Seeds.any(random, Meeting.Outcome.values()),
                                words(random))),
                Seeds.list(
                        random,
                        2,
                        () -> new Meeting.Action(
                                words(random),
                                words(random),
                                Seeds.maybe(random, () -> day(random)),
                                random.nextBoolean())),
                Seeds.list(random, 2, () -> words(random)),
                Seeds.between(random, 0, 100_000));
    }

    private static AcceptedRisk accepted(Random random) {
        return new AcceptedRisk(
                "alpha-direct",
                "RETENTION",
                words(random),
                words(random),
                day(random),
                day(random),
                Seeds.maybe(
                        random,
                        () -> new AcceptedRisk.Given("UNVERIFIED", "retention.unknown", Seeds.any(random, "1", "2"))));
    }

    private static Review review(Random random) {
        LocalDate day = day(random);
        return new Review(
                day,
                day,
                "sha256:1",
                Seeds.any(random, "1", "2"),
                answers(random),
                Map.of("alpha-direct", new Review.Outcome("CONDITIONAL", Map.of("DPA", "CONDITIONAL"))));
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
