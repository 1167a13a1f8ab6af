package domicile;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import domicile.desktop.kit.Screen;
import domicile.register.EvidenceLocker;
import domicile.register.RegisterStore;
import domicile.register.SavedAssessments;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
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
        mayUse("problem", "java..", "org.jspecify..");
        mayUse("residency", "java..", "org.jspecify..", "domicile.problem..");
        mayUse("words", "java..", "org.jspecify..", "domicile.residency..");
        mayUse(
                "assessment",
                "java..",
                "org.jspecify..",
                "domicile.problem..",
                "domicile.residency..",
                "domicile.words..",
                "domicile.scan..");
        mayUse("search", "java..", "org.jspecify..", "domicile.problem..", "domicile.residency..");
    }

    /** What a project uses is found without a rule, a store or a connection. */
    @Test
    void aScanKnowsTheRegisterAloneAndNoNet() {
        mayUse(
                "scan",
                "java.io..",
                "java.lang..",
                "java.nio..",
                "java.time..",
                "java.util..",
                "org.jspecify..",
                "org.snakeyaml.engine..",
                "org.tomlj..",
                "com.fasterxml.jackson.core..",
                "domicile.json..",
                "domicile.problem..",
                "domicile.residency..");
        for (String reader : List.of("tree", "code", "iac", "signature")) {
            noClasses()
                    .that()
                    .resideInAPackage("domicile.scan." + reader + "..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("domicile.scan").and(not(nameMatching("domicile\\.scan\\.Paths"))))
                    .check(OURS);
        }
    }

    @Test
    void theTextOfPagesKnowsNothingOfRegistersAndNeverALoader() {
        noClasses()
                .that()
                .resideInAPackage("domicile.page..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("domicile..")
                        .and(not(resideInAnyPackage("domicile.page..", "domicile.problem.."))))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javafx..", "org.jsoup.helper.."))
                .check(OURS);
    }

    /** Nothing is fetched unasked: one class asks an address for a page, by a client of its own. */
    @Test
    void oneClassAsksTheNetForAPage() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("domicile.source.PageFetch")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http.."))
                .check(OURS);
    }

    @Test
    void thePagesOfSourcesKnowNoRulesAndNoScreens() {
        noClasses()
                .that()
                .resideInAPackage("domicile.source..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "domicile.assessment..",
                        "domicile.questionnaire..",
                        "domicile.report..",
                        "domicile.desktop..",
                        "domicile.cli..")
                .check(OURS);
    }

    @Test
    void nothingInnerKnowsAnythingOuter() {
        noClasses()
                .that()
                .resideInAnyPackage("domicile.questionnaire..", "domicile.register..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "domicile.assessment..",
                        "domicile.source..",
                        "domicile.report..",
                        "domicile.desktop..",
                        "domicile.cli..")
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
        slices().matching("domicile.report.(*)..").should().beFreeOfCycles().check(OURS);
        slices().matching("domicile.desktop.assessment.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    /** A document is said once; whoever renders it knows blocks, and neither rules nor registers nor each other. */
    @Test
    void renderersKnowBlocksAndNothingElse() {
        noClasses()
                .that()
                .resideInAnyPackage("domicile.report.html..", "domicile.report.pdf..", "domicile.report.docx..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "domicile.assessment..",
                        "domicile.questionnaire..",
                        "domicile.register..",
                        "domicile.residency..",
                        "domicile.report.data..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.report.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("domicile.report")
                .check(OURS);
    }

    /** A screen, or a part of one, is moved or added without a look at the others. */
    @Test
    void noScreenKnowsAnother() {
        List<String> frame = List.of("kit", "shell", "startup", "app");
        List<String> screens = packagesIn("domicile.desktop", frame);
        assertThat(screens).contains("register", "compare", "assessment", "maintenance", "help");
        apart("domicile.desktop", screens);
        noClasses()
                .that()
                .resideInAnyPackage(screens.stream()
                        .map(screen -> "domicile.desktop." + screen + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("domicile.desktop.shell..", "domicile.desktop.startup..", "domicile.desktop.app..")
                .check(OURS);
        List<String> parts = packagesIn("domicile.desktop.assessment", List.of("common"));
        assertThat(parts).contains("list", "questionnaire", "findings", "documents", "meeting", "report");
        apart("domicile.desktop.assessment", parts);
    }

    /** The packages right inside a package, but for some. */
    private static List<String> packagesIn(String parent, List<String> but) {
        return OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(parent + "."))
                .map(name -> name.substring(parent.length() + 1).split("\\.")[0])
                .distinct()
                .filter(name -> !but.contains(name))
                .toList();
    }

    private static void apart(String parent, List<String> packages) {
        for (String one : packages) {
            noClasses()
                    .that()
                    .resideInAPackage(parent + "." + one + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages.stream()
                            .filter(other -> !other.equals(one))
                            .map(other -> parent + "." + other + "..")
                            .toArray(String[]::new))
                    .check(OURS);
        }
    }

    /** What encrypts knows no registers; and the library for keys is there for one class, which few starts load. */
    @Test
    void keysKnowNoRegisters() {
        mayUse(
                "vault",
                "java..",
                "javax.crypto..",
                "org.jspecify..",
                "org.bouncycastle.crypto..",
                "com.github.javakeyring..");
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("domicile.vault.Stretched")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.bouncycastle.."))
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("domicile.vault..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "com.github.javakeyring.."))
                .check(OURS);
    }

    /**
     * A file appears whole or stays as it was, and is its owner's alone or follows the umask, because few classes make
     * files.
     */
    @Test
    void filesAreWrittenInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("domicile.register.AtomicFile")
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.OwnFiles")
                // moves and copies a register's own file, which H2 writes
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.Disk")
                // writes to the device that is always full
                .and()
                .doNotHaveFullyQualifiedName("domicile.problem.DiskError$Here")
                .should()
                .callMethodWhere(target(owner(type(Files.class)))
                        .and(target(nameMatching(
                                "write.*|move|copy|create.*|new(OutputStream|BufferedWriter|ByteChannel)"))))
                .orShould()
                .callConstructor(FileOutputStream.class, String.class)
                .orShould()
                .callConstructor(FileOutputStream.class, File.class)
                .orShould()
                .dependOnClassesThat(assignableTo(FileWriter.class).or(assignableTo(RandomAccessFile.class)))
                .check(OURS);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("domicile.register.OwnFiles")
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.Disk")
                // locks what is there
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.Upkeep")
                // look at what is there
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.KnownObjects")
                .and()
                .doNotHaveFullyQualifiedName("domicile.scan.ZipDirectory")
                .and()
                .doNotHaveFullyQualifiedName("domicile.register.Turn")
                .should()
                .callMethodWhere(target(owner(type(FileChannel.class))).and(target(nameMatching("open"))))
                .check(OURS);
    }

    /** Frames are counted in one place; elsewhere something runs after what is there, whatever that takes. */
    @Test
    void onlyTheKitAndTheStartUpCountFrames() {
        noClasses()
                .that()
                .resideOutsideOfPackages("domicile.desktop.kit..", "domicile.desktop.startup..")
                .should()
                .callMethod(Scene.class, "addPostLayoutPulseListener", Runnable.class)
                .orShould()
                .callMethod(Scene.class, "addPreLayoutPulseListener", Runnable.class)
                .orShould()
                .callMethod(Platform.class, "requestNextPulse")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(AnimationTimer.class)
                .check(OURS);
    }

    /** An order that a start's time explains belongs to the start-up, where its figure stands. */
    @Test
    void onlyTheStartUpSpeaksOfAStartsTime() throws IOException {
        Pattern speaks = Pattern.compile(
                "(?i)(\\*|//).*(start-up|first frame|first rows|\\b(an?|each|every|usual|plain) start\\b)");
        Path main = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(main)) {
            List<Path> others = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.startsWith(main.resolve(Path.of("domicile", "desktop", "startup"))))
                    .filter(f -> !f.endsWith("AfterFrames.java"))
                    .toList();
            assertThat(others).hasSizeGreaterThan(300);
            for (Path file : others) {
                assertThat(Files.readAllLines(file))
                        .as("%s", file)
                        .noneMatch(line -> speaks.matcher(line).find());
            }
        }
    }

    /** Whoever closes the window knows what is under way, and a test says when it is done. */
    @Test
    void inTheWindowOnlyTheBackgroundAndTheStartLeaveTheThreadTheyAreOn() {
        noClasses()
                .that()
                .resideInAPackage("domicile.desktop..")
                .and()
                .resideOutsideOfPackages("domicile.desktop.startup..", "domicile.desktop.app..")
                .and()
                .doNotHaveFullyQualifiedName("domicile.desktop.kit.Jobs")
                .and()
                .doNotHaveFullyQualifiedName("domicile.desktop.kit.Jobs$Line")
                .and()
                .doNotHaveFullyQualifiedName("domicile.desktop.kit.WorkQueue")
                .and()
                .doNotHaveFullyQualifiedName("domicile.desktop.kit.AfterFrames")
                .and()
                .doNotHaveFullyQualifiedName("domicile.desktop.kit.AfterFrames$1")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .orShould()
                .dependOnClassesThat(assignableTo(Thread.class)
                        .or(assignableTo(Executor.class))
                        .or(assignableTo(Future.class))
                        .or(assignableTo(CompletionStage.class))
                        .or(assignableTo(Timer.class))
                        .or(assignableTo(javafx.concurrent.Worker.class))
                        .or(assignableTo(javafx.concurrent.Service.class)))
                .check(OURS);
    }

    /** What a screen shows is tested without a window; what it looks like asks no store. */
    @Test
    void viewModelsKnowNoWindowAndViewsKnowNoStore() {
        noClasses()
                .that()
                .resideInAPackage("domicile.desktop..")
                .and()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.stage..", "javafx.scene.control..", "javafx.scene.layout..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(javafx.scene.Node.class, javafx.scene.Scene.class)
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("domicile.desktop..")
                .and(dependsOn(javafx.scene.Node.class))
                // a screen makes its view models of the register that was opened
                .and()
                .areNotAssignableTo(Screen.class)
                .should()
                .dependOnClassesThat(type(RegisterStore.class)
                        .or(type(SavedAssessments.class))
                        .or(type(EvidenceLocker.class)))
                .check(OURS);
    }

    private static DescribedPredicate<JavaClass> dependsOn(Class<?> other) {
        return DescribedPredicate.describe(
                "depend on " + other.getSimpleName(),
                c -> c.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().isEquivalentTo(other)
                                || d.getTargetClass().isAssignableTo(other)));
    }

    /** A screen is added where the window is put together, and nowhere else. */
    @Test
    void theFrameKnowsNoScreen() {
        noClasses()
                .that()
                .resideInAPackage("domicile.desktop.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesIn("domicile.desktop", List.of("kit", "shell", "startup")).stream()
                        .map(other -> "domicile.desktop." + other + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void whatScreensAreMadeOfKnowsNoScreen() {
        noClasses()
                .that()
                .resideInAnyPackage("domicile.desktop.kit..", "domicile.desktop.startup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packagesIn("domicile.desktop", List.of("kit", "startup")).stream()
                        .map(other -> "domicile.desktop." + other + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }

    /** The usual pane keeps pictures that nothing gives back. */
    @Test
    void whatScrollsKeepsNoPictures() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PlainScrollPane")
                .should()
                .callConstructor(ScrollPane.class)
                .orShould()
                .callConstructor(ScrollPane.class, Node.class)
                .check(OURS);
        noClasses()
                .that()
                .doNotHaveSimpleName("PlainTextArea")
                .should()
                .callConstructor(TextArea.class)
                .orShould()
                .callConstructor(TextArea.class, String.class)
                .check(OURS);
    }
}
