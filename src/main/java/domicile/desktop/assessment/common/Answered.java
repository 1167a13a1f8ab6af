package domicile.desktop.assessment.common;

import domicile.desktop.kit.Names;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An answer in words. */
public final class Answered {

    private Answered() {}

    public static String words(Question q, Optional<Answer> answer, AssessmentViewModel model, Texts texts) {
        return answer.map(a -> switch (a) {
                    case Answer.Unknown u -> "? " + texts.get("question.unknown");
                    case Answer.NotApplicable n -> texts.get("answer.notApplicable", n.reason());
                    case Answer.Given g
                    when g.values().isEmpty() ->
                        texts.get(q.type() == Question.Type.OFFERINGS ? "question.all" : "question.none");
                    case Answer.Given g -> given(q, g.values(), model, texts);
                })
                .orElse(texts.get("answer.none"));
    }

    private static String given(Question q, List<String> values, AssessmentViewModel model, Texts texts) {
        return String.join(
                ", ",
                values.stream()
                        .map(v -> switch (q.type()) {
                            case TEXT, NUMBER, WORDS -> v;
                            case DATE -> texts.day(LocalDate.parse(v));
                            case OFFERINGS -> model.offering(v);
                            case AREA ->
                                model.register()
                                        .areas()
                                        .place(v)
                                        .map(p ->
                                                Names.place(p, model.register().areas(), texts.locale()))
                                        .orElse(v);
                            case YES_NO, CHOICE, MULTI ->
                                q.options().stream()
                                        .filter(o -> o.value().equals(v))
                                        .findFirst()
                                        .map(o -> o.label().in(texts.locale()))
                                        .orElse(v);
                        })
                        .toList());
    }
}
