package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import domicile.register.Difference.Choice;
import domicile.register.Difference.Kind;
import domicile.residency.Fact;
import domicile.residency.FactKinds;
import domicile.residency.Offering;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packs against a register, without a database. */
class MergeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Pack SHIPPED = Pack.shipped();
    private static final List<RegisterRecord> REGISTER = RegisterRecord.of(SHIPPED);

    /** What the register holds after the merge. */
    private static List<RegisterRecord> after(List<RegisterRecord> register, Merge.Taken taken) {
        return ChangeWriter.with(register, taken.entries());
    }

    private static Register register(List<RegisterRecord> entries) {
        ChangeWriter.holdsTogether(entries, DAY, "test", FactKinds.SHIPPED);
        return RegisterRecord.pack(entries, "test", "test", DAY, FactKinds.SHIPPED)
                .register(DAY);
    }

    /** The shipped pack with one line of JSON replaced, or left out where the operator gives nothing. */
    private static Pack changed(RegisterKey part, UnaryOperator<String> to) {
        List<RegisterRecord> entries = REGISTER.stream()
                .map(e -> e.part().equals(part) ? e.with(to.apply(e.payload())) : e)
                .filter(e -> !e.payload().isEmpty())
                .toList();
        return RegisterRecord.pack(entries, "changed", "changed", DAY, FactKinds.SHIPPED);
    }

    private static Pack only(Pack pack, String... offerings) {
        List<String> kept = List.of(offerings);
        return new Pack(
                pack.id(),
                pack.name(),
                pack.published(),
                pack.providers(),
                pack.offerings().stream().filter(o -> kept.contains(o.id())).toList(),
                pack.sources(),
                pack.areas(),
                pack.controls(),
                List.of(),
                Documents.NONE);
    }

    private static Merge merge(Pack pack, boolean complete) {
        return new Merge(REGISTER, SourceNumbers.asIn(REGISTER, RegisterRecord.of(pack)), complete, FactKinds.SHIPPED);
    }

    private static final RegisterKey ZDR = RegisterKey.fact("groq", "zdr");

    @Test
    void tellsWhatChangedFromWhatContradictsAndFromANewReading() {
        assertThat(merge(changed(ZDR, j -> j.replace("VERIFY", "STATELESS")), false)
                        .differences())
                .extracting(Difference::kind, Difference::part)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, ZDR));
        assertThat(merge(changed(ZDR, j -> j.replace("VERIFY", "STATELESS").replace(":0,", ":19,")), false)
                        .differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.CONTRADICTS);
        assertThat(merge(changed(ZDR, j -> j.replace("2026-06-01", "2026-09-01")), false)
                        .differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.CITATION_ONLY);
        assertThat(merge(changed(ZDR, j -> ""), false).differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.REMOVED);
    }

    @Test
    void daysStayWithTheirPagesWhenThesePagesAreRenumbered() {
        RegisterKey dammam = RegisterKey.fact("groq", "placement/INFERENCE/dammam");
        List<RegisterRecord> theirs = REGISTER.stream()
                .map(e -> e.part().equals(dammam)
                        ? e.with(e.payload()
                                .replace(
                                        "\"read\":\"2026-06-01\"",
                                        "\"read\":[\"2026-06-01\",\"2026-07-01\",\"2026-08-01\",\"2026-09-01\"]"))
                        : e.part().equals(RegisterKey.source(20))
                                ? e.with(RegisterJson.fields(e.payload())
                                        .put("url", "https://example.com/other")
                                        .put("title", "Another page")
                                        .toString())
                                : e)
                .toList();
        RegisterRecord renumbered = SourceNumbers.asIn(REGISTER, theirs).stream()
                .filter(e -> e.part().equals(dammam))
                .findFirst()
                .orElseThrow();
        assertThat(PartFields.citations(renumbered.payload()))
                .extracting(c -> c.source() + " " + c.read())
                .containsExactly("0 2026-06-01", "21 2026-08-01", "22 2026-09-01", "25 2026-07-01");
    }

    @Test
    void aReadingOlderThanOursIsToldApart() {
        Pack newer = changed(ZDR, j -> j.replace("2026-06-01", "2026-09-01"));
        assertThat(merge(newer, false).differences()).noneMatch(Difference::olderReading);
        assertThat(new Merge(RegisterRecord.of(newer), REGISTER, false, FactKinds.SHIPPED).differences())
                .allMatch(Difference::olderReading);
    }

    @Test
    void aPackOfOneOfferingTouchesNoOther() {
        Pack groq = only(changed(ZDR, j -> j.replace("VERIFY", "DEFAULT")), "groq");
        Merge merge = merge(groq, false);
        assertThat(merge.differences()).extracting(Difference::part).containsExactly(ZDR);
        assertThat(merge.unnamed()).isPositive();
        assertThat(register(after(REGISTER, merge.take(d -> Choice.TAKE))).offerings())
                .hasSize(14);
        assertThat(register(after(REGISTER, merge(groq, true).take(d -> Choice.TAKE)))
                        .offerings())
                .hasSize(1);
    }

    @Test
    void keepsBothValuesAsAConflictAndKnowsThemAgain() {
        Pack other = changed(ZDR, j -> j.replace("VERIFY", "STATELESS").replace(":0,", ":19,"));
        List<RegisterRecord> both = after(REGISTER, merge(other, false).take(d -> Choice.KEEP_BOTH));
        Offering groq = register(both).offering("groq").orElseThrow();
        assertThat(groq.conflicts()).containsKeys("zdr", "attestation/SOC2_TYPE_II");
        assertThat(groq.facts()).extracting(Fact::id).containsSequence("zdr", "zdr#source-19");
        assertThat(groq.facts()).hasSize(17);
        // the same pack again changes nothing, and what was kept is listed as not in it
        assertThat(new Merge(both, RegisterRecord.of(other), false, FactKinds.SHIPPED).differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.REMOVED);
        // what was kept survives being written as a pack and read back
        assertThat(new Merge(
                                both,
                                RegisterRecord.of(RegisterRecord.pack(both, "x", "x", DAY, FactKinds.SHIPPED)),
                                true,
                                FactKinds.SHIPPED)
                        .differences())
                .isEmpty();
    }

    @Test
    void aNumberThatMeansAnotherPageIsGivenANewOne() {
        Pack other = changed(
                RegisterKey.source(19),
                j -> RegisterJson.fields(j)
                        .put("url", "https://example.com/other")
                        .put("title", "Another page")
                        .toString());
        Register merged = register(after(REGISTER, merge(other, false).take(d -> Choice.TAKE)));
        assertThat(merged.source(19)).isEqualTo(SHIPPED.register(DAY).source(19));
        assertThat(merged.source(25).map(Source::title)).contains("Another page");
        assertThat(merged.offering("groq").orElseThrow().facts())
                .flatMap(Fact::citations)
                .extracting(c -> c.source())
                .contains(25)
                .doesNotContain(19);
    }

    @Test
    void theModelsOfAnOfferingCiteTheirPagesUnderTheNewNumbers() {
        Pack other = changed(
                RegisterKey.source(2),
                j -> RegisterJson.fields(j)
                        .put("url", "https://example.com/models")
                        .put("title", "Models")
                        .toString());
        RegisterKey direct = RegisterKey.offering("anthropic-direct");
        Merge.Taken taken = merge(other, false).take(d -> d.part().equals(direct) ? Choice.TAKE : Choice.LEAVE);
        Register merged = register(after(REGISTER, taken));
        assertThat(merged.source(25).map(Source::title)).contains("Models");
        assertThat(merged.offering("anthropic-direct").orElseThrow().models())
                .isNotEmpty()
                .allSatisfy(m ->
                        assertThat(m.citations()).extracting(c -> c.source()).containsExactly(25));
    }

    @Test
    void takingOneFactTakesWhatItCites() {
        List<Source> sources = new ArrayList<>(SHIPPED.sources());
        sources.add(new Source(30, Source.Kind.PROVIDER, "Groq", "ZDR", "https://groq.com/zdr", "It is kept nowhere."));
        Pack changed = changed(ZDR, j -> j);
        Pack with = new Pack(
                "with",
                "with",
                DAY,
                changed.providers(),
                changed.offerings(),
                sources,
                changed.areas(),
                changed.controls(),
                List.of(),
                Documents.NONE);
        List<RegisterRecord> theirs = RegisterRecord.of(with).stream()
                .map(e -> e.part().equals(ZDR)
                        ? e.with(e.payload().replace("VERIFY", "STATELESS").replace(":0,", ":30,"))
                        : e)
                .toList();
        Merge.Taken taken = new Merge(REGISTER, theirs, false, FactKinds.SHIPPED)
                .take(d -> d.part().equals(ZDR) ? Choice.TAKE : Choice.LEAVE);
        assertThat(taken.differences())
                .extracting(Difference::part)
                .containsExactlyInAnyOrder(RegisterKey.source(30), ZDR);
        assertThat(register(after(REGISTER, taken)).source(30)).isPresent();
    }

    @Test
    void takingEverythingGivesThePackWhateverTheRegisterHeld() {
        Seeds.forAll(60, MergeTest::takingEverything);
    }

    private static void takingEverything(Random random) {
        List<RegisterRecord> register = mutated(random);
        List<RegisterRecord> pack = mutated(random);
        Merge merge = new Merge(register, pack, true, FactKinds.SHIPPED);
        List<RegisterRecord> after = after(register, merge.take(d -> Choice.TAKE));
        assertThat(register(after).hash()).isEqualTo(register(pack).hash());
        assertThat(new Merge(after, pack, true, FactKinds.SHIPPED).differences())
                .isEmpty();
        assertThat(new Merge(after, pack, true, FactKinds.SHIPPED)
                        .take(d -> Choice.TAKE)
                        .entries())
                .isEmpty();
    }

    @Test
    void leavingEverythingWritesNothing() {
        Seeds.forAll(
                60,
                random -> assertThat(new Merge(mutated(random), mutated(random), true, FactKinds.SHIPPED)
                                .take(d -> Choice.LEAVE)
                                .entries())
                        .isEmpty());
    }

    @Test
    void exportAndImportAreTheIdentity() {
        Seeds.forAll(25, MergeTest::exportAndImport);
    }

    private static void exportAndImport(Random random) throws IOException {
        List<RegisterRecord> entries = mutated(random);
        Pack pack = RegisterRecord.pack(entries, "round", "Round trip", DAY, FactKinds.SHIPPED);
        Path folder = Files.createTempDirectory("domicile-pack");
        try {
            pack.write(folder);
            Pack back = Pack.read(folder, DAY);
            assertThat(back.register(DAY).hash()).isEqualTo(pack.register(DAY).hash());
            assertThat(back.offerings().equals(pack.offerings()))
                    .as("the same offerings")
                    .isTrue();
            assertThat(new Merge(entries, RegisterRecord.of(back), true, FactKinds.SHIPPED).differences())
                    .isEmpty();
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The shipped register with some facts and offerings left out, others changed, and their order changed. */
    private static List<RegisterRecord> mutated(Random random) {
        List<Offering> offerings = new ArrayList<>();
        for (Offering o : SHIPPED.offerings()) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            List<Fact<?>> facts = new ArrayList<>(o.facts());
            if (random.nextInt(3) == 0) {
                Collections.shuffle(facts, random);
            }
            facts.removeIf(f -> !f.id().startsWith("placement") && random.nextInt(6) == 0);
            offerings.add(new Offering(o.id(), o.name(), o.provider(), o.operator(), facts));
        }
        List<RegisterRecord> entries = RegisterRecord.of(new Pack(
                "m",
                "m",
                DAY,
                SHIPPED.providers(),
                offerings,
                SHIPPED.sources(),
                SHIPPED.areas(),
                SHIPPED.controls(),
                List.of(),
                Documents.NONE));
        String read = "2026-0" + (6 + random.nextInt(4)) + "-0" + (1 + random.nextInt(9));
        // never the same day: of two equal ones a pack writes one
        String other = "2026-0" + (6 + random.nextInt(4)) + "-1" + (1 + random.nextInt(9));
        return entries.stream()
                .map(e -> e.kind() == RegisterKey.Kind.FACT && random.nextInt(5) == 0
                        ? e.with(e.payload()
                                .replaceFirst(
                                        "(\"source\":\\[\\d+,\\d+]),\"read\":\"2026-06-01\"",
                                        "$1,\"read\":[\"" + read + "\",\"" + other + "\"]")
                                .replace("\"read\":\"2026-06-01\"", "\"read\":\"" + read + "\""))
                        : e)
                .map(e -> e.kind() == RegisterKey.Kind.FACT && random.nextInt(9) == 0
                        ? e.with(e.payload().replace("\"HELD\"", "\"VERIFY\""))
                        : e)
                .toList();
    }
}
