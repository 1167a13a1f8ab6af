package domicile.questionnaire;

import domicile.problem.SafeText;
import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers as a workload and back. Only questions that matter now count. What is unknown or was skipped asks for nothing
 * and is named as undecided, so that no verdict passes over it.
 */
public final class WorkloadOf {
    private static final String YES = "YES";
    private static final String NO = "NO";

    private WorkloadOf() {}

    /**
     * The workload that the answers make.
     *
     * @param name the name while that question has no answer
     * @param startsOn the first day while that question has no answer
     * @throws domicile.problem.ProblemException when an answer is none that its question can have
     */
    public static Workload answers(
            Questionnaire questionnaire, Answers answers, Areas areas, String name, LocalDate startsOn) {
        Map<Question.Feeds, List<String>> given = new EnumMap<>(Question.Feeds.class);
        for (Question question : questionnaire.visible(answers)) {
            question.feeds().ifPresent(f -> given.put(f, answers.values(question.id())));
        }
        Reading reading = new Reading(questionnaire, name, given);
        return new Workload(
                one(given, Question.Feeds.NAME).orElse(name),
                reading.one(Question.Feeds.STARTS_ON, LocalDate::parse).orElse(startsOn),
                reading.all(Question.Feeds.DATA_CATEGORIES, Workload.DataCategory::valueOf),
                all(given, Question.Feeds.MODEL_FAMILIES).toList(),
                area(given, Question.Feeds.INFERENCE, areas),
                area(given, Question.Feeds.STORAGE, areas),
                area(given, Question.Feeds.ENDPOINT_SERVICES, areas),
                reading.all(Question.Feeds.CERTIFICATIONS, Attestation.Kind::valueOf),
                reading.one(Question.Feeds.FEDRAMP_LEVEL, Attestation.FedRampLevel::valueOf),
                one(given, Question.Feeds.DPA_REQUIRED).filter(YES::equals).isPresent(),
                reading.one(Question.Feeds.RETENTION_MAX_DAYS, Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()),
                reading.one(Question.Feeds.TRAINING_REUSE, Workload.TrainingPolicy::valueOf),
                said(questionnaire, answers, Question.Feeds.SERVICES),
                area(given, Question.Feeds.EXCLUDED_JURISDICTIONS, areas),
                all(given, Question.Feeds.CANDIDATES).toList(),
                answers.evidence(),
                undecided(questionnaire, answers, areas),
                all(given, Question.Feeds.MODELS).toList());
    }

    /**
     * Answers read as what their question asks for. A field takes nothing else; what was saved may have been written by
     * another program.
     *
     * @param name the assessment's, for messages
     */
    private record Reading(Questionnaire questionnaire, String name, Map<Question.Feeds, List<String>> given) {

        <T> Optional<T> one(Question.Feeds field, Function<String, T> reader) {
            return WorkloadOf.one(given, field).map(value -> read(field, value, reader));
        }

        <T> List<T> all(Question.Feeds field, Function<String, T> reader) {
            return WorkloadOf.all(given, field)
                    .map(value -> read(field, value, reader))
                    .toList();
        }

        private <T> T read(Question.Feeds field, String value, Function<String, T> reader) {
            try {
                return reader.apply(value);
            } catch (IllegalArgumentException | DateTimeException e) {
                String question = questionnaire.questions().stream()
                        .filter(q -> q.feeds().filter(field::equals).isPresent())
                        .map(Question::id)
                        .collect(Collectors.joining(", "));
                throw QuestionnaireProblem.BAD_ANSWER.because(e, name, value, question);
            }
        }
    }

