package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.report.model.ReportModel.ControlRow;
import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists the framework controls that the findings answer. */
final class ControlTexts {
    private final Assessment assessment;
    private final Register register;
    private final Texts texts;

    ControlTexts(Assessment assessment, Register register, Texts texts) {
        this.assessment = assessment;
        this.register = register;
        this.texts = texts;
    }

    /** By id, each with our own short title and the requirements of this report that answer it. */
    List<ControlRow> rows() {
        Map<String, Set<Requirement>> answered = new TreeMap<>();
        assessment.offerings().stream().flatMap(o -> o.requirements().stream()).forEach(f -> collect(f, answered));
        return answered.entrySet().stream()
                .map(e -> new ControlRow(
                        CleanText.of(e.getKey()),
                        CleanText.of(title(e.getKey())),
                        e.getValue().stream().map(texts::requirement).collect(Collectors.joining(", "))))
                .toList();
    }

    private static void collect(Finding finding, Map<String, Set<Requirement>> answered) {
        finding.controls()
                .forEach(c -> answered.computeIfAbsent(c, id -> EnumSet.noneOf(Requirement.class))
                        .add(finding.requirement()));
    }

    private String title(String id) {
        return register.control(id).map(FrameworkControl::title).orElse("");
    }
}
