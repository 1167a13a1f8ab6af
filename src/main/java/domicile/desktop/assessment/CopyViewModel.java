package domicile.desktop.assessment;

import domicile.assessment.Assessor;
import domicile.desktop.kit.Background;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.register.AnswerMerge;
import domicile.register.AnswerMerge.Conflict;
import domicile.register.CopyMerge;
import domicile.register.CopyMerge.Keep;
import domicile.register.RegisterCopy;
import domicile.register.RegisterStore;
import domicile.report.model.AnswerTexts;
import domicile.residency.Register;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** That the register is a copy of one on a server, and bringing back what was answered in it. */
final class CopyViewModel {
    private final RegisterStore store;
    private final Register register;
    private final Questionnaire questionnaire;
    private final Texts texts;
    private final Clock clock;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<RegisterCopy>> copy = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * What was answered in the copy and on the server, and differently.
     *
     * @param id by which it is decided
     */
    record Side(String id, String assessment, String title, String mine, String theirs) {}

    /**
     * What came of it.
     *
     * @param assessments how many were looked at
     * @param undecided what stays on both sides as it is; empty when all is brought back
     */
    record Brought(int assessments, List<Side> undecided) {}

    CopyViewModel(
            RegisterStore store,
            Register register,
            Questionnaire questionnaire,
            Texts texts,
            Clock clock,
            Background background) {
        this.store = store;
        this.register = register;
        this.questionnaire = questionnaire;
        this.texts = texts;
        this.clock = clock;
        this.background = background;
    }

    void look() {
        background.run(store::copy, copy::set);
    }

    /** Empty until that is known, and for a register that is none. */
    ReadOnlyObjectProperty<Optional<RegisterCopy>> copyProperty() {
        return copy.getReadOnlyProperty();
    }

    long age(RegisterCopy of) {
        return of.age(clock);
    }

    /**
     * Brings back what was answered, and takes the copy anew when nothing is left of it.
     *
     * @param password of the server, where somebody has typed one
     * @param decisions what counts of what both have answered, by {@link Side#id}
     */
    void bringBack(
            Optional<String> password,
            Map<String, Keep> decisions,
            Consumer<Brought> then,
            Consumer<Exception> failed) {
        copy.get()
                .ifPresent(about -> background.job(
                        texts.get("copy.job"),
                        progress -> {
                            try (RegisterStore server = RegisterStore.open(about.address(), password, clock)) {
                                List<CopyMerge.Merged> merged = CopyMerge.merge(store, server, decisions, false);
                                List<Side> left = merged.stream()
                                        .flatMap(m -> m.undecided().stream().map(c -> side(m, c)))
                                        .toList();
                                if (left.isEmpty()) {
                                    server.copyInto(store.where(), progress);
                                }
                                return new Brought(merged.size(), left);
                            }
                        },
                        brought -> {
                            look();
                            then.accept(brought);
                        },
                        failed));
    }

    private Side side(CopyMerge.Merged merged, CopyMerge.Decided decided) {
        Conflict conflict = decided.conflict();
        return new Side(
                decided.id(),
                merged.name(),
                new ConflictWords(questionnaire, texts).title(conflict),
                said(conflict, conflict.mine()),
                said(conflict, conflict.theirs()));
    }

    private String said(Conflict conflict, String side) {
        ConflictWords words = new ConflictWords(questionnaire, texts);
        return words.question(conflict)
                .filter(q -> ConflictWords.about(conflict, "answers"))
                .map(q -> new AnswerTexts(register, texts.locale())
                        .words(
                                q,
                                DossierJson.read(
                                                "",
                                                AnswerMerge.with(
                                                        DossierJson.write(Dossier.begun(Assessor.RULES_VERSION)),
                                                        conflict,
                                                        side),
                                                register.areas())
                                        .answers()
                                        .to(q.id())))
                .orElseGet(() -> words.words(side));
    }
}
