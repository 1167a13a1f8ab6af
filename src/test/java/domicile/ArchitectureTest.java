package domicile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dependencies point inward: residency, then assessment, questionnaire and register, then report, then desktop and cli.
 */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("domicile");

    private static void mayUse(String layer, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = "domicile." + layer + "..";
        System.arraycopy(others, 0, allowed, 1, others.length);
        classes()
                .that()
                .resideInAPackage("domicile." + layer + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(OURS);
    }

    @Test
    void theDomainAndTheRulesImportTheJdkAlone() {
        mayUse("residency", "java..", "org.jspecify..");
        mayUse("assessment", "java..", "org.jspecify..", "domicile.residency..");
        mayUse("search", "java..", "org.jspecify..", "domicile.residency..");
    }

    @Test
    void nothingInnerKnowsAnythingOuter() {
        noClasses()
                .that()
                .resideInAnyPackage("domicile.questionnaire..", "domicile.register..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "domicile.assessment..", "domicile.report..", "domicile.desktop..", "domicile.cli..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.questionnaire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("domicile.register..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.register..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("domicile.questionnaire..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("domicile.desktop..", "domicile.cli..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("domicile.cli..")
                .check(OURS);
    }

    @Test
    void onlyTheDesktopKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("domicile.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .check(OURS);
    }

    /**
     * What the machine says is asked for once, and handed on: a test brings its own, and the window and a report agree.
     */
    @Test
    void onlyTheProgramAsksTheMachineForItsLanguageAndItsClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("domicile.Domicile")
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(TimeZone.class, "getDefault")
                .check(OURS);
        noClasses().should().callMethod(ZoneId.class, "systemDefault").check(OURS);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("domicile.(*)..").should().beFreeOfCycles().check(OURS);
        slices().matching("domicile.desktop.(*)..").should().beFreeOfCycles().check(OURS);
        slices().matching("domicile.desktop.assessment.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    /** A screen is moved, or a new one added, without a look at the others. */
    @Test
    void noScreenKnowsAnother() {
        List<String> screens = List.of("register", "compare", "assessment", "maintenance", "help");
        for (String screen : screens) {
            String[] others = Stream.concat(screens.stream(), Stream.of("shell", "startup", "app"))
                    .filter(other -> !other.equals(screen))
                    .map(other -> "domicile.desktop." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("domicile.desktop." + screen + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(OURS);
        }
        List<String> parts = List.of("list", "questionnaire", "findings", "documents", "meeting", "report");
        for (String part : parts) {
            String[] others = parts.stream()
                    .filter(other -> !other.equals(part))
                    .map(other -> "domicile.desktop.assessment." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("domicile.desktop.assessment." + part + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(OURS);
        }
    }

    @Test
    void whatScreensAreMadeOfKnowsNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage("domicile.desktop.kit..", "domicile.desktop.startup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "domicile.desktop.register..",
                        "domicile.desktop.compare..",
                        "domicile.desktop.assessment..",
                        "domicile.desktop.maintenance..",
                        "domicile.desktop.help..",
                        "domicile.desktop.shell..",
                        "domicile.desktop.app..")
                .check(OURS);
    }
}
