package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.residency.FactValue;
import domicile.residency.InputException;
import domicile.residency.Offering;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every register does, whichever database it lies in. */
abstract class StoreContract {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

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
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2026-06-01");
    }

    @Test
    void importingWhatIsThereChangesNothing() {
        assertThat(store.importPack(Pack.shipped(), SEPTEMBER, "me", "again")).isEmpty();
        assertThat(store.history("groq")).extracting(Version::pack).containsOnly("domicile-seed");
    }

    @Test
    void keepsEveryVersionAndAnswersAsOfAnyDay() {
        String before = store.asOf(JUNE).hash();
        Pack changed = retentionOf("anthropic-direct", 0);
        assertThat(store.diff(changed, SEPTEMBER))
                .extracting(Difference::kind, Difference::subject)
                .contains(org.assertj.core.groups.Tuple.tuple(Difference.Kind.CHANGED, "anthropic-direct"));
        store.importPack(changed, SEPTEMBER, "me", "the provider changed its page");
        store.close();
        store = open();
        assertThat(store.asOf(JUNE).hash()).isEqualTo(before);
        assertThat(store.asOf(SEPTEMBER).hash()).isNotEqualTo(before);
        assertThat(store.asOf(SEPTEMBER)
                        .offering("anthropic-direct")
                        .orElseThrow()
                        .retentionOn(SEPTEMBER)
                        .orElseThrow()
                        .value()
                        .days())
                .isZero();
        assertThat(store.history("anthropic-direct")).last().satisfies(v -> {
            assertThat(v.validFrom()).isEqualTo(SEPTEMBER);
            assertThat(v.who()).isEqualTo("me");
            assertThat(v.why()).isEqualTo("the provider changed its page");
        });
    }

    /** The shipped pack, with another number of days in one offering's retention. */
    private static Pack retentionOf(String id, int days) {
        Pack p = Pack.shipped();
        List<Offering> offerings = p.offerings().stream()
                .map(o -> o.id().equals(id) ? with(o, days) : o)
                .toList();
        return new Pack(
                "changed", p.name(), p.published(), p.providers(), offerings, p.sources(), p.areas(), p.controls());
    }

    private static Offering with(Offering o, int days) {
        return new Offering(
                o.id(),
                o.name(),
                o.provider(),
                o.operator(),
                o.facts().stream()
                        .<domicile.residency.Fact<?>>map(f -> f.value() instanceof FactValue.Retention r
                                ? new domicile.residency.Fact<>(
                                        new FactValue.Retention(days, r.from(), r.what()), f.text(), f.citations())
                                : f)
                        .toList());
    }

    @Test
    void anExportImportedElsewhereIsTheSameRegister() {
        Pack exported = store.export(JUNE);
        assertThat(exported.register(JUNE).hash()).isEqualTo(store.asOf(JUNE).hash());
        assertThat(store.diff(exported, JUNE)).isEmpty();
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
}
