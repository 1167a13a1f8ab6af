package domicile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.assessment.UsageStatus;
import domicile.json.StrictJson;
import domicile.questionnaire.WorkloadFile;
import domicile.report.data.MinutesJson;
import domicile.report.document.Kind;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.scan.Acceptance;
import domicile.scan.Role;
import domicile.scan.ScannedProject;
import domicile.scan.Scope;
import domicile.scan.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What a project calls stands in every format, is made again without the project, and changes no verdict. */
class ProjectPartTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Assessment ASSESSMENT = Assessor.assess(
            WorkloadFile.read(
                    "w.json",
                    ("{\"schema\": \"domicile.workload/1\", \"name\": \"Writer\", \"startsOn\": \"2026-07-01\","
                                    + " \"location\": {\"inference\": [\"EU\"]},"
                                    + " \"candidates\": [\"anthropic-bedrock\", \"openai-azure\"]}")
                            .getBytes(StandardCharsets.UTF_8),
                    Trees.REGISTER),
            Trees.REGISTER,
            DAY,
            Freshness.DEFAULT);

    @TempDir
    private Path folder = Path.of(".");

    private ScannedProject project = Trees.project("terraform-by-environment");

    @BeforeAll
    static void openTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** A report with a project, for whoever looks at every page. */
    static ReportModel withTerraform(Locale locale) {
        return report(Optional.of(Trees.project("terraform-by-environment")), locale);
    }

    @BeforeEach
    void aProject() {
        Trees.write(folder, "app.py", "U = \"us.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(folder, "ok.py", "U = \"eu.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(folder, "pilot.py", "U = \"global.anthropic.claude-sonnet-4-6\"\n");
        Trees.write(folder, "tests/t.py", "U = \"us.anthropic.claude-haiku-4-5\"\n");
        Trees.write(folder, "bad.json", "{\n\"a\": ");
        Trees.write(folder, "node_modules/x.py", "");
        Trees.write(folder, "a<i>&\u202e.py", "U = \"https://api.x.ai\"\n");
        project = new ScannedProject(
                LocalDate.of(2026, 6, 29),
                Trees.scan(folder),
                new Scope(
                        Set.of(Role.SHIPPED),
                        Optional.empty(),
                        List.of(new Acceptance(
                                Optional.empty(),
                                Optional.of("pilot.py"),
                                Optional.empty(),
                                Optional.empty(),
                                "A pilot on test texts.",
                                DAY))));
    }

    private static ReportModel report(Optional<ScannedProject> project, Locale locale) {
        return ReportModel.of(
                ASSESSMENT,
                Trees.REGISTER,
                List.of(),
                new Enclosed(Optional.empty(), Letterhead.NONE, project, List.of(), Optional.empty()),
                locale);
    }

    private ReportModel report() {
        return report(Optional.of(project), Locale.ENGLISH);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsReadStaysWithItsFileItsReasonAndItsCitations() {
        String html = Rendered.html(report());
        assertThat(html)
                .contains(
                        "What the project calls",
                        "A usage never lifts a candidate’s verdict",
                        project.found().treeHash(),
                        project.found().signaturesHash(),
                        "29 June 2026",
                        "app.py:1",
                        "eu.anthropic.",
                        "Accepted until 30 June 2026: A pilot on test texts.",
                        "One place is accepted for a time",
                        "bad.json:2",
                        "Folders of others’ code and of builds",
                        "a&lt;i&gt;&amp;[U+202E].py:1",
                        "[model-id-us.anthropic]",
                        "openai-azure is a candidate, and nothing in the project uses it")
                .doesNotContain("tests/t.py", folder.toString(), "\u202e");
        List<String> statuses = new ArrayList<>();
        report().project()
                .orElseThrow()
                .places()
                .forEach(p -> statuses.add(p.file() + " " + p.mark().word()));
        assertThat(statuses)
                .containsExactly(
                        "a<i>&[U+202E].py:1 Not assessed", "app.py:1 Not met", "ok.py:1 Met", "pilot.py:1 Not met");
    }

    @Test
    void aSettingThatDecidesNothingIsNoted() {
        Trees.write(
                folder,
                "keep.py",
                "from openai import OpenAI\nOpenAI().responses.create(model=\"gpt-4.1\", store=True)\n");
        ScannedProject keeping = new ScannedProject(DAY, Trees.scan(folder), Scope.SHIPPED);
        assertThat(Rendered.html(report(Optional.of(keeping), Locale.ENGLISH)))
                .contains("Settings that keep prompts or answers", "keep.py:2");
        assertThat(Rendered.html(report())).doesNotContain("Settings that keep prompts or answers");
    }

    @Test
    void everyCitationOfItLeadsToItsPlace() {
        String html = Rendered.html(report());
        report().project().orElseThrow().places().stream()
                .flatMap(p -> p.findings().stream())
                .flatMap(f -> f.citations().stream())
                .forEach(c -> assertThat(html).contains("id=\"" + c.anchor() + "\"", "href=\"#" + c.anchor() + "\""));
        assertThat(report().project().orElseThrow().signatures())
                .extracting(s -> s.cite().anchor())
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates()
                // what Word takes for the name of a bookmark
                .allMatch(anchor -> anchor.matches("[a-z0-9]{1,40}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void everyFormatTellsOfIt(String language) throws IOException {
        ReportModel report = report(Optional.of(project), Locale.of(language));
        String heading = report.t("section.project");
        assertThat(Rendered.html(report)).contains(heading, "app.py:1");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(Reports.render(report, Reports.Format.XLSX)))) {
            Sheet places = book.getSheet(report.t("sheet.project"));
            assertThat(places.getPhysicalNumberOfRows()).isEqualTo(6);
            assertThat(places.getRow(2).getCell(0).getStringCellValue()).isEqualTo("app.py:1");
        }
        List<String> rows = text(Reports.render(report, Reports.Format.CSV))
                .lines()
                .filter(l -> l.contains(",PROJECT,"))
                .toList();
        assertThat(rows).hasSize(5).anyMatch(l -> l.contains("NOT_MET") && l.contains("pilot.py:1,ACCEPTED"));
    }

    @Test
    void theJsonHasItByItsContract() throws IOException {
        String json = text(Reports.render(report(), Reports.Format.JSON));
        assertThat(Schemas.errors("domicile.assessment/1", json)).isEmpty();
        JsonNode part = new ObjectMapper().readTree(json).get("project");
        assertThat(part.get("counts")).hasToString("{\"NOT_ASSESSED\":1,\"NOT_MET\":2,\"UNVERIFIED\":1,\"MET\":1}");
        assertThat(part.get("accepted").asInt()).isEqualTo(1);
        assertThat(part.get("findings")).hasSize(5);
    }

    @Test
    void withoutOneEveryFormatHasTheBytesThatItHad() {
        ReportModel plain = ReportModel.of(ASSESSMENT, Trees.REGISTER, List.of(), Locale.ENGLISH);
        for (Reports.Format format : Reports.Format.values()) {
            byte[] bytes = Reports.render(report(Optional.empty(), Locale.ENGLISH), format);
            assertThat(bytes).as(format.name()).isEqualTo(Reports.render(plain, format));
        }
        assertThat(Rendered.html(plain)).doesNotContain("What the project calls");
        assertThat(text(Reports.render(plain, Reports.Format.JSON))).doesNotContain("\"project\"");
    }

    @Test
    void neitherALetterNorTheBoardsPageTellsOfIt() {
        for (Kind kind : List.of(Kind.LETTER, Kind.BOARD)) {
            assertThat(Rendered.html(report(), kind))
                    .doesNotContain("app.py", project.found().treeHash());
        }
    }

    @Test
    void noVerdictRestsOnIt() {
        assertThat(report().candidates())
                .isEqualTo(report(Optional.empty(), Locale.ENGLISH).candidates());
        assertThat(report().matrix())
                .isEqualTo(report(Optional.empty(), Locale.ENGLISH).matrix());
    }

    @Test
    void aPdfWithItIsMadeAgainWithoutTheProjectAndOneThatWasAlteredIsNot() throws IOException {
        byte[] pdf = Reports.render(report(), Reports.Format.PDF);
        Verification.Outcome sound = Verification.open(pdf, "report.pdf").itself();
        assertThat(sound.problems()).isEmpty();
        assertThat(sound.answer()).isEqualTo(Verification.Answer.HOLDS);
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(PdfReportTest.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        byte[] altered = Tampered.with(
                pdf, d -> Tampered.rewrite(d, Attachments.PROJECT, p -> p.replace("app.py", "test_app.py")));
        assertThat(Verification.open(altered, "report.pdf").itself().answer()).isEqualTo(Verification.Answer.ALTERED);
    }

    @Test
    void whatAPdfCarriesIsAContract() {
        byte[] pdf = Reports.render(report(), Reports.Format.PDF);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Attachments attached = Attachments.from(document, "report.pdf");
            assertThat(Schemas.errors(
                            "domicile.project/1", text(attached.project().orElseThrow())))
                    .isEmpty();
            assertThat(attached.used()).contains(project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void minutesTellOfItInOneLine() {
        Minutes quiet = Sample.minutes();
        Minutes.Project line = new Minutes.Project(
                project.found().treeHash(),
                project.read(),
                Map.of(
                        UsageStatus.NOT_ASSESSED,
                        1,
                        UsageStatus.NOT_MET,
                        2,
                        UsageStatus.UNVERIFIED,
                        0,
                        UsageStatus.MET,
                        3),
                1);
        Minutes minutes = new Minutes(
                quiet.language(),
                quiet.workload(),
                quiet.date(),
                Optional.of(DAY),
                60,
                List.of("Ada"),
                quiet.questions(),
                quiet.candidates(),
                quiet.actions(),
                quiet.parked(),
                quiet.risks(),
                Optional.of(line),
                List.of());
        String json = Reports.json(minutes);
        assertThat(Schemas.errors("domicile.minutes/1", json)).isEmpty();
        assertThat(MinutesJson.read(StrictJson.read("minutes.json", json))).isEqualTo(minutes);
        assertThat(Reports.html(minutes, Trees.REGISTER))
                .contains(
                        "What the project calls",
                        "state of 29 June 2026: Not assessed: 1; Not met: 2; Unverified: 0; Met: 3;"
                                + " one accepted for a time (" + line.treeHash() + ")");
        assertThat(Reports.json(quiet)).doesNotContain("project");
    }
}
