package domicile.desktop.assessment.meeting;

import domicile.desktop.kit.Texts;
import domicile.questionnaire.Meeting;
import domicile.report.data.Csv;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The actions that are not done as comma-separated values, the earliest due first and those without a day last. */
public final class ActionsCsv {

    private ActionsCsv() {}

    public static String of(String workload, Meeting meeting, Texts texts) {
        StringBuilder csv = new StringBuilder(Csv.COMMAS.line(List.of(
                texts.get("actions.workload"),
                texts.get("actions.what"),
                texts.get("actions.owner"),
                texts.get("actions.due"))));
        meeting.actions().stream()
                .filter(a -> !a.done())
                .sorted(Comparator.comparing(a -> a.due().orElse(LocalDate.MAX)))
                .forEach(a -> csv.append(Csv.COMMAS.line(List.of(
                        workload,
                        a.what(),
                        a.owner(),
                        a.due().map(LocalDate::toString).orElse("")))));
        return csv.toString();
    }
}
