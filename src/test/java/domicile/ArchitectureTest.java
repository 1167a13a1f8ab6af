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
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Dependencies point inward: residency, then assessment, questionnaire and register, then report, then desktop and cli. */
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

    /** What the machine says is asked for once, and handed on: a test brings its own, and the window and a report agree. */
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
    }
}
