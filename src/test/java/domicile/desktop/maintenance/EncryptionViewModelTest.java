package domicile.desktop.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import domicile.desktop.kit.AtOnce;
import domicile.desktop.kit.Locks;
import domicile.problem.ProblemException;
import domicile.register.AutomaticBackups;
import domicile.register.Encryption;
import domicile.register.Progress;
import domicile.register.RegisterProblem;
import domicile.register.RegisterStore;
import domicile.vault.Keyring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Encrypting, another passphrase and taking it off again, as the window does it, on a real register. */
class EncryptionViewModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final Map<String, String> kept = new HashMap<>();
    private final List<Exception> told = new ArrayList<>();
    private boolean takes = true;
    private String register = "";
    private Locks locks = Locks.none();
    private Optional<RegisterStore> store = Optional.empty();

    private final Keyring keyring = new Keyring() {
        @Override
        public Optional<char[]> find(String key) {
            return Optional.ofNullable(kept.get(key)).map(String::toCharArray);
        }

        @Override
        public boolean keep(String key, char[] passphrase) {
            if (takes) {
                kept.put(key, new String(passphrase));
            }
            return takes;
        }

        @Override
        public void forget(String key) {
            kept.remove(key);
        }
    };

    @BeforeEach
    void prepare() {
        register = folder.resolve("register").toString();
        locks = Locks.of(register, keyring);
        reopen();
    }

    @AfterEach
    void close() {
        store.ifPresent(RegisterStore::close);
        Encryption.lock(register);
        assertThat(told).isEmpty();
    }

    private EncryptionViewModel reopen() {
        store.ifPresent(RegisterStore::close);
        RegisterStore now = RegisterStore.open(register, CLOCK);
        store = Optional.of(now);
        EncryptionViewModel model = new EncryptionViewModel(
                new MaintenanceContext(now, CLOCK, "officer", new AtOnce(told::add), () -> {}), locks);
        model.refresh();
        return model;
    }

    /** As the frame does: the register is closed, then the work is done. */
    private Optional<EncryptionViewModel.Told> done(EncryptionViewModel model, EncryptionViewModel.Deed deed)
            throws Exception {
        List<Callable<EncryptionViewModel.Told>> works = new ArrayList<>();
        model.begin(deed, works::add);
        if (works.isEmpty()) {
            return Optional.empty();
        }
        store.ifPresent(RegisterStore::close);
        store = Optional.empty();
        return Optional.of(works.getFirst().call());
    }

    private static void type(EncryptionViewModel model, String now, String next) {
        model.currentProperty().set(now);
        model.next().chosenProperty().set(next);
        model.next().againProperty().set(next);
    }

    @Test
    void aPassphraseIsTakenWhenItIsLongEnoughAndTheSameTwice() {
        EncryptionViewModel model = reopen();
        type(model, "", "1234567");
        assertThat(model.next().readyProperty().get()).isFalse();
        type(model, "", "five plain words");
        assertThat(model.next().readyProperty().get()).isTrue();
        model.next().againProperty().set("five plain wrods");
        assertThat(model.next().readyProperty().get()).isFalse();
    }

    @Test
    void encryptsChangesThePassphraseAndTakesItOff() throws Exception {
        EncryptionViewModel model = reopen();
        assertThat(model.encryptedProperty().get()).contains(false);
        type(model, "", "five plain words");
        model.keepProperty().set(true);
        EncryptionViewModel.Told first =
                done(model, EncryptionViewModel.Deed.ENCRYPT).orElseThrow();
        assertThat(first.unkept()).isFalse();
        assertThat(model.next().chosenProperty().get()).isEmpty();
        assertThat(kept).containsValue("five plain words");

        model = reopen();
        assertThat(model.encryptedProperty().get()).contains(true);
        type(model, "not the passphrase", "another five words");
        assertThat(done(model, EncryptionViewModel.Deed.REKEY)).isEmpty();
        assertThat(model.failedProperty().get())
                .get()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.is(RegisterProblem.WRONG_PASSPHRASE)).isTrue());
        // what was typed stays, to be mended
        assertThat(model.next().chosenProperty().get()).isEqualTo("another five words");

        type(model, first.recovery().orElseThrow().shown(), "another five words");
        EncryptionViewModel.Told second =
                done(model, EncryptionViewModel.Deed.REKEY).orElseThrow();
        assertThat(kept).as("the old one opens nothing any more").isEmpty();
        Encryption.lock(register);
        assertThat(Encryption.tryUnlock(register, "five plain words".toCharArray()))
                .isFalse();
        Encryption.unlock(register, second.recovery().orElseThrow().shown().toCharArray());

        model = reopen();
        type(model, "another five words", "");
        assertThat(done(model, EncryptionViewModel.Deed.DECRYPT).orElseThrow().recovery())
                .isEmpty();
        model = reopen();
        assertThat(model.encryptedProperty().get()).contains(false);
    }

    @Test
    void saysThatNoKeyringTakesIt() throws Exception {
        takes = false;
        EncryptionViewModel model = reopen();
        type(model, "", "five plain words");
        model.keepProperty().set(true);
        assertThat(done(model, EncryptionViewModel.Deed.ENCRYPT).orElseThrow().unkept())
                .isTrue();
    }

    @Test
    void listsBackupsThatStayPlainAndDeletesThemAlone() throws Exception {
        EncryptionViewModel model = reopen();
        AutomaticBackups backups = new AutomaticBackups(
                AutomaticBackups.beside(store.orElseThrow()), AutomaticBackups.MOST, Duration.ofDays(90));
        Path plain = backups.run(store.orElseThrow(), CLOCK, Progress.NONE)
                .written()
                .orElseThrow()
                .file();
        Path own = Files.copy(plain, plain.resolveSibling("mine.zip"));
        type(model, "", "five plain words");
        done(model, EncryptionViewModel.Deed.ENCRYPT);
        model = reopen();
        Path sealed = plain.resolveSibling("domicile-auto-20261201-100000.zip");
        store.orElseThrow().backup(sealed);
        model.refresh();
        assertThat(model.plainProperty().get()).containsExactly(plain);
        model.deletePlain();
        assertThat(model.plainProperty().get()).isEmpty();
        assertThat(plain).doesNotExist();
        assertThat(own).exists();
        assertThat(sealed).exists();
    }

    static Stream<Arguments> passphrases() {
        return Stream.of(
                arguments("", Strength.EMPTY),
                arguments("secret", Strength.SHORT),
                arguments("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
                arguments("abcdefghijklmnopqrstuvwxyz", Strength.WEAK),
                arguments("Kx7!pQ2z", Strength.WEAK),
                arguments("lantern otter 7", Strength.FAIR),
                arguments("lantern otter gravel mint sofa", Strength.GOOD));
    }

    @ParameterizedTest
    @MethodSource("passphrases")
    void saysHowHardAPassphraseIsToGuess(String passphrase, Strength strength) {
        assertThat(Strength.of(passphrase)).isEqualTo(strength);
    }
}
