package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.report.data.JsonReport;
import domicile.residency.Attestation;
import domicile.residency.Capture;
import domicile.residency.Citation;
import domicile.residency.Offering;
import domicile.residency.Quote;
import domicile.residency.Register;
import domicile.residency.Retention;
import domicile.residency.Workload;
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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every register does, whichever database it lies in. */
abstract class StoreContract {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 24);

    private String location;
    private RegisterStore store;

    /** A place that no register lies in yet. */
    abstract String fresh();

    @BeforeEach
    void make() {
        location = fresh();
        store = RegisterStore.open(location, CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RegisterStore open() {
        return RegisterStore.open(location, CLOCK);
    }

    /** The register as it is opened at a later time. */
    private void later(String time) {
        store.close();
        store = RegisterStore.open(location, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    private List<Difference> take(Pack pack, LocalDate stamp, String why) {
        return store.importPack(pack, true, d -> Difference.Choice.TAKE, new Attribution(stamp, "me", why));
    }

    private static Attribution citing(int source, LocalDate read) {
        return new Attribution(SEPTEMBER, "me", "read the page", Optional.of(new Citation(source, read)));
    }

    private static final RegisterKey BAA = RegisterKey.fact("groq", "attestation/BAA");

    private static Edit baa(String status, int source, LocalDate read) {
        return new Edit.Put(
                BAA,
                "{\"fact\":\"attestation\",\"kind\":\"BAA\",\"status\":\"" + status
                        + "\",\"holder\":\"groq\",\"source\":" + source + ",\"read\":\"" + read + "\"}");
    }

    private String assessed(LocalDate day, Instant known) {
        Register register = store.asOf(day, known);
        Workload workload = WorkloadFile.read(Path.of("data/examples/us-health.json"), register);
        return JsonReport.render(List.of(Assessor.assess(workload, register, day, Freshness.DEFAULT)));
    }

    @Test
    void aReportOfAnEarlierDayComesOutByteForByteAgain() {
        Instant then = CLOCK.instant();
        String before = assessed(SEPTEMBER, then);
        later("2026-12-01T00:00:00Z");
        store.edit(List.of(baa("NOT_HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        take(retentionOf("groq", 30), JUNE, "a correction");
        assertThat(assessed(SEPTEMBER, then)).isEqualTo(before);
        assertThat(assessed(SEPTEMBER, Instant.parse("2026-12-01T00:00:00Z"))).isNotEqualTo(before);
        store.close();
        store = open();
        assertThat(assessed(SEPTEMBER, then)).isEqualTo(before);
    }

    @Test
    void aTimeBeforeAnythingWasKnownIsRefused() {
        assertThatThrownBy(() -> store.asOf(JUNE, CLOCK.instant().minusSeconds(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("knew nothing")
                .hasMessageContaining("2026-11-24T10:00:00Z");
    }

    /** What was read before a change is not asked for again: what is checked is what the database then has. */
    @Test
    void aChangeIsCheckedAsItIsStored() {
        store.write(changes -> {
            List<RegisterRecord> before = changes.asOf(SEPTEMBER);
            RegisterKey gone = before.stream()
                    .map(RegisterRecord::part)
                    .filter(p -> p.offering().equals("groq") && p.key().startsWith("attestation/SOC2"))
                    .findFirst()
                    .orElseThrow();
            List<StoredEntry> written = List.of(
                    new StoredEntry(BAA, 99, Optional.of(((Edit.Put) baa("NOT_HELD", 19, SEPTEMBER)).json())),
                    new StoredEntry(gone, 0, Optional.empty()));
            changes.write(citing(19, SEPTEMBER), "", written);
            assertThat(Entries.asOf(changes.handle(), SEPTEMBER))
                    .isEqualTo(ChangeWriter.with(before, written))
                    .isNotEqualTo(before);
            return written;
        });
        String hash = store.asOf(SEPTEMBER).hash();
        List<StoredEntry> without = List.of(new StoredEntry(RegisterKey.source(19), 0, Optional.empty()));
        for (boolean asked : List.of(true, false)) {
            assertThatThrownBy(() -> store.write(changes -> {
                        List<RegisterRecord> before = asked ? changes.asOf(SEPTEMBER) : List.of();
                        changes.write(citing(19, SEPTEMBER), "", without);
                        return before;
                    }))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("needs");
        }
        assertThat(store.asOf(SEPTEMBER).hash()).isEqualTo(hash);
    }

    @Test
    void twoWhoChangeTheSameFactAreTold() {
        long seen = store.lastChange().number();
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER), seen);
        String held = store.asOf(SEPTEMBER).hash();
        for (Edit theirs : List.of(baa("NOT_HELD", 19, SEPTEMBER), new Edit.Remove(BAA))) {
            assertThatThrownBy(() -> store.edit(List.of(theirs), citing(19, SEPTEMBER), seen))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("somebody else has changed groq:attestation/BAA")
                    .hasMessageContaining("status \"HELD\" → " + (theirs instanceof Edit.Put ? "\"NOT_HELD\"" : "-"));
        }
        assertThat(store.asOf(SEPTEMBER).hash()).isEqualTo(held);
        // the same twice is no dispute, and neither is another part
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER), seen);
        store.edit(List.of(new Edit.Remove(RegisterKey.fact("groq", "trustPortal"))), citing(19, SEPTEMBER), seen);
        // whoever has seen it decides, and a change of another day counts as much
        store.edit(
                List.of(baa("NOT_HELD", 19, SEPTEMBER)),
                citing(19, SEPTEMBER),
                store.lastChange().number());
        Attribution earlier = new Attribution(JUNE, "me", "late", Optional.of(new Citation(19, JUNE)));
        assertThatThrownBy(() -> store.edit(List.of(baa("SCOPED", 19, JUNE)), earlier, seen))
                .hasMessageContaining("somebody else has changed");
    }

    @Test
    void anEditIsANewVersionWithItsPageAndUndoIsAnother() {
        String before = store.asOf(SEPTEMBER).hash();
        String june = store.asOf(JUNE).hash();
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        assertThat(store.asOf(JUNE).hash()).isEqualTo(june);
        assertThat(store.asOf(SEPTEMBER).offering("groq").orElseThrow().attestations(Attestation.Kind.BAA))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.value().status()).isEqualTo(Attestation.Status.HELD);
                    assertThat(f.citations()).containsExactly(new Citation(19, SEPTEMBER));
                });
        Version edited = store.history("groq").getLast();
        assertThat(edited.change().cited()).contains(new Citation(19, SEPTEMBER));
        assertThat(edited.fields()).extracting(FieldChange::field).containsExactly("status", "text", "source", "read");
        store.undo(edited.change().number(), "me", "the wrong page");
        assertThat(store.asOf(SEPTEMBER).hash()).isEqualTo(before);
        assertThat(store.changes()).hasSize(3);
        assertThat(store.history("groq").getLast().change().why()).isEqualTo("the wrong page");
    }

    @Test
    void whatAnotherProgramChangedIsSeenByAStoreThatIsOpen() {
        Register before = store.asOf(SEPTEMBER);
        assertThat(store.asOf(SEPTEMBER)).as("not made twice").isSameAs(before);
        try (RegisterStore other = open()) {
            other.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
            assertThat(store.asOf(SEPTEMBER).hash())
                    .isNotEqualTo(before.hash())
                    .isEqualTo(other.asOf(SEPTEMBER).hash());
            other.undo(other.changes().getLast().number(), "me", "the wrong page");
        }
        assertThat(store.asOf(SEPTEMBER).hash()).isEqualTo(before.hash());
    }

    private static final RegisterKey DAMMAM = RegisterKey.fact("groq", "placement/INFERENCE/dammam");

    @Test
    void onePageReadAgainLeavesTheDaysOfTheOthers() throws IOException {
        String before = store.find(DAMMAM, SEPTEMBER).orElseThrow();
        List<Citation> cited = PartFields.citations(before);
        assertThat(cited).extracting(Citation::source).containsExactly(0, 20, 21, 22);
        List<Citation> now = cited.stream()
                .map(c -> c.source() == 21 ? new Citation(21, SEPTEMBER) : c)
                .filter(c -> c.source() != 22)
                .toList();
        store.edit(
                List.of(new Edit.Put(
                        DAMMAM,
                        PartFields.cited(
                                PartFields.of(before), now, store.kinds().ofFact(DAMMAM.key())))),
                citing(21, SEPTEMBER));
        assertThat(cited(DAMMAM)).isEqualTo(now);
        assertThat(store.history("groq").getLast().fields())
                .extracting(FieldChange::field)
                .containsExactly("source", "read");
        Path pack = Files.createTempDirectory("domicile-cited").resolve("pack");
        Pack exported = store.export(SEPTEMBER);
        exported.write(pack);
        assertThat(Pack.read(pack, SEPTEMBER).register(SEPTEMBER).hash())
                .isEqualTo(store.asOf(SEPTEMBER).hash());
        assertThat(store.diff(exported, true, SEPTEMBER).differences()).isEmpty();
        store.confirm(List.of(DAMMAM), SEPTEMBER, "me", "all read");
        assertThat(cited(DAMMAM)).extracting(Citation::read).containsOnly(SEPTEMBER);
        store.undo(store.changes().getLast().number(), "me", "not all");
        assertThat(cited(DAMMAM)).isEqualTo(now);
        assertThat(store.check()).isEmpty();
    }

    private List<Citation> cited(RegisterKey fact) {
        return store.asOf(SEPTEMBER).offering(fact.offering()).orElseThrow().facts().stream()
                .filter(f -> f.id().equals(fact.key()))
                .findFirst()
                .orElseThrow()
                .citations();
    }

    @Test
    void whatIsAddedIsCalledByItsOwnFieldsAndNeverTakesThePlaceOfAnother() {
        Edit page = new Edit.Add(
                RegisterKey.Kind.SOURCE,
                "",
                "{\"number\":40,\"kind\":\"PROVIDER\",\"publisher\":\"Acme\",\"title\":\"Trust\",\"url\":\"https://acme.example/\",\"states\":\"All of it\"}");
        Edit seller = new Edit.Add(RegisterKey.Kind.PROVIDER, "", "{\"id\":\"acme\",\"name\":\"Acme\"}");
        Edit lane = new Edit.Add(
                RegisterKey.Kind.OFFERING,
                "",
                "{\"id\":\"acme-direct\",\"name\":\"Acme API\",\"provider\":\"acme\",\"operator\":\"acme\"}");
        Edit zdr = new Edit.Add(
                RegisterKey.Kind.FACT,
                "acme-direct",
                "{\"fact\":\"zdr\",\"zdr\":\"DEFAULT\",\"source\":40,\"read\":\"" + SEPTEMBER + "\"}");
        store.edit(List.of(page, seller, lane, zdr), citing(40, SEPTEMBER));
        Offering made = store.asOf(SEPTEMBER).offering("acme-direct").orElseThrow();
        assertThat(made.facts()).extracting(f -> f.id()).containsExactly("zdr");
        for (Edit again : List.of(page, seller, lane, zdr)) {
            refused("already", List.of(again), citing(40, SEPTEMBER));
        }
        refused(
                "not changed by hand",
                List.of(new Edit.Add(RegisterKey.Kind.COUNTRY, "", "{}")),
                citing(40, SEPTEMBER));
        store.undo(store.changes().getLast().number(), "me", "no such seller");
        assertThat(store.asOf(SEPTEMBER).offering("acme-direct")).isEmpty();
        assertThat(store.check()).isEmpty();
    }

    @Test
    void undoNeverDropsALaterChange() {
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        long first = store.changes().getLast().number();
        store.edit(List.of(baa("NOT_HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        assertThatThrownBy(() -> store.undo(first, "me", "no"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("undo the later change first");
        store.undo(store.changes().getLast().number(), "me", "no");
        store.undo(first, "me", "nor that");
        assertThat(store.changes()).hasSize(5);
    }

    @Test
    void anEditThatDoesNotHoldTogetherIsRefusedWhole() {
        String before = store.asOf(SEPTEMBER).hash();
        int changes = store.changes().size();
        refused("does not cite", List.of(baa("HELD", 0, SEPTEMBER)), citing(19, SEPTEMBER));
        refused(
                "in the future",
                List.of(baa("HELD", 19, LocalDate.of(2027, 1, 1))),
                citing(19, LocalDate.of(2027, 1, 1)));
        refused("no source 99", List.of(baa("HELD", 99, SEPTEMBER)), citing(99, SEPTEMBER));
        refused("rests on no page", List.of(baa("HELD", 19, SEPTEMBER)), new Attribution(SEPTEMBER, "me", "why"));
        refused("source:19", List.of(new Edit.Remove(RegisterKey.source(19))), citing(0, SEPTEMBER));
        refused(
                "needs groq,",
                List.of(baa("HELD", 19, SEPTEMBER), new Edit.Remove(RegisterKey.offering("groq"))),
                citing(19, SEPTEMBER));
        refused(
                "no longer attestation/BAA",
                List.of(new Edit.Put(
                        BAA, "{\"fact\":\"zdr\",\"zdr\":\"VERIFY\",\"source\":19,\"read\":\"2026-09-01\"}")),
                citing(19, SEPTEMBER));
        refused(
                "markup",
                List.of(new Edit.Put(
                        RegisterKey.offering("groq"),
                        "{\"id\":\"groq\",\"name\":\"<b>Groq\",\"provider\":\"groq\",\"operator\":\"groq\"}")),
                citing(19, SEPTEMBER));
        assertThat(store.asOf(SEPTEMBER).hash()).isEqualTo(before);
        assertThat(store.changes()).hasSize(changes);
        assertThat(store.check()).isEmpty();
    }

    private void refused(String because, List<Edit> edits, Attribution by) {
        assertThatThrownBy(() -> store.edit(edits, by))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(because);
    }

    @Test
    void aPageReadAgainIsANewDateAndNothingElse() {
        store.confirm(
                List.of(BAA, RegisterKey.fact("groq", "placement/INFERENCE/dammam")), SEPTEMBER, "me", "unchanged");
        var groq = store.asOf(SEPTEMBER).offering("groq").orElseThrow();
        assertThat(groq.facts().stream()
                        .filter(f -> f.citations().getFirst().read().equals(SEPTEMBER))
                        .map(f -> f.value().key()))
                .containsExactly("placement/INFERENCE/dammam", "attestation/BAA");
        assertThat(store.history("groq").getLast().fields())
                .extracting(FieldChange::field)
                .containsExactly("read");
        assertThatThrownBy(() -> store.confirm(List.of(BAA), JUNE.minusYears(1), "me", "unchanged"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theAuditTrailIsChainedAndWhole() {
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        assertThat(store.changes())
                .extracting(Change::hash)
                .doesNotHaveDuplicates()
                .allMatch(h -> h.matches("sha256:[0-9a-f]{64}"));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackMakesNothingKnownEarlier() {
        later("2026-11-01T00:00:00Z");
        store.edit(List.of(baa("HELD", 19, SEPTEMBER)), citing(19, SEPTEMBER));
        assertThat(store.changes()).extracting(Change::knownAt).containsOnly(CLOCK.instant());
    }

    @Test
    void isMadeFromTheShippedPackAtFirstUse() {
        assertThat(store.asOf(JUNE)).isEqualTo(store.asOf(JUNE));
        assertThat(store.asOf(JUNE).hash())
                .isEqualTo(Pack.shipped().register(JUNE).hash());
        assertThat(store.asOf(JUNE).offerings()).isEqualTo(Pack.shipped().offerings());
    }

    @Test
    void refusesADayBeforeAnythingIsInForce() {
        assertThatThrownBy(() -> store.asOf(LocalDate.of(2026, 5, 31)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2026-06-01");
    }

    @Test
    void importingWhatIsThereChangesNothing() {
        assertThat(take(Pack.shipped(), SEPTEMBER, "again")).isEmpty();
        assertThat(store.history("groq")).extracting(v -> v.change().pack()).containsOnly("domicile-seed");
    }

    @Test
    void keepsEveryVersionAndAnswersAsOfAnyDay() {
        String before = store.asOf(JUNE).hash();
        Pack changed = retentionOf("anthropic-direct", 0);
        assertThat(store.diff(changed, true, SEPTEMBER).differences())
                .extracting(Difference::kind, d -> d.part().about())
                .contains(org.assertj.core.groups.Tuple.tuple(Difference.Kind.CHANGED, "anthropic-direct"));
        take(changed, SEPTEMBER, "the provider changed its page");
        store.close();
        store = open();
        assertThat(store.asOf(JUNE).hash()).isEqualTo(before);
        assertThat(store.asOf(SEPTEMBER).hash()).isNotEqualTo(before);
        assertThat(store.asOf(SEPTEMBER)
                        .offering("anthropic-direct")
                        .orElseThrow()
                        .retentionOn(SEPTEMBER)
                        .agreed()
                        .orElseThrow()
                        .days())
                .isZero();
        assertThat(store.history("anthropic-direct")).last().satisfies(v -> {
            assertThat(v.change().validFrom()).isEqualTo(SEPTEMBER);
            assertThat(v.change().who()).isEqualTo("me");
            assertThat(v.change().why()).isEqualTo("the provider changed its page");
            assertThat(v.fields()).containsExactly(new FieldChange("days", Optional.of("7"), Optional.of("0")));
        });
    }

    /** The shipped pack, with another number of days in one offering's retention. */
    private static Pack retentionOf(String id, int days) {
        Pack p = Pack.shipped();
        List<Offering> offerings = p.offerings().stream()
                .map(o -> o.id().equals(id) ? with(o, days) : o)
                .toList();
        return new Pack(
                "changed",
                p.name(),
                p.published(),
                p.providers(),
                offerings,
                p.sources(),
                p.areas(),
                p.controls(),
                List.of(),
                Documents.NONE);
    }

    private static Offering with(Offering o, int days) {
        return new Offering(
                o.id(),
                o.name(),
                o.provider(),
                o.operator(),
                o.facts().stream()
                        .<domicile.residency.Fact<?>>map(f -> f.value() instanceof Retention r
                                ? new domicile.residency.Fact<>(
                                        new Retention(days, r.from(), r.what()), f.text(), f.citations())
                                : f)
                        .toList());
    }

    @Test
    void anExportImportedElsewhereIsTheSameRegister() {
        Pack exported = store.export(JUNE);
        assertThat(exported.register(JUNE).hash()).isEqualTo(store.asOf(JUNE).hash());
        assertThat(store.diff(exported, true, JUNE).differences()).isEmpty();
    }

    /** What both have changed stays as it was stored first; {@link AnswerMergeTest} says how it is told. */
    @Test
    void twoWhoAnswerOneAssessmentLoseNothing() {
        UUID id = UUID.randomUUID();
        SavedAssessments.Known begun = new SavedAssessments.Known("Triage", "{\"answers\":{\"a\":1}}");
        store.assessments().save(id, begun.name(), begun.answers());
        store.assessments().save(id, "Triage", "{\"answers\":{\"a\":1,\"b\":2,\"d\":4}}", Optional.of(begun));
        store.assessments().save(id, "Claims", "{\"answers\":{\"a\":1,\"c\":3,\"d\":5}}", Optional.of(begun));
        store.assessments().save(id, "Triage", "{\"answers\":{\"a\":1,\"e\":6}}", Optional.of(begun));
        SavedAssessments.Saved waiting = store.assessments().find(id).orElseThrow();
        store.assessments().settle();
        SavedAssessments.Saved saved = store.assessments().find(id).orElseThrow();
        assertThat(saved.name()).isEqualTo("Claims").isEqualTo(waiting.name());
        assertThat(saved.answers())
                .isEqualTo("{\"answers\":{\"a\":1,\"b\":2,\"d\":4,\"c\":3,\"e\":6}}")
                .isEqualTo(waiting.answers());
        assertThat(store.check()).isEmpty();
    }

    @Test
    void savedAssessmentsOutliveTheProgram() {
        UUID id = UUID.randomUUID();
        store.assessments().save(id, "Claims triage", "{}");
        store.assessments().save(id, "Claims triage II", "{\"a\":1}");
        store.close();
        store = open();
        assertThat(store.assessments().all()).singleElement().satisfies(saved -> {
            assertThat(saved.name()).isEqualTo("Claims triage II");
            assertThat(saved.answers()).isEqualTo("{\"a\":1}");
            assertThat(saved.archived()).isFalse();
        });
        store.assessments().archive(id, true);
        assertThat(store.assessments().find(id).orElseThrow().archived()).isTrue();
    }

    @Test
    void aRegisterOfRulesVersionOneIsUpgradedInOneChangeThatCanBeUndone() {
        store.close();
        location = fresh();
        store = VersionOne.open(location, CLOCK);
        String old = store.asOf(JUNE).hash();
        assertThat(old).isEqualTo(VersionOne.pack().register(JUNE).hash());
        int waiting = Upgrade.waiting(store, JUNE);
        assertThat(waiting).isGreaterThan(30);
        Upgrade.Plan plan = store.upgrade(Optional.empty(), "me", Upgrade.WHY);
        assertThat(plan.facts()).isEqualTo(waiting);
        assertThat(plan.edited()).isEmpty();
        assertThat(store.asOf(JUNE).hash())
                .isEqualTo(Pack.shipped().register(JUNE).hash());
        assertThat(Upgrade.waiting(store, JUNE)).isZero();
        assertThat(store.changes()).hasSize(2).last().satisfies(c -> {
            assertThat(c.validFrom()).isEqualTo(VersionOne.pack().published());
            assertThat(c.why()).isEqualTo(Upgrade.WHY);
        });
        assertThat(store.history("groq").stream()
                        .filter(v -> v.part().key().equals("placement/INFERENCE/dammam"))
                        .map(Version::fields)
                        .toList()
                        .getLast())
                .containsExactly(
                        new FieldChange("selection", Optional.of("\"SELECTABLE\""), Optional.of("\"UNSTATED\"")));
        assertThat(store.upgrade(Optional.empty(), "me", "twice").differences()).isEmpty();
        assertThat(store.changes()).hasSize(2);
        assertThat(store.check()).isEmpty();
        store.undo(store.changes().getLast().number(), "me", "not yet");
        assertThat(store.asOf(JUNE).hash()).isEqualTo(old);
        assertThat(Upgrade.waiting(store, JUNE)).isEqualTo(waiting);
    }

    @Test
    void anUpgradeLeavesAndListsWhatWasEdited() {
        store.close();
        location = fresh();
        store = VersionOne.open(location, CLOCK);
        RegisterKey dammam = RegisterKey.fact("groq", "placement/INFERENCE/dammam");
        String json = store.find(dammam, JUNE).orElseThrow().replace("Dammam\"", "Dammam II\"");
        store.edit(
                List.of(new Edit.Put(dammam, json.replaceFirst("\"read\":.*", "\"read\":\"" + SEPTEMBER + "\"}"))),
                citing(20, SEPTEMBER));
        int waiting = Upgrade.waiting(store, SEPTEMBER);
        assertThat(waiting).isEqualTo(Upgrade.waiting(store, JUNE) - 1);
        Upgrade.Plan plan = store.upgrade(Optional.empty(), "me", Upgrade.WHY);
        assertThat(plan.facts()).isEqualTo(waiting);
        assertThat(plan.edited()).containsExactly(dammam);
        assertThat(store.find(dammam, SEPTEMBER).orElseThrow())
                .contains("Dammam II")
                .contains("SELECTABLE");
        assertThat(store.find(RegisterKey.fact("groq", "placement/INFERENCE/us"), SEPTEMBER)
                        .orElseThrow())
                .contains("UNSTATED");
    }

    private static Captures.Page page(String text) {
        return new Captures.Page(text.getBytes(StandardCharsets.UTF_8), "text/plain", "page.txt", "", Capture.How.FILE);
    }

    @Test
    void aPageThatIsTakenInIsAPartOfTheRegisterAndNotOfItsHash() {
        String before = store.asOf(NOVEMBER).hash();
        Capture capture = store.captures().take(0, page("All inference runs in Ireland."), "me");
        assertThat(store.captures().take(0, page("All inference runs in Ireland."), "me"))
                .isEqualTo(capture);
        Register register = store.asOf(NOVEMBER);
        assertThat(register.captures()).containsExactly(capture);
        assertThat(register.hash()).isEqualTo(before);
        assertThat(new String(store.captures().bytes(capture), StandardCharsets.UTF_8))
                .isEqualTo("All inference runs in Ireland.");
        assertThat(store.check()).isEmpty();
        assertThat(store.changes().getLast().who()).isEqualTo("me");
        assertThatThrownBy(() -> store.undo(store.changes().getLast().number(), "me", "taken back"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("took pages in");
        assertThatThrownBy(() -> store.captures().take(77, page("x"), "me")).isInstanceOf(ProblemException.class);
        assertThat(store.asOf(NOVEMBER).captures()).hasSize(1);
    }

    @Test
    void aWithdrawnPageLosesItsBytesAndItsQuotesCountNoMore() {
        Capture capture = store.captures().take(0, page("All inference runs in Ireland."), "me");
        RegisterKey zdr = RegisterKey.fact("groq", "zdr");
        quote(zdr, capture);
        assertThat(quotes()).hasSize(1).allMatch(q -> !q.withdrawn());
        String hash = store.asOf(NOVEMBER).hash();

        store.captures().withdraw(capture, "me", "not the page");

        Register register = store.asOf(NOVEMBER);
        assertThat(quotes()).hasSize(1).allMatch(Quote::withdrawn);
        assertThat(register.hash()).isNotEqualTo(hash);
        assertThat(register.captures())
                .singleElement()
                .satisfies(c -> assertThat(c.withdrawn().orElseThrow().why()).isEqualTo("not the page"));
        assertThat(register.capture(0)).isEmpty();
        assertThatThrownBy(() -> store.captures().bytes(capture)).isInstanceOf(ProblemException.class);
        assertThat(store.check()).isEmpty();
        assertThatThrownBy(() -> store.undo(store.changes().getLast().number(), "me", "taken back"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aPackCarriesQuotesAndTheirPagesWhereThatIsAsked() throws IOException {
        Capture capture = store.captures().take(0, page("All inference runs in Ireland."), "me");
        store.captures().take(1, page("Nobody quotes this."), "me");
        quote(RegisterKey.fact("groq", "zdr"), capture);
        Path bare = Files.createTempDirectory("pack");
        Path whole = Files.createTempDirectory("pack");
        store.export(NOVEMBER).write(bare);
        store.exportWithCaptures(NOVEMBER).write(whole);
        assertThat(bare.resolve("captures.json")).doesNotExist();
        assertThat(whole.resolve("captures").resolve(capture.sha256())).exists();
        String hash = store.asOf(NOVEMBER).hash();

        try (RegisterStore other = RegisterStore.open(fresh(), CLOCK)) {
            Attribution by = new Attribution(NOVEMBER, "me", "from elsewhere");
            other.importPack(Pack.read(bare, NOVEMBER), true, d -> Difference.Choice.TAKE, by);
            assertThat(other.asOf(NOVEMBER).hash()).isEqualTo(hash);
            assertThat(other.asOf(NOVEMBER).captures()).isEmpty();
            other.importPack(Pack.read(whole, NOVEMBER), true, d -> Difference.Choice.TAKE, by);
            assertThat(other.asOf(NOVEMBER).captures()).containsExactly(capture);
            assertThat(other.captures().bytes(capture))
                    .isEqualTo(store.captures().bytes(capture));
            // nothing that a pack says takes a page away
            other.importPack(Pack.shipped(), true, d -> Difference.Choice.TAKE, by);
            assertThat(other.asOf(NOVEMBER).captures()).containsExactly(capture);
            // nor the words, where it says the same without them
            assertThat(quotes(other)).containsExactlyElementsOf(quotes(store));
            assertThat(other.check()).isEmpty();
        }
        Files.writeString(whole.resolve("captures").resolve(capture.sha256()), "another page");
        assertThatThrownBy(() -> Pack.read(whole, NOVEMBER)).isInstanceOf(ProblemException.class);
    }

    private void quote(RegisterKey fact, Capture capture) {
        Register register = store.asOf(NOVEMBER);
        var said = register.offering(fact.offering()).orElseThrow().facts().stream()
                .filter(f -> f.id().equals(fact.key()))
                .findFirst()
                .orElseThrow();
        Quote quote = new Quote(
                capture.sha256(),
                "All inference runs in Ireland.",
                "",
                "",
                Quote.Unit.SENTENCE,
                Optional.empty(),
                false);
        Citation cited = new Citation(capture.source(), capture.day());
        List<Citation> citations = new ArrayList<>(said.citations());
        citations.removeIf(c -> c.source() == capture.source());
        citations.add(cited.quoting(quote));
        store.edit(
                List.of(new Edit.Put(fact, PartFields.cite(said, citations))),
                new Attribution(capture.day(), "me", "quoted", Optional.of(cited)));
    }

    private List<Quote> quotes() {
        return quotes(store);
    }

    private static List<Quote> quotes(RegisterStore store) {
        return store.asOf(NOVEMBER).offerings().stream()
                .flatMap(o -> o.facts().stream())
                .flatMap(f -> f.citations().stream())
                .flatMap(c -> c.quote().stream())
                .toList();
    }
}
