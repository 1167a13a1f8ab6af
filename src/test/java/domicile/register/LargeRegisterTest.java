package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register that has grown by thousands of facts is opened as any other: H2 notes then what it has counted of a table.
 */
class LargeRegisterTest {
    private static final int OFFERINGS = 600;

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void opensAgainAfterTenThousandFacts() {
        Pack pack = Copies.pack(OFFERINGS);
        int shipped = Pack.shipped().offerings().size();
        try (RegisterStore store = open()) {
            store.importPack(pack, false, d -> Difference.Choice.TAKE, new Attribution(Copies.DAY, "me", "a test"));
        }
        try (RegisterStore store = open()) {
            assertThat(store.asOf(Copies.DAY).offerings()).hasSize(OFFERINGS + shipped);
            store.importPack(
                    pack, false, d -> Difference.Choice.TAKE, new Attribution(Copies.DAY.plusDays(1), "me", "again"));
        }
        try (RegisterStore store = open()) {
            assertThat(store.check()).isEmpty();
        }
    }

    private RegisterStore open() {
        return RegisterStore.open(folder.resolve("register").toString(), Clock.systemUTC());
    }
}
