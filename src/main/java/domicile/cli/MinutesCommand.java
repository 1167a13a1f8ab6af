package domicile.cli;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.Requirement;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Locations;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Saved;
import domicile.report.Reports;
import domicile.report.model.Minutes;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile minutes}: what the review meeting of a saved assessment decided. */
@Command(
        name = "minutes",
        description = "Prints the minutes of a saved assessment's review meeting: attendees, decisions, actions, the"
                + " parking list and accepted risks.")
final class MinutesCommand implements Runnable {
    @Parameters(paramLabel = "ASSESSMENT", description = "The saved assessment's name or id.")
    private String wanted = "";

    @Option(names = "--date", paramLabel = "DATE", description = "The day to assess for; default: today.")
    private @Nullable LocalDate date;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "json")
    private Format format = Format.json;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
            defaultValue = "en")
    private ReportCommand.Language language = ReportCommand.Language.en;

    private final Common options;

    /** How minutes are printed: as {@code domicile.minutes/1}, or as a page. */
    enum Format {
        json,
        html
    }

    MinutesCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate day = options.orToday(date);
        try (RegisterStore store = options.open()) {
            Saved saved = saved(store.assessments().all(), store.where());
            Register register = store.asOf(day);
            Questionnaire questionnaire = questionnaire();
            Dossier dossier = DossierJson.read(saved.name(), saved.answers(), register.areas());
            Assessment assessment = Assessor.assess(
                    WorkloadOf.answers(questionnaire, dossier.answers(), register.areas(), saved.name(), day),
                    register,
                    day,
                    Freshness.DEFAULT);
            Minutes minutes = Minutes.of(dossier, questionnaire, assessment, register, Locale.of(language.name()))
                    .with(store.approvals().of(saved.id()));
            options.console()
                    .out()
                    .print(
                            switch (format) {
                                case json -> Reports.json(minutes);
                                case html -> Reports.html(minutes, register);
                            });
        }
    }

    /** An organisation's own questions lie beside the settings, as the desktop reads them. */
    private static Questionnaire questionnaire() {
        Set<String> requirements =
                Arrays.stream(Requirement.values()).map(Requirement::name).collect(Collectors.toSet());
        return Questionnaire.shipped().withFolder(Locations.dataFolder().resolve("questionnaire"), requirements);
    }

    private Saved saved(List<Saved> all, String where) {
        List<Saved> found = all.stream()
                .filter(s -> s.id().toString().equals(wanted) || s.name().equals(wanted))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    found.size() + " saved assessments are called \"" + wanted + "\"",
                    where,
                    "name one by its id: "
                            + found.stream().map(s -> s.id().toString()).collect(Collectors.joining(", ")));
        }
        throw new ProblemException(
                "no saved assessment is called \"" + wanted + "\"",
                where,
                all.isEmpty()
                        ? "save one in the desktop first"
                        : "use one of "
                                + all.stream().map(s -> "\"" + s.name() + "\"").collect(Collectors.joining(", ")));
    }
}
