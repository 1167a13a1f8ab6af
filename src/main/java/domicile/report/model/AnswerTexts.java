package domicile.report.model;

import domicile.questionnaire.Answer;
import domicile.questionnaire.Question;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers of the questionnaire in words. */
public final class AnswerTexts {
    private final Register register;
    private final Locale locale;
    private final Texts texts;

    public AnswerTexts(Register register, Locale locale) {
        this.register = register;
        this.locale = locale;
        this.texts = new Texts(locale);
    }

    /** An answer as a person reads it. */
    public String words(Question q, Optional<Answer> answer) {
        return answer.map(a -> switch (a) {
                    case Answer.Unknown u -> texts.get("answer.unknown");
                    case Answer.NotApplicable n -> texts.get("answer.notApplicable", n.reason());
                    case Answer.Given g
                    when g.values().isEmpty() ->
                        texts.get(q.type() == Question.Type.OFFERINGS ? "asked.allOfferings" : "answer.nothing");
                    case Answer.Given g -> given(q, g.values());
                })
                .orElseGet(() -> texts.get("answer.none"));
    }

    private String given(Question q, List<String> values) {
        return values.stream().map(v -> value(q, v)).collect(Collectors.joining(", "));
    }

    private String value(Question q, String v) {
        return switch (q.type()) {
            case TEXT, NUMBER, WORDS -> v;
            case DATE -> texts.date(LocalDate.parse(v));
            case OFFERINGS -> register.offeringName(v);
            case AREA ->
                register.areas()
                        .place(v)
                        .map(p -> texts.place(p, register.areas()))
                        .orElse(v);
            case YES_NO, CHOICE, MULTI ->
                q.options().stream()
                        .filter(o -> o.value().equals(v))
                        .findFirst()
                        .map(o -> o.label().in(locale))
                        .orElse(v);
        };
    }
}
