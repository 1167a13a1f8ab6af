package domicile.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class VaultTest {
    private static final Stretched QUICK = QuickKeys.QUICK;
    private static final DataKey KEY = DataKey.random();

    private static byte[] sealed(byte[] bytes, DataKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream to = Sealed.to(out, key)) {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] opened(byte[] sealed, DataKey key) throws IOException {
        return Sealed.from(new ByteArrayInputStream(sealed), id -> key).readAllBytes();
    }

    @Test
    void argon2IsTheOneOfTheRfc() {
        // of the reference program: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32
        byte[] key = new Stretched(
                        65536, 2, 1, Base64.getEncoder().encodeToString("somesalt".getBytes(StandardCharsets.US_ASCII)))
                .key("password".toCharArray());
        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void whatIsSealedOpensAgainWhateverItsLength() {
        Seeds.forAll(40, random -> {
            byte[] bytes = new byte[length(random)];
            random.nextBytes(bytes);
            byte[] sealed = sealed(bytes, KEY);
            try {
                assertThat(opened(sealed, KEY)).isEqualTo(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(Sealed.keyOf(sealed)).contains(KEY.id());
        });
    }

    private static int length(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(100);
            case 1 -> 64 * 1024 * random.nextInt(4);
            case 2 -> 64 * 1024 * random.nextInt(1, 4) + random.nextInt(-20, 20);
            default -> random.nextInt(300_000);
        };
    }

    @Test
    void nothingThatWasChangedIsGivenOut() {
        byte[] bytes = new byte[150_000];
        byte[] sealed = sealed(bytes, KEY);
        Seeds.forAll(40, random -> {
            byte[] changed = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(sealed, random.nextInt(sealed.length));
                case 1 -> Arrays.copyOf(sealed, sealed.length + 1 + random.nextInt(100));
                case 2 -> swapped(sealed);
                default -> {
                    byte[] flipped = sealed.clone();
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                    yield flipped;
                }
            };
            assertThatIOException().isThrownBy(() -> opened(changed, KEY));
        });
        assertThatIOException().isThrownBy(() -> opened(sealed, DataKey.random()));
        // cut off between two pieces
        assertThatIOException()
                .isThrownBy(() -> opened(Arrays.copyOf(sealed, Sealed.HEAD + 2 * (64 * 1024 + 16)), KEY));
    }

    /** The first two pieces in the other order. */
    private static byte[] swapped(byte[] sealed) {
        int piece = 64 * 1024 + 16;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, Sealed.HEAD, swapped, Sealed.HEAD + piece, piece);
        System.arraycopy(sealed, Sealed.HEAD + piece, swapped, Sealed.HEAD, piece);
        return swapped;
    }

    @Test
    void theSameBytesAreNeverSealedAlike() {
        assertThat(sealed(new byte[100], KEY)).isNotEqualTo(sealed(new byte[100], KEY));
    }

    @Test
    void aPassphraseOrTheRecoveryKeyOpensTheKeyAndNothingElseDoes() {
        KeyFile.Made made = KeyFile.make(KEY, "Käse für 3".toCharArray(), QUICK);
        KeyFile file = KeyFile.read(made.file().bytes());
        assertThat(file.open("Käse für 3".toCharArray())).contains(KEY);
        // as a Mac types it
        assertThat(file.open("Ka\u0308se fu\u0308r 3".toCharArray())).contains(KEY);
        String recovery = made.recovery().shown();
        assertThat(recovery).matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}");
        assertThat(file.open(recovery.toCharArray())).contains(KEY);
        assertThat(file.open(recovery.toLowerCase(Locale.ROOT)
                        .replace('0', 'o')
                        .replace('1', 'l')
                        .replace("-", " ")
                        .toCharArray()))
                .contains(KEY);
        for (String wrong : List.of("", "Käse für 4", "käse für 3", "0000-".repeat(7) + "0000")) {
            assertThat(file.open(wrong.toCharArray())).as(wrong).isEmpty();
        }
        assertThat(made.recovery().toString() + KEY).doesNotContain(recovery);
    }

    @Test
    void anotherPassphraseOpensTheSameKeyAndTheOldOneDoesNot() {
        KeyFile.Made old = KeyFile.make(KEY, "one".toCharArray(), QUICK);
        KeyFile.Made now = old.file().in(KeyFile.State.DECRYPTING).rekey(KEY, "two".toCharArray());
        assertThat(now.file().state()).isEqualTo(KeyFile.State.DECRYPTING);
        assertThat(now.file().open("two".toCharArray())).contains(KEY);
        assertThat(now.file().open(now.recovery().shown().toCharArray())).contains(KEY);
        assertThat(now.file().open("one".toCharArray())).isEmpty();
        assertThat(now.file().open(old.recovery().shown().toCharArray())).isEmpty();
    }

    @Test
    void whatIsNoKeyFileIsRefusedAndTakesNoMemory() {
        String text =
                new String(KeyFile.make(KEY, "one".toCharArray(), QUICK).file().bytes(), StandardCharsets.UTF_8);
        for (String broken : List.of(
                "",
                "domicile.key/2\n",
                text.replace("domicile.key/1", "domicile.key/2"),
                text.replace(" 64 1 1 ", " 99999999 1 1 "),
                text.replace(" 64 1 1 ", " 64 0 1 "),
                text.replace("encrypted", "sideways"),
                text.substring(0, text.length() / 2))) {
            assertThatThrownBy(() -> KeyFile.read(broken.getBytes(StandardCharsets.UTF_8)))
                    .as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
