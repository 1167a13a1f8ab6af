package domicile.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Doubts;
import domicile.Exit;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.report.Reports;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fact on paper, with every detail that somebody may rely on. */
class FactTextsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final Register REGISTER = Doubts.register();
    private static final Offering OFFERING = REGISTER.offering(Doubts.ID).orElseThrow();

    private static List<String> said(Locale language) {
        FactTexts says = new FactTexts(new Texts(language), REGISTER.areas());
        return OFFERING.facts().stream().map(f -> says.says(f.value())).toList();
    }

    @Test
    void everyFieldIsSaid() {
        assertThat(said(Locale.ENGLISH))
                .contains(
                        "In JP (Japan; data centre named; whether it can be pinned is not published)",
                        "by addendum; only for claude-opus-4-6; only with batch",
                        "held; 20x Moderate",
                        "Ministry (France; framework partner)")
                .anySatisfy(s -> assertThat(s)
                        .contains("default; since ", "2025", "; only for claude-opus-4-6; only with batch)"))
                .anySatisfy(
                        s -> assertThat(s)
                                .contains(
                                        "; out of scope: guardrails; some services are out of scope, and the page does not name"));
        assertThat(said(Locale.GERMAN)).contains("Ministry (Frankreich; Rahmenvertragspartner)");
        assertThat(said(Locale.FRENCH)).contains("Ministry (France; partenaire d’un accord-cadre)");
    }

    /** A kind that no report knows is said field by field, in a report in which two sources disagree about it. */
    @Test
    void aKindThatNobodyKnowsIsSaidFieldByField(@TempDir Path folder) throws IOException {
        String other = Exit.LINE.replace("90", "30").replace("\"text\"", "\"variant\":\"list\",\"text\"");
        Register register = Exit.pack(folder, Exit.LINE, other).register(DATE);
        Workload workload = WorkloadFile.read(Path.of("data/examples/us-health.json"), register)
                .withCandidates(List.of("groq"));
        ReportModel model = ReportModel.of(
                Assessor.assess(workload, register, DATE, Freshness.DEFAULT), register, List.of(), Locale.FRENCH);
        String html = new String(Reports.render(model, Reports.Format.HTML), StandardCharsets.UTF_8);
        assertThat(html)
                .contains(
                        "Sortie",
                        "Préavis en jours\u00A0: 90",
                        "Préavis en jours\u00A0: 30",
                        "Format\u00A0: ouvert",
                        "Remise dans\u00A0: Union européenne, Suisse",
                        "Payant; seulement avec batch");
    }
}
