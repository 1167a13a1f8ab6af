package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs of earlier schemas kept is read whole by this one, and chained from there on. */
class EarlierSchemasTest {
    /** The first change, which the migration to schema 3 chained. */
    private static final String FIRST_UNCHAINED =
            "sha256:18eda182c03dcf53dd7b5f8962d30263119161ea4766a37663a7ca43ed47fb28";
    /** The second change, as the program of that schema wrote it. */
    private static final String NOTED = "sha256:2fa42f1da1704de4ccde616d15ac067f5233da54f116a0db7739ade30780074d";

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void aRegisterOfAnEarlierSchemaIsReadWhole(int schema) throws IOException {
        EarlierSchemas.unpack(schema, home);
        try (RegisterStore store = RegisterStore.open(home.toString(), StoreContract.CLOCK)) {
            assertThat(store.opening()).isPresent();
            whole(store, schema);
            store.assessments().save(store.assessments().all().getFirst().id(), "Put away again", "{}");
            store.confirm(List.of(RegisterKey.fact("cohere", "zdr")), LocalDate.of(2026, 10, 1), "me", "read again");
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void aBackupWithoutLinksIsRestoredWithThem() {
        RegisterStore.restore(EarlierSchemas.backup(6), home.toString(), StoreContract.CLOCK);
        try (RegisterStore store = RegisterStore.open(home.toString(), StoreContract.CLOCK)) {
            whole(store, 6);
        }
    }

    private static void whole(RegisterStore store, int schema) {
        assertThat(store.asOf(DAY).hash()).isEqualTo(EarlierSchemas.HASH);
        assertThat(store.changes())
                .hasSize(schema < 3 ? 1 : schema < 6 ? 2 : 3)
                .allSatisfy(change -> assertThat(change.account()).isEmpty());
        // what a program of schema 3 noted still holds
        assertThat(store.changes().get(schema < 3 ? 0 : 1).hash()).isEqualTo(schema < 3 ? FIRST_UNCHAINED : NOTED);
        assertThat(store.assessments().all())
                .extracting(SavedAssessments.Saved::name)
                .containsExactly("Put away", "Claims triage");
        assertThat(store.evidence().all()).hasSize(schema < 4 ? 0 : 1);
        assertThat(store.asOf(LocalDate.of(2026, 11, 30)).captures()).hasSize(schema < 6 ? 0 : 1);
        assertThat(store.check()).isEmpty();
        assertThat(store.head().number())
                .isEqualTo(store.changes().size() + 2 + store.evidence().all().size());
    }
}
