package domicile.questionnaire;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Place;
import domicile.residency.Workload;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Answers as a workload and back. Only questions that matter now count; unknown asks for nothing and stays open. */
public final class WorkloadOf {
    private static final String YES = "YES";

    private WorkloadOf() {}

    /**
     * The workload that the answers make.
     *
     * @param name the name while that question has no answer
     * @param startsOn the first day while that question has no answer
     */
    public static Workload answers(
            Questionnaire questionnaire, Answers answers, Areas areas, String name, LocalDate startsOn) {
        Map<Question.Feeds, List<String>> given = new EnumMap<>(Question.Feeds.class);
        for (Question question : questionnaire.visible(answers)) {
            question.feeds().ifPresent(f -> given.put(f, answers.values(question.id())));
        }
        return new Workload(
                one(given, Question.Feeds.NAME).orElse(name),
                one(given, Question.Feeds.STARTS_ON).map(LocalDate::parse).orElse(startsOn),
                all(given, Question.Feeds.DATA_CATEGORIES)
                        .map(Workload.DataCategory::valueOf)
                        .toList(),
                all(given, Question.Feeds.MODEL_FAMILIES).toList(),
                area(given, Question.Feeds.INFERENCE, areas),
                area(given, Question.Feeds.STORAGE, areas),
                area(given, Question.Feeds.ENDPOINT_SERVICES, areas),
                all(given, Question.Feeds.CERTIFICATIONS)
                        .map(Attestation.Kind::valueOf)
                        .toList(),
                one(given, Question.Feeds.FEDRAMP_LEVEL).map(Attestation.FedRampLevel::valueOf),
                one(given, Question.Feeds.DPA_REQUIRED).filter(YES::equals).isPresent(),
                one(given, Question.Feeds.RETENTION_MAX_DAYS)
                        .map(d -> OptionalInt.of(Integer.parseInt(d)))
                        .orElse(OptionalInt.empty()),
                one(given, Question.Feeds.TRAINING_REUSE).map(Workload.TrainingPolicy::valueOf),
                all(given, Question.Feeds.SERVICES).toList(),
                area(given, Question.Feeds.EXCLUDED_JURISDICTIONS, areas),
                all(given, Question.Feeds.CANDIDATES).toList(),
                answers.evidence());
    }

    private static Stream<String> all(Map<Question.Feeds, List<String>> given, Question.Feeds field) {
        return given.getOrDefault(field, List.of()).stream();
    }

    private static Optional<String> one(Map<Question.Feeds, List<String>> given, Question.Feeds field) {
        return all(given, field).filter(v -> !v.isBlank()).findFirst();
    }

    private static Optional<Area> area(Map<Question.Feeds, List<String>> given, Question.Feeds field, Areas areas) {
        List<Place> places =
                all(given, field).flatMap(code -> areas.place(code).stream()).toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new Area(places));
    }

    /** The answers that make a workload: what it does not ask is left unanswered. */
    public static Answers workload(Questionnaire questionnaire, Workload w) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Question question : questionnaire.questions()) {
            List<String> values = question.feeds().map(f -> values(f, w)).orElse(List.of());
            if (!values.isEmpty()) {
                open(question.when(), questionnaire, answers);
                answers.put(question.id(), new Answer.Given(values, ""));
            }
        }
        return new Answers(answers, w.evidence());
    }

    /** A workload that asks for something has said yes to the question that leads there. */
    private static void open(Condition when, Questionnaire questionnaire, Map<String, Answer> answers) {
        if (when instanceof Condition.Contains gate
                && gate.anyOf().equals(List.of(YES))
                && questionnaire
                        .question(gate.question())
                        .filter(q -> q.type() == Question.Type.YES_NO)
                        .isPresent()) {
            answers.put(gate.question(), new Answer.Given(List.of(YES), ""));
        }
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
            case SERVICES -> w.services();
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
