package domicile.desktop.app;

import static domicile.Patience.PATIENCE;
import static domicile.desktop.app.WalkSteps.all;
import static domicile.desktop.app.WalkSteps.fire;
import static domicile.desktop.app.WalkSteps.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import domicile.TeamServer;
import domicile.assessment.Assessor;
import domicile.desktop.kit.FilePicker;
import domicile.desktop.shell.Shell;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Approvals;
import domicile.register.Encryption;
import domicile.register.Presence;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments.Known;
import domicile.register.SavedAssessments.Saved;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.SetSystemProperty;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * A register on a server in the window: approving what somebody else has written, seeing who else is in an assessment,
 * and a copy for offline work with the way back. With {@code -Ddomicile.pictures=FOLDER} it leaves pictures, in
 * {@code -Ddomicile.language} and with the settings of {@code -Ddomicile.settings=a=b,c=d}.
 */
@SetSystemProperty(key = "org.postgresql.pgpassfile", value = "none")
@ExtendWith(ApplicationExtension.class)
class TeamWalkTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @TempDir
    private static Path folder;

    private static TeamServer team;

    private Path into = folder.resolve("copy");
    private Optional<Shell> shell = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @BeforeAll
    static void serve() throws Exception {
        team = TeamServer.start(CLOCK);
        try (RegisterStore ed = store("ed")) {
            Dossier dossier = risky(ed.asOf(DAY));
            ed.assessments().save(ID, dossier.answers().values("name").getFirst(), DossierJson.write(dossier));
        }
    }

    @AfterAll
    static void stopServing() throws IOException {
        team.close();
    }

    private static RegisterStore store(String login) {
        return team.store(login);
    }

    private static Dossier risky(Register register) {
        return Dossier.of(
                        WorkloadOf.workload(
                                Questionnaire.shipped(),
                                WorkloadFile.read(Path.of("data/examples/us-health.json"), register),
                                "not asked"),
                        Assessor.RULES_VERSION)
                .with(new AcceptedRisk(
                        "cerebras", "HIPAA_BAA", "CISO", "a pilot", DAY, DAY.plusDays(20), Optional.empty()));
    }

    private TestDesk desk() throws IOException {
        Path settings = folder.resolve("desktop.properties");
        WalkSteps.settings(settings);
        return TestDesk.in(folder, CLOCK).speaking(WalkSteps.language()).choosing(new FilePicker() {
            @Override
            public Optional<Path> save(String name, Node owner) {
                return Optional.empty();
            }

            @Override
            public Optional<Path> folder(Node owner) {
                return Optional.of(into);
            }
        });
    }

    @Start
    void start(Stage on) throws IOException {
        stage = Optional.of(on);
        shell = Optional.of(
                TestWindow.open(on, desk().opening(() -> store("ap")).desk()));
    }

    @Stop
    void stop() {
        shell.ifPresent(Shell::stop);
    }

    @Test
    void whatATeamDoesInTheWindow(FxRobot robot) throws IOException {
        approves(robot);
        seesWhoIsThere(robot);
        takesACopy(robot);
        takesAnEncryptedCopy(robot);
        bringsItBack(robot);
    }

    private static void approves(FxRobot robot) throws IOException {
        long number;
        try (RegisterStore ed = store("ed")) {
            number =
                    ed.approvals().standing().orElseThrow().waiting().getFirst().number();
        }
        fire(robot, "#nav-maintenance");
        fire(robot, "#tab-approvals");
        fire(robot, "#approve-" + number);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#approve-" + number).tryQuery().isEmpty());
        picture(robot, "team-approvals");
        try (RegisterStore ed = store("ed")) {
            assertThat(ed.approvals().of(ID))
                    .singleElement()
                    .satisfies(m -> assertThat(m.approval().map(Approvals.Approval::approver))
                            .contains("ap"));
        }
        assertThat(all(robot, "#approvals")).contains("ap");
    }

    private static String others(FxRobot robot) {
        return robot.lookup("#others")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    private static void seesWhoIsThere(FxRobot robot) throws IOException {
        try (RegisterStore ed = store("ed");
                Presence there = ed.presence()) {
            there.at(ID, "name");
            fire(robot, "#nav-assessments");
            fire(robot, "#open-" + ID);
            await().atMost(PATIENCE).until(() -> others(robot).startsWith("ed "));
            picture(robot, "team-presence");
            assertThat(there.at(ID, "name")).extracting(Presence.Present::login).containsExactly("ap");
        }
        await().atMost(PATIENCE).until(() -> others(robot).isEmpty());
        fire(robot, "#back-to-list");
        try (RegisterStore ed = store("ed");
                Presence there = ed.presence()) {
            await().atMost(PATIENCE).until(() -> there.at(ID, "name").isEmpty());
        }
    }

    private static void takesACopy(FxRobot robot) throws IOException {
        fire(robot, "#nav-maintenance");
        fire(robot, "#tab-trail");
        // a server has its own tools
        assertThat(robot.lookup("#backup").queryButton())
                .satisfies(b -> assertThat(b.isDisabled()).isTrue())
                .satisfies(b -> assertThat(b.getAccessibleHelp()).contains("pg_dump"));
        assertThat(robot.lookup("#not-backed-up").queryLabeled().getText()).contains("pg_dump");
        fire(robot, "#copy-register");
        fire(robot, "#copy-start");
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("copy/register.mv.db")));
        says(robot, "#maintenance", folder.resolve("copy").toString());
        picture(robot, "team-copied");
    }

    private void takesAnEncryptedCopy(FxRobot robot) throws IOException {
        into = folder.resolve("sealed");
        encrypts(robot, "lantern otter gravel");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#recovery-key").tryQuery().isPresent());
        String recovery = robot.lookup("#recovery-key").queryAs(TextField.class).getText();
        WalkSteps.staysOpenForTheKey(robot);
        picture(robot, "team-copy-recovery");
        robot.interact(
                () -> robot.lookup("#recovery-written").queryAs(CheckBox.class).setSelected(true));
        fire(robot, "#recovery-go-on");
        assertThat(robot.lookup("#recovery-key").tryQuery()).isEmpty();
        says(robot, "#maintenance", into.toString());
        Encryption.lock(into.toString());
        Encryption.unlock(into.toString(), recovery.toCharArray());
        Encryption.lock(into.toString());

        // a new copy over it keeps its passphrase, and nobody is given another key
        FileTime before = Files.getLastModifiedTime(into.resolve("copy.json"));
        encrypts(robot, "lantern otter gravel");
        await().atMost(PATIENCE)
                .until(() ->
                        !Files.getLastModifiedTime(into.resolve("copy.json")).equals(before));
        says(robot, "#maintenance", into.toString());
        assertThat(robot.lookup("#recovery-key").tryQuery()).isEmpty();
        Encryption.lock(into.toString());
        assertThat(Encryption.state(into.toString())).isEqualTo(Encryption.State.LOCKED);
        into = folder.resolve("copy");
    }

    private static void encrypts(FxRobot robot, String passphrase) throws IOException {
        robot.interact(() -> {
            robot.lookup("#copy-encrypt").queryAs(CheckBox.class).setSelected(true);
            robot.lookup("#copy-new").queryAs(TextField.class).setText(passphrase);
        });
        assertThat(robot.lookup("#copy-start").query().isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#copy-again").queryAs(TextField.class).setText(passphrase));
        picture(robot, "team-copy-encrypt");
        fire(robot, "#copy-start");
    }

    private static void rename(RegisterStore store, String name, String why) {
        Saved now = store.assessments().find(ID).orElseThrow();
        store.assessments()
                .save(
                        ID,
                        name,
                        now.answers()
                                .replace('"' + now.name() + '"', '"' + name + '"')
                                .replace("a pilot", why),
                        Optional.of(new Known(now.name(), now.answers())));
    }

    private void bringsItBack(FxRobot robot) throws IOException {
        shell.ifPresent(s -> robot.interact(s::stop));
        try (RegisterStore copy = RegisterStore.open(folder.resolve("copy").toString(), CLOCK);
                RegisterStore ed = store("ed")) {
            rename(copy, "Claims on the train", "a pilot on rails");
            rename(ed, "Claims in the office", "a pilot at a desk");
        }
        TestDesk desk = desk();
        robot.interact(() -> shell = Optional.of(TestWindow.open(
                stage.orElseThrow(),
                desk.opening(() -> RegisterStore.open(folder.resolve("copy").toString(), CLOCK))
                        .desk())));
        fire(robot, "#nav-assessments");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#copy-back").tryQuery().isPresent());
        picture(robot, "team-copy-bar");
        fire(robot, "#copy-back");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#copy-conflicts").tryQuery().isPresent());
        assertThat(all(robot, "#copy-conflicts")).contains("Claims on the train", "Claims in the office");
        WalkSteps.picture(robot, "#copy-conflicts", "team-copy-conflicts");
        assertThat(all(robot, "#copy-conflicts")).contains("a pilot on rails", "a pilot at a desk");
        List<RadioButton> choices =
                List.copyOf(robot.lookup("#copy-conflicts .radio-button").queryAllAs(RadioButton.class));
        assertThat(choices).hasSize(4);
        // by keyboard alone: of the first the copy's, of the second the server's
        await().atMost(PATIENCE).until(() -> choices.getFirst().isFocused());
        robot.push(KeyCode.SPACE);
        tabTo(robot, choices.getLast());
        robot.push(KeyCode.SPACE);
        assertThat(choices).extracting(RadioButton::isSelected).containsExactly(true, false, false, true);
        WalkSteps.picture(robot, "#copy-conflicts", "team-copy-decided");
        tabTo(robot, robot.lookup("#copy-decide").query());
        robot.push(KeyCode.SPACE);
        try (RegisterStore ed = store("ed")) {
            await().atMost(PATIENCE)
                    .until(() -> ed.assessments().find(ID).map(Saved::name).equals(Optional.of("Claims on the train")));
            assertThat(ed.assessments().find(ID).orElseThrow().answers()).contains("a pilot at a desk");
            await().atMost(PATIENCE).until(() -> {
                try (RegisterStore copy =
                        RegisterStore.open(folder.resolve("copy").toString(), CLOCK)) {
                    return copy.head().equals(ed.head())
                            && copy.assessments().waiting().isEmpty();
                }
            });
        }
    }

    private static void tabTo(FxRobot robot, Node node) {
        for (int i = 0; i < 20 && !node.isFocused(); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(node.isFocused()).isTrue();
    }

    private static void picture(FxRobot robot, String name) throws IOException {
        WalkSteps.picture(robot, ".shell", name);
    }
}
