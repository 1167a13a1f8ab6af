package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.FactDependency;
import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Texts;
import domicile.problem.ProblemException;
import domicile.questionnaire.Dossier;
import domicile.questionnaire.DossierJson;
import domicile.questionnaire.Questionnaire;
import domicile.questionnaire.WorkloadFile;
import domicile.questionnaire.WorkloadOf;
import domicile.register.Attribution;
import domicile.register.Difference;
import domicile.register.Difference.Choice;
import domicile.register.Edit;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import domicile.register.VersionOne;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Register;
import domicile.residency.Workload;
import domicile.vendor.Contradiction;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.WorkbookReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The maintenance screen without a window, on a real register. */
class MaintenanceViewModelsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Texts TEXTS = new Texts(Locale.ENGLISH).screen("maintenance");

    @TempDir
    private Path folder;

    private final List<Exception> failures = new ArrayList<>();
    private RegisterStore store;
    private MaintenanceContext keeper;
    private int changes;

    @BeforeEach
    void open() {
        store = RegisterStore.open(folder.resolve("register").toString(), CLOCK);
        keeper = new MaintenanceContext(store, CLOCK, "officer", new AtOnce(failures::add), () -> changes++);
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(failures).isEmpty();
    }

    private void saveAnAssessment() {
        Register register = store.asOf(TODAY);
        Workload health = WorkloadFile.read(Path.of("data/examples/us-health.json"), register)
                .withCandidates(List.of("groq", "aws-bedrock"));
        store.assessments()
                .save(
                        UUID.randomUUID(),
                        "Claims triage",
                        DossierJson.write(
                                Dossier.of(WorkloadOf.workload(Questionnaire.shipped(), health, "not asked"), "2")));
    }

    @Test
    void whatAssessmentsLeanOnIsReadFirstAndOneKeyConfirmsIt() {
        saveAnAssessment();
        FreshnessViewModel model = new FreshnessViewModel(keeper, TEXTS);
        model.refresh();
        int all = model.dueProperty().get().size();
        FactDependency.Due first = model.dueProperty().get().getFirst();
        assertThat(first.assessments()).isEqualTo(1);
        assertThat(first.of().offering()).isIn("groq", "aws-bedrock");
        model.confirm(List.of(first));
        assertThat(model.dueProperty().get()).hasSize(all - 1).doesNotContain(first);
        assertThat(store.changes().getLast().why()).isEqualTo("Read again, unchanged");
        assertThat(store.changes().getLast().who()).isEqualTo("officer");
        model.undo(model.confirmedProperty().get().orElseThrow(), "no");
        assertThat(model.dueProperty().get()).hasSize(all);
        assertThat(changes).isEqualTo(2);
        model.olderThan(365);
        assertThat(model.dueProperty().get()).isEmpty();
    }

    /** The ledger of conflicts lists what assessments keep of vendors' workbooks, and of no archived one. */
    @Test
    void aVendorsAnswerThatSomethingContradictsStandsInTheLedger() {
        Register register = store.asOf(TODAY);
        KeptWorkbook workbook = new KeptWorkbook(
                "anthropic-direct",
                TODAY,
                WorkbookReader.read(
                        "hecvat.csv",
                        "HECVAT 4.1.4;\nID;Answer\nAISC-02;Yes\nDCTR-02;Yes\n".getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        register));
        UUID id = UUID.randomUUID();
        store.assessments()
                .save(id, "Letters", DossierJson.write(Dossier.begun("2").with(workbook)));
        saveAnAssessment();
        List<ConflictsViewModel.Shown> shown = new ArrayList<>();
        ConflictsViewModel model = new ConflictsViewModel(keeper);
        model.load(shown::add);
        assertThat(shown.getLast().answered()).singleElement().satisfies(a -> {
            assertThat(a.assessment()).isEqualTo("Letters");
            assertThat(a.told().answer().control()).isEqualTo("HECVAT-4.14:AISC-02");
            assertThat(a.told().contradictions()).singleElement().isInstanceOf(Contradiction.Published.class);
        });
        store.assessments().archive(id, true);
        model.load(shown::add);
        assertThat(shown.getLast().answered()).isEmpty();
        assertThat(shown.getLast().conflicts()).isEqualTo(shown.getFirst().conflicts());
    }

    @Test
    void aRegisterOfRulesVersionOneIsLookedAtAndBroughtToVersionTwo() {
        try (RegisterStore old = VersionOne.open(folder.resolve("old").toString(), CLOCK)) {
            UpgradeViewModel model = new UpgradeViewModel(
                    new MaintenanceContext(old, CLOCK, "officer", new AtOnce(failures::add), () -> changes++), TEXTS);
            model.refresh();
            Upgrade.Plan plan = model.planProperty().get().orElseThrow();
            assertThat(plan.facts()).isEqualTo(Upgrade.waiting(old, TODAY)).isPositive();
            assertThat(old.changes()).hasSize(1);
            model.accept(" ");
            assertThat(model.doneProperty().get()).contains(plan);
            assertThat(model.planProperty().get().orElseThrow().differences()).isEmpty();
            assertThat(old.changes()).hasSize(2).last().satisfies(c -> {
                assertThat(c.who()).isEqualTo("officer");
                assertThat(c.why()).isEqualTo("Worded for rules version 2");
            });
            assertThat(changes).isEqualTo(1);
        }
        UpgradeViewModel fresh = new UpgradeViewModel(keeper, TEXTS);
        fresh.refresh();
        assertThat(fresh.planProperty().get().orElseThrow().differences()).isEmpty();
    }

    @Test
    void aPackIsWeighedBeforeItIsTakenAndEachDifferenceHasItsChoice() throws IOException {
        saveAnAssessment();
        Path pack = folder.resolve("pack");
        store.export(TODAY).write(pack);
        Path groq = pack.resolve("groq.json");
        Files.writeString(
                groq,
                Files.readString(groq)
                        .replace("\"kind\":\"BAA\",\"status\":\"VERIFY\"", "\"kind\":\"BAA\",\"status\":\"NOT_HELD\"")
                        .replace(
                                "\"zdr\":\"VERIFY\",\"text\":\"Verify on trust portal\",\"source\":0",
                                "\"zdr\":\"STATELESS\",\"source\":19"));
        ImportViewModel model = new ImportViewModel(keeper, TEXTS);
        String before = store.asOf(TODAY).hash();
        model.open(pack);
        List<Difference> found = model.openedProperty().get().orElseThrow().differences();
        assertThat(found)
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Difference.Kind.CHANGED, Difference.Kind.CONTRADICTS);
        Difference zdr = found.stream()
                .filter(d -> d.part().key().equals("zdr"))
                .findFirst()
                .orElseThrow();
        Difference baa = found.stream()
                .filter(d -> d.part().key().endsWith("BAA"))
                .findFirst()
                .orElseThrow();
        assertThat(model.choice(zdr)).isEqualTo(Choice.KEEP_BOTH);
        assertThat(model.effectProperty().get().orElseThrow().impacts())
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.workload().name()).isEqualTo("Claims triage");
                    assertThat(i.offerings()).extracting(o -> o.offering()).containsExactly("groq");
                });
        model.choose(baa, Choice.LEAVE);
        model.choose(zdr, Choice.LEAVE);
        assertThat(model.effectProperty().get().orElseThrow().parts()).isEmpty();
        assertThat(model.effectProperty().get().orElseThrow().impacts()).isEmpty();
        assertThat(store.asOf(TODAY).hash()).isEqualTo(before);
        model.choose(zdr, Choice.KEEP_BOTH);
        model.accept("the trust center");
        assertThat(model.takenProperty().get()).contains(1);
        assertThat(store.asOf(TODAY).offering("groq").orElseThrow().conflicts()).containsKey("zdr");
        assertThat(store.changes().getLast().why()).isEqualTo("the trust center");
    }

    /** Whatever is stopped at a step has changed nothing and leaves nothing behind. */
    @Test
    void whatIsStoppedLeavesEverythingAsItWas() throws IOException {
        Path pack = folder.resolve("pack");
        store.export(TODAY).write(pack);
        Path groq = pack.resolve("groq.json");
        Files.writeString(groq, Files.readString(groq).replace("\"zdr\":\"VERIFY\"", "\"zdr\":\"DEFAULT\""));
        store.evidence().add(Files.writeString(folder.resolve("order.pdf"), "an order form"), "groq", "", "officer");
        String before = store.asOf(TODAY).hash();
        AtOnce stopping = new AtOnce(failures::add);
        MaintenanceContext impatient = new MaintenanceContext(store, CLOCK, "officer", stopping, () -> changes++);
        ImportViewModel packs = new ImportViewModel(impatient, TEXTS);
        TrailViewModel trail = new TrailViewModel(impatient, TEXTS);
        packs.open(pack);
        Path out = folder.resolve("out");
        int step = 0;
        while (packs.exportedProperty().get().isEmpty()) {
            assertThat(out.resolve("pack.json")).doesNotExist();
            stopping.stopAt(step++);
            packs.export(out);
        }
        assertThat(step).as("one for each file at least").isGreaterThan(10);
        stopping.stopAt(1);
        trail.check();
        assertThat(trail.problemsProperty().get()).isEmpty();
        stopping.stopAt(0);
        packs.accept("no");
        assertThat(store.asOf(TODAY).hash()).isEqualTo(before);
        assertThat(store.changes()).hasSize(1);
        assertThat(packs.openedProperty().get()).as("still to be taken").isPresent();
        Path half = folder.resolve("half.zip");
        trail.backUp(half);
        assertThat(half).doesNotExist();
        assertThat(half.resolveSibling("half.zip.part")).doesNotExist();
        stopping.stopAt(-1);
        packs.accept("yes");
        assertThat(store.changes()).hasSize(2);
        assertThat(failures).allMatch(e -> e instanceof CancellationException || e instanceof ProblemException);
        failures.clear();
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void aBadPackIsToldAndNothingIsShown() {
        ImportViewModel model = new ImportViewModel(keeper, TEXTS);
        model.open(folder.resolve("nothing"));
        assertThat(failures).singleElement().asString().contains("pack.json");
        failures.clear();
        assertThat(model.openedProperty().get()).isEmpty();
    }

    @Test
    void aFactIsSeenAsItWasBeforeItsChange() {
        HistoryViewModel model = new HistoryViewModel(keeper);
        model.show("groq");
        Fact<?> baa = fact(model, "attestation/BAA");
        store.edit(
                List.of(new Edit.Put(
                        RegisterKey.fact("groq", "attestation/BAA"),
                        "{\"fact\":\"attestation\",\"kind\":\"BAA\",\"status\":\"HELD\",\"holder\":\"groq\",\"source\":19,\"read\":\""
                                + TODAY + "\"}")),
                new Attribution(TODAY, "officer", "now", Optional.of(new Citation(19, TODAY))));
        model.refresh();
        assertThat(fact(model, "attestation/BAA").citations()).containsExactly(new Citation(19, TODAY));
        assertThat(model.shownProperty().get().orElseThrow().of(baa)).hasSize(2);
        model.at(TODAY.minusDays(1), Optional.empty());
        assertThat(fact(model, "attestation/BAA")).isEqualTo(baa);
        model.at(TODAY, Optional.of(TODAY));
        assertThat(fact(model, "attestation/BAA")).isNotEqualTo(baa);
    }

    private static Fact<?> fact(HistoryViewModel model, String id) {
        return model.shownProperty().get().orElseThrow().offering().orElseThrow().facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void checksBacksUpKeepsDocumentsAndUndoes() throws IOException {
        TrailViewModel model = new TrailViewModel(keeper, TEXTS);
        store.confirm(List.of(RegisterKey.fact("groq", "zdr")), TODAY, "officer", "read");
        model.refresh();
        assertThat(model.changesProperty().get()).hasSize(2);
        Path order = Files.writeString(folder.resolve("order.pdf"), "an order form");
        model.add(List.of(order), "groq");
        assertThat(model.documentsProperty().get()).hasSize(1);
        model.check();
        assertThat(model.problemsProperty().get()).contains(List.of());
        model.backUp(folder.resolve("backup.zip"));
        assertThat(model.backedUpProperty().get()).contains(folder.resolve("backup.zip"));
        Files.delete(folder.resolve("register/evidence")
                .resolve(model.documentsProperty().get().getFirst().sha256()));
        model.check();
        assertThat(model.problemsProperty().get().orElseThrow()).hasSize(1);
        model.undo(model.changesProperty().get().getFirst(), "no");
        assertThat(model.changesProperty().get()).hasSize(3);
    }
}
