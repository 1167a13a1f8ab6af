package domicile.desktop.assessment.findings;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Alternative;
import domicile.assessment.DocumentNotCounted;
import domicile.assessment.FailureMode;
import domicile.assessment.Finding;
import domicile.assessment.Need;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.assessment.StaleDocument;
import domicile.assessment.Verdict;
import domicile.desktop.assessment.AssessmentFactory;
import domicile.desktop.assessment.common.AssessmentViewModel;
import domicile.desktop.assessment.common.CitationLinks;
import domicile.desktop.assessment.common.VendorAnswersViewModel;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Notices;
import domicile.desktop.kit.PageRequests;
import domicile.desktop.kit.Styles;
import domicile.desktop.kit.Texts;
import domicile.questionnaire.Answer;
import domicile.questionnaire.Questionnaire;
import domicile.register.Pack;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.TrainingReuse;
import domicile.residency.Workload;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.WorkbookReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * What was not asked stands above the matrix and leads to its question; a candidate's documents that do not count stand
 * with it.
 */
@ExtendWith(ApplicationExtension.class)
class FindingsViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Questionnaire Q = Questionnaire.shipped();
    private static final Register REGISTER = Pack.shipped().register(DAY);
    private static final String CANDIDATE = "openai-azure";

    private final List<Workload.Part> gone = new ArrayList<>();
    private final FindingsView.Leads leads = new FindingsView.Leads() {
        @Override
        public void answer(Workload.Part part) {
            gone.add(part);
        }

        @Override
        public void read(String offering, Requirement requirement) {
            looked.add(offering + " " + requirement);
        }

        @Override
        public void read(List<Path> files, String offering, Requirement requirement) {
            looked.add(offering + " " + requirement);
        }

        @Override
        public void open(Evidence evidence) {
            looked.add(evidence.title());
        }
    };
    private final List<String> looked = new ArrayList<>();
    private final Texts texts = new Texts(Locale.ENGLISH).screen("assessment");
    private Optional<AssessmentViewModel> model = Optional.empty();
    private Optional<FindingDetail> detail = Optional.empty();

    private final List<Citation> asked = new ArrayList<>();
    private final List<PageRequests.Begun> begun = new ArrayList<>();

    @Start
    void start(Stage stage) {
        AssessmentViewModel m = new AssessmentViewModel(
                UUID.randomUUID(),
                Q,
                REGISTER,
                DAY,
                "Untitled",
                new AssessmentFactory(Q, REGISTER, "not asked").example("eu-personal-data", "Mail"),
                saved -> {});
        model = Optional.of(m);
        StackPane over = new StackPane();
        CitationLinks links = new CitationLinks(REGISTER, texts, url -> {}, asked::add);
        VendorAnswersViewModel vendors = new VendorAnswersViewModel(
                m,
                texts,
                new AtOnce(e -> {
                    throw new AssertionError(e);
                }),
                begun::add);
        FindingDetail alone = new FindingDetail(m, texts, links, vendors, new Notices(over, texts), leads);
        detail = Optional.of(alone);
        FindingsView view = new FindingsView(m, texts, links, vendors, new Notices(over, texts), leads);
        StackPane beside = new StackPane(alone.node());
        beside.setId("alone");
        HBox root = new HBox(view.node(), beside);
        Styles.dress(root, "assessment/assessment.css");
        over.getChildren().add(root);
        stage.setScene(new Scene(over, 1400, 900));
        stage.show();
    }

    /** Below the page its words, in the language's quotation marks; a click asks for them. */
    @Test
    void theWordsStandWithTheirCitationAndLeadToTheirPage(FxRobot robot) {
        Quote quote =
                new Quote("0".repeat(64), "Data stays here.", "", "", Quote.Unit.SENTENCE, Optional.empty(), false);
        Citation page = new Citation(0, DAY);
        Citation said = page.quoting(quote);
        CitationLinks links = new CitationLinks(REGISTER, new Texts(Locale.GERMAN), url -> {}, asked::add);
        List<Node> shown = new ArrayList<>();
        robot.interact(() -> {
            shown.addAll(((Pane) links.full(List.of(page, said, said))).getChildren());
            assertThat(((Pane) links.brief(List.of(page, said))).getChildren()).hasSize(1);
            assertThat(((Pane) links.full(List.of(page.quoting(quote.withdraw())))).getChildren())
                    .hasSize(1);
            ((Hyperlink) shown.getLast()).fire();
        });
        assertThat(shown).hasSize(2);
        assertThat(((Hyperlink) shown.getLast()).getText()).isEqualTo("\u201EData stays here.\u201C");
        assertThat(asked).containsExactly(said);
    }

    @Test
    void whatWasNotAskedLeadsToItsQuestionAndLeavesWithTheAnswer(FxRobot robot) {
        AssessmentViewModel m = model.orElseThrow();
        robot.interact(() -> {
            m.go(Workload.Part.TRAINING_REUSE);
            m.clearAnswer();
        });
        Button way = robot.lookup("#ask-TRAINING_REUSE").queryButton();
        assertThat(way.getText()).isEqualTo("training on prompts");
        robot.interact(way::fire);
        assertThat(gone).containsExactly(Workload.Part.TRAINING_REUSE);
        robot.interact(() -> m.answer(new Answer.Given(List.of("FORBIDDEN"))));
        assertThat(robot.lookup("#ask-TRAINING_REUSE").tryQuery()).isEmpty();
    }

    /** It changes no status, and one click begins a fact with its citation. */
    @Test
    void whatTheVendorAnsweredStandsBesideTheFindingAndIsNotAskedAgain(FxRobot robot) {
        AssessmentViewModel m = model.orElseThrow();
        OfferingAssessment o = m.assessmentProperty().get().offerings().stream()
                .filter(a -> a.offering().equals(CANDIDATE))
                .findFirst()
                .orElseThrow();
        Finding training = o.requirements().stream()
                .filter(f -> f.requirement() == Requirement.TRAINING_REUSE)
                .findFirst()
                .orElseThrow();
        List<String> before = shown(robot, o, training);
        String csv = "HECVAT 4.1.4;;\nID;Answer;Additional Information\nAISC-02;No;Never, by contract\n";
        KeptWorkbook workbook = new KeptWorkbook(
                CANDIDATE,
                DAY,
                WorkbookReader.read("hecvat.csv", csv.getBytes(StandardCharsets.UTF_8), Optional.empty(), REGISTER));
        robot.interact(() -> m.keep(d -> d.with(workbook)));

        assertThat(m.assessmentProperty().get().offerings()).contains(o);
        List<String> after = shown(robot, o, training);
        assertThat(after)
                .containsSubsequence("What vendors answered", "HECVAT-4.14:AISC-02: No", "\u201CNo\u201D (B3)")
                .anyMatch(l -> l.contains("Never, by contract") && l.contains("C3"));
        List<String> questions = o.askList().stream()
                .filter(a -> a.requirement() == Requirement.TRAINING_REUSE)
                .map(a -> "• " + a.question().in(Locale.ENGLISH))
                .toList();
        assertThat(before).containsAll(questions);
        assertThat(after).doesNotContainAnyElementsOf(questions);

        robot.interact(() -> robot.from(robot.lookup("#alone").<Node>query())
                .lookup("#begin-v1r1")
                .queryButton()
                .fire());
        assertThat(begun).singleElement().satisfies(b -> {
            assertThat(b.offering()).isEqualTo(CANDIDATE);
            assertThat(b.kind()).isEqualTo(TrainingReuse.FACT_KIND);
            assertThat(b.read()).isEqualTo(DAY);
            assertThat(b.words()).isEqualTo("No Never, by contract");
            assertThat(b.source().kind()).isEqualTo(Source.Kind.PROVIDER);
            assertThat(b.source().title()).contains("hecvat.csv");
            assertThat(b.source().states()).contains(workbook.book().sha256());
            assertThat(b.because()).contains("HECVAT-4.14:AISC-02", "B3");
        });
    }

    private List<String> shown(FxRobot robot, OfferingAssessment o, Finding finding) {
        robot.interact(() -> detail.orElseThrow().show(new Matrix.Cell.One(o, finding)));
        return robot.from(robot.lookup("#alone").<Node>query()).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void everyFailureModeHasARow(FxRobot robot) {
        assertThat(robot.lookup(".mode-cell-head").queryAllAs(Label.class))
                .extracting(Label::getText)
                .hasSize(FailureMode.values().length)
                .contains("Coverage is not every model");
    }

    @Test
    void theCandidateTellsWhichDocumentsDoNotCountAndWhatToRead(FxRobot robot) {
        OfferingAssessment made = model.orElseThrow().assessmentProperty().get().offerings().stream()
                .filter(o -> o.offering().equals(CANDIDATE))
                .findFirst()
                .orElseThrow();
        Evidence schedule = new Evidence(
                CANDIDATE, Evidence.Kind.BAA_PRODUCT_SCHEDULE, DAY.minusDays(800), List.of(), "ChatGPT", "baa.pdf");
        OfferingAssessment full = new OfferingAssessment(
                made.offering(),
                made.verdict(),
                made.requirements(),
                made.failureModes(),
                List.of(new Alternative(
                        CANDIDATE,
                        Optional.empty(),
                        List.of(new Need(schedule, Sentence.of("document.DPA_SIGNED", CANDIDATE))),
                        List.of("zdr"),
                        Verdict.SUITABLE)),
                List.of(),
                List.of(new StaleDocument(schedule, 800)),
                List.of(new DocumentNotCounted(schedule, DocumentNotCounted.Why.NAMES_ANOTHER_PRODUCT)),
                made.askList(),
                made.clauses(),
                made.facts());
        robot.interact(() -> detail.orElseThrow().show(new Matrix.Cell.Whole(full)));
        assertThat(robot.from(robot.lookup("#alone").<Node>query())
                        .lookup(".label")
                        .queryAllAs(Label.class))
                .extracting(Label::getText)
                .containsSubsequence(
                        "Documents that do not count",
                        "• baa.pdf (BAA product schedule) – typed, no clause shown: It names another product, not this offering.",
                        "• Read first-hand: OpenAI via Azure: Zero data retention",
                        "What is stale",
                        "• baa.pdf (BAA product schedule) – typed, no clause shown, 800 days old");
    }
}
