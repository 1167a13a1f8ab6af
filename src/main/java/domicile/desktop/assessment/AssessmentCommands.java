package domicile.desktop.assessment;

import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.list.AssessmentList;
import domicile.desktop.assessment.list.AssessmentRow;
import domicile.desktop.kit.Command;
import domicile.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done with assessments by its name, in the command palette. */
record AssessmentCommands(
        Texts texts, List<AssessmentRow> rows, Optional<OpenAssessment> open, AssessmentList.Actions actions) {

    List<Command> all() {
        List<Command> all = new ArrayList<>();
        open.ifPresent(o -> {
            AssessmentViewModel model = o.model();
            String here = model.name();
            add(all, here, "palette.nextOpen", o::nextOpen);
            o.tabs().forEach((title, show) -> all.add(new Command(here, title, show)));
            add(all, here, "palette.duplicate", () -> actions.duplicate(model));
            add(all, here, "palette.archive", () -> actions.archive(model.id(), model.name(), true));
            o.exports().forEach((title, run) -> all.add(new Command(here, title, run)));
        });
        String group = texts.get("palette.assessments");
        add(all, group, "assessments.new", actions::create);
        AssessmentList.TEMPLATES.forEach(name -> all.add(new Command(
                group,
                texts.get("palette.template", texts.get("template." + name)),
                () -> actions.fromTemplate(name))));
        add(all, group, "assessments.import", actions::importWorkload);
        String saved = texts.get("palette.assessment");
        for (AssessmentRow row : rows) {
            if (!row.saved().archived()) {
                all.add(new Command(
                        saved,
                        row.saved().name(),
                        () -> actions.reopen(row.saved().id())));
            }
        }
        return all;
    }

    private void add(List<Command> all, String group, String key, Runnable run) {
        all.add(new Command(group, texts.get(key), run));
    }
}
