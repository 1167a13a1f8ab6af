package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Placement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A register that was made under rules version 1 is brought to version 2, and what somebody edited is left. */
class UpgradeTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(StoreContract.CLOCK.instant(), ZoneOffset.UTC);
    private static final LocalDate FIRST = VersionOne.pack().published();
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final int ALL = 41;

    @TempDir
    private java.nio.file.Path folder;

    private RegisterStore store;

    @BeforeEach
    void make() {
        store = VersionOne.open(folder.resolve("one").toString(), StoreContract.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Upgrade.Plan upgrade() {
        return store.upgrade(Optional.empty(), "officer", Upgrade.WHY);
    }

    private Offering offering(String id) {
        return store.asOf(TODAY).offering(id).orElseThrow();
    }

    @Test
    void whatChangedBetweenThePacksIsKnownWholeAndNothingElse() {
        Set<String> old = says(VersionOne.pack());
        Set<String> now = says(Pack.shipped());
        Set<String> changed = new HashSet<>(old);
        changed.removeAll(now);
        assertThat(store.upgradePlan(Optional.empty()).differences().stream()
                        .filter(d -> d.part().kind() == RegisterKey.Kind.FACT
                                || d.part().kind() == RegisterKey.Kind.ADEQUACY)
                        .flatMap(d -> d.before().map(b -> d.part().text() + b).stream()))
                .containsExactlyInAnyOrderElementsOf(changed.stream()
                        .filter(s -> s.contains("\"fact\"") || s.startsWith("adequacy"))
                        .toList());
        assertThat(changed.stream().filter(s -> s.contains("\"fact\""))).hasSize(ALL);
    }

    private static Set<String> says(Pack pack) {
        Set<String> all = new HashSet<>();
        RegisterRecord.of(pack).forEach(e -> all.add(e.part().text() + e.payload()));
        return all;
    }

    @Test
    void aWaitingRegisterSaysHowManyAndANewOneNone() {
        assertThat(Upgrade.waiting(store, TODAY)).isEqualTo(ALL);
        assertThat(Upgrade.waiting(store, FIRST.minusDays(1))).isZero();
        try (RegisterStore fresh = RegisterStore.open(folder.resolve("two").toString(), StoreContract.CLOCK)) {
            assertThat(Upgrade.waiting(fresh, TODAY)).isZero();
            assertThat(fresh.upgradePlan(Optional.empty()))
                    .satisfies(p -> assertThat(p.differences()).isEmpty())
                    .satisfies(p -> assertThat(p.edited()).isEmpty());
        }
    }

    @Test
    void aPlanWritesNothing() {
        String before = store.asOf(TODAY).hash();
        assertThat(store.upgradePlan(Optional.empty()).facts()).isEqualTo(ALL);
        assertThat(store.asOf(TODAY).hash()).isEqualTo(before);
        assertThat(store.changes()).hasSize(1);
    }

    @Test
    void readingDaysStayThoseOfTheOldForm() {
        RegisterKey eu = RegisterKey.fact("openai-direct", "placement/STORAGE/eu");
        RegisterKey ties = RegisterKey.fact("mistral-la-plateforme", "note/frameworkAgreements");
        store.confirm(List.of(eu, ties), SEPTEMBER, "officer", "read again");
        Upgrade.Plan plan = upgrade();
        assertThat(plan.facts()).isEqualTo(ALL);
        assertThat(plan.day()).isEqualTo(SEPTEMBER);
        assertThat(offering("openai-direct").facts().stream()
                        .filter(f -> f.id().startsWith(eu.key()))
                        .map(f -> f.id() + " " + f.citations()))
                .containsExactly(
                        eu.key() + "#index " + List.of(new Citation(0, SEPTEMBER)),
                        eu.key() + "#announcement " + List.of(new Citation(5, SEPTEMBER)));
        assertThat(offering("mistral-la-plateforme").facts().stream()
                        .filter(f -> f.id().startsWith("corporateTie"))
                        .map(Fact::read))
                .containsExactly(SEPTEMBER, SEPTEMBER);
        assertThat(offering("groq").deployments())
                .allSatisfy(f -> assertThat(f.read()).isEqualTo(FIRST));
        assertThat(Upgrade.waiting(store, TODAY)).isZero();
    }

    @Test
    void aDayCanBeGiven() {
        Upgrade.Plan plan = store.upgrade(Optional.of(SEPTEMBER), "officer", "from September");
        assertThat(plan.day()).isEqualTo(SEPTEMBER);
        assertThat(Upgrade.waiting(store, SEPTEMBER.minusDays(1))).isEqualTo(ALL);
        assertThat(Upgrade.waiting(store, SEPTEMBER)).isZero();
    }

    @Test
    void whatSomebodyAddedUnderANewNameStays() {
        store.edit(
                List.of(
                        new Edit.Add(
                                RegisterKey.Kind.FACT,
                                "mistral-la-plateforme",
                                "{\"fact\":\"corporateTie\",\"party\":\"Government of France\",\"country\":\"FR\",\"relation\":\"PARTNER\",\"source\":0,\"read\":\""
                                        + FIRST + "\"}"),
                        new Edit.Put(
                                RegisterKey.offering("groq"),
                                "{\"id\":\"groq\",\"name\":\"Groq\",\"provider\":\"groq\",\"operator\":\"groq\",\"products\":[\"Our Groq\"]}"),
                        new Edit.Add(
                                RegisterKey.Kind.FACT,
                                "anthropic-direct",
                                "{\"fact\":\"placement\",\"layer\":\"STORAGE\",\"id\":\"with-us\",\"name\":\"Beside us\",\"selection\":\"SELECTABLE\",\"places\":[\"US\"],\"deployments\":[\"us\"],\"source\":0,\"read\":\""
                                        + FIRST + "\"}")),
                new Attribution(FIRST, "officer", "known from the contract", Optional.of(new Citation(0, FIRST))));
        upgrade();
        assertThat(offering("groq").products()).containsExactly("Our Groq");
        assertThat(store.find(RegisterKey.fact("mistral-la-plateforme", "corporateTie/FR/Government of France"), TODAY))
                .hasValueSatisfying(json -> assertThat(json).contains("\"PARTNER\""));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void anUpgradedFactThatIsEditedAfterwardsIsNotListed() {
        upgrade();
        RegisterKey tokyo = RegisterKey.fact("fireworks-ai", "placement/INFERENCE/tokyo");
        String json = store.find(tokyo, TODAY).orElseThrow().replace("UNSTATED", "SELECTABLE");
        store.edit(
                List.of(new Edit.Put(tokyo, json)),
                new Attribution(TODAY, "officer", "their answer", Optional.of(new Citation(18, FIRST))));
        assertThat(store.upgradePlan(Optional.empty()))
                .satisfies(p -> assertThat(p.differences()).isEmpty())
                .satisfies(p -> assertThat(p.edited()).isEmpty());
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 12).mapToObj(i -> 20_260_601L + i);
    }

    /**
     * Whatever was edited, confirmed or taken out before: it stays, and everything else says what the shipped pack
     * says.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverWasEditedStays(long seed) {
        Random random = new Random(seed);
        List<RegisterRecord> old = RegisterRecord.of(VersionOne.pack()).stream()
                .filter(e -> e.kind() == RegisterKey.Kind.FACT)
                .toList();
        Set<RegisterKey> edited = new HashSet<>();
        List<Edit> edits = new ArrayList<>();
        List<RegisterKey> confirmed = new ArrayList<>();
        for (RegisterRecord entry : old) {
            boolean placement = entry.part().key().startsWith("placement");
            switch (random.nextInt(6)) {
                case 0 -> {
                    edits.add(new Edit.Put(
                            entry.part(),
                            entry.payload()
                                    .replaceFirst(",\"source\":.*", ",\"source\":0,\"read\":\"" + SEPTEMBER + "\"}")));
                    edited.add(entry.part());
                }
                case 1 -> {
                    if (!placement) {
                        edits.add(new Edit.Remove(entry.part()));
                        edited.add(entry.part());
                    }
                }
                case 2 -> confirmed.add(entry.part());
                default -> {
                    // left as it was
                }
            }
        }
        store.edit(edits, new Attribution(SEPTEMBER, "officer", "changes", Optional.of(new Citation(0, SEPTEMBER))));
        store.confirm(confirmed, LocalDate.of(2026, 10, 1), "officer", "read again");
        List<String> before = lines();
        int waiting = Upgrade.waiting(store, TODAY);
        Upgrade.Plan plan = upgrade();
        assertThat(plan.facts()).as("seed %s", seed).isEqualTo(waiting);
        assertThat(Upgrade.waiting(store, TODAY)).as("seed %s", seed).isZero();
        List<String> after = lines();
        for (RegisterKey part : edited) {
            String line = before.stream()
                    .filter(l -> l.startsWith(part.text() + " "))
                    .findFirst()
                    .orElse("");
            if (!line.isEmpty() && plan.edited().contains(part)) {
                assertThat(after).as("seed %s", seed).contains(line);
            }
        }
        assertThat(store.check()).as("seed %s", seed).isEmpty();
        assertThat(upgrade().differences()).as("seed %s", seed).isEmpty();
        long number = store.changes().getLast().number();
        store.undo(number, "officer", "not yet");
        assertThat(lines()).as("seed %s", seed).isEqualTo(before);
        assertThat(Upgrade.waiting(store, TODAY)).as("seed %s", seed).isEqualTo(waiting);
    }

    private List<String> lines() {
        return RegisterRecord.of(store.export(TODAY)).stream()
                .sorted(Comparator.comparing((RegisterRecord e) -> e.part().text()))
                .map(e -> e.part().text() + " " + e.payload())
                .toList();
    }

    @Test
    void theNewFormsSayWhatRulesVersionTwoNeeds() {
        upgrade();
        assertThat(offering("together-ai").deployments())
                .extracting(Fact::value)
                .filteredOn(p -> p.id().equals("us"))
                .allMatch(Placement::openEnded);
        assertThat(offering("aws-bedrock").attestations(Attestation.Kind.BAA))
                .allMatch(f -> f.value().someServicesOutOfScope());
        assertThat(store.asOf(TODAY).areas().adequacyDecisions()).isEmpty();
        assertThat(store.asOf(TODAY).areas().place("EUROPE")).isPresent();
    }
}