    /**
     * A place that the register no longer knows leaves its question undecided: a smaller area is not what was answered.
     */
    private static Set<Workload.Part> undecided(Questionnaire questionnaire, Answers answers, Areas areas) {
        Stream<Question> lost = questionnaire.visible(answers).stream()
                .filter(q -> q.type() == Question.Type.AREA)
                .filter(q -> answers.values(q.id()).stream()
                        .anyMatch(code -> areas.place(code).isEmpty()));
        return Stream.concat(questionnaire.undecided(answers).stream(), lost)
                .flatMap(q -> q.feeds().flatMap(Question.Feeds::part).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<String> all(Map<Question.Feeds, List<String>> given, Question.Feeds field) {
        return given.getOrDefault(field, List.of()).stream();
    }

    private static Optional<String> one(Map<Question.Feeds, List<String>> given, Question.Feeds field) {
        return all(given, field).filter(v -> !SafeText.blank(v)).findFirst();
    }

    /** What was answered, none of it too; empty where the question has no answer, or does not apply. */
    private static Optional<List<String>> said(Questionnaire questionnaire, Answers answers, Question.Feeds field) {
        return questionnaire.visible(answers).stream()
                .filter(q -> q.feeds().filter(field::equals).isPresent())
                .findFirst()
                .flatMap(q -> answers.to(q.id()))
                .flatMap(a -> a instanceof Answer.Given g ? Optional.of(g.values()) : Optional.empty());
    }

    private static Optional<Area> area(Map<Question.Feeds, List<String>> given, Question.Feeds field, Areas areas) {
        List<Place> places =
                all(given, field).flatMap(code -> areas.place(code).stream()).toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new Area(places));
    }

    /**
     * The answers that make a workload. What it does not ask is answered with nothing, or with no where a question
     * leads there; what it names as undecided stays open.
     *
     * @param notAsked the reason given where a question that cannot be answered with nothing is not asked
     */
    public static Answers workload(Questionnaire questionnaire, Workload w, String notAsked) {
        Map<String, Answer> given = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            List<String> values = question.feeds().map(f -> values(f, w)).orElse(List.of());
            boolean open = question.feeds()
                    .flatMap(Question.Feeds::part)
                    .filter(w.undecided()::contains)
                    .isPresent();
            if (!values.isEmpty() || open) {
                gate(question.when(), questionnaire)
                        .ifPresent(g -> given.merge(
                                g,
                                open ? new Answer.Unknown() : new Answer.Given(List.of(YES)),
                                (was, now) -> now instanceof Answer.Unknown ? was : now));
                given.put(question.id(), open ? new Answer.Unknown() : new Answer.Given(values));
            }
        }
        Answers answers = new Answers(given, w.evidence());
        for (Question question : questionnaire.questions()) {
            boolean leads = questionnaire.questions().stream()
                    .anyMatch(q -> gate(q.when(), questionnaire)
                            .filter(question.id()::equals)
                            .isPresent());
            if ((leads || question.feeds().isPresent())
                    && question.when().holds(answers)
                    && answers.to(question.id()).isEmpty()) {
                boolean unsaid =
                        question.feeds().filter(Question.Feeds.SERVICES::equals).isPresent()
                                && w.services().isEmpty();
                answers = answers.with(
                        question.id(), unsaid ? new Answer.NotApplicable(notAsked) : nothing(question, notAsked));
            }
        }
        return answers;
    }

    /** The answer that asks for nothing. */
    private static Answer nothing(Question question, String notAsked) {
        return switch (question.type()) {
            case MULTI, AREA, OFFERINGS, WORDS -> new Answer.Given(List.of());
            case YES_NO -> new Answer.Given(List.of(NO));
            case TEXT, DATE, NUMBER, CHOICE -> new Answer.NotApplicable(notAsked);
        };
    }

    /** The yes-or-no question that leads to one. */
    private static Optional<String> gate(Condition when, Questionnaire questionnaire) {
        return when instanceof Condition.Contains gate
                        && gate.anyOf().equals(List.of(YES))
                        && questionnaire
                                .question(gate.question())
                                .filter(q -> q.type() == Question.Type.YES_NO)
                                .isPresent()
                ? Optional.of(gate.question())
                : Optional.empty();
    }

    private static List<String> values(Question.Feeds field, Workload w) {
        return switch (field) {
            case NAME -> List.of(w.name());
            case STARTS_ON -> List.of(w.startsOn().toString());
            case DATA_CATEGORIES -> names(w.dataCategories());
            case MODEL_FAMILIES -> w.modelFamilies();
            case INFERENCE -> codes(w.inference());
            case STORAGE -> codes(w.storage());
            case ENDPOINT_SERVICES -> codes(w.endpointServices());
            case CERTIFICATIONS -> names(w.certifications());
            case FEDRAMP_LEVEL -> w.fedRampLevel().map(Enum::name).stream().toList();
            case DPA_REQUIRED -> w.dpaRequired() ? List.of(YES) : List.of();
            case RETENTION_MAX_DAYS ->
                Arrays.stream(w.retentionMaxDays().stream().toArray())
                        .mapToObj(String::valueOf)
                        .toList();
            case TRAINING_REUSE -> w.trainingReuse().map(Enum::name).stream().toList();
            case SERVICES -> w.services().orElse(List.of());
            case MODELS -> w.models();
            case EXCLUDED_JURISDICTIONS -> codes(w.excludedJurisdictions());
            case CANDIDATES -> w.candidates();
        };
    }

    private static List<String> names(List<? extends Enum<?>> values) {
        return values.stream().map(v -> v.name()).toList();
    }

    private static List<String> codes(Optional<Area> area) {
        return area.map(a -> a.members().stream().map(Place::code).toList()).orElse(List.of());
    }
}
