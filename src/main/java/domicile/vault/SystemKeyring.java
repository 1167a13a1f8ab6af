package domicile.vault;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The keyring of the system: GNOME's or KDE's, macOS's or Windows's. Some wait for ever for a window that nobody sees,
 * so each question has a time.
 */
public final class SystemKeyring implements Keyring {
    private static final String SERVICE = "Domicile";
    private static final long SECONDS = 5;

    private interface Question<T> {
        T ask(com.github.javakeyring.Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<char[]> find(String key) {
        return asked(keyring -> keyring.getPassword(SERVICE, key)).map(String::toCharArray);
    }

    @Override
    public boolean keep(String key, char[] passphrase) {
        return asked(keyring -> {
                    keyring.setPassword(SERVICE, key, new String(passphrase));
                    return true;
                })
                .isPresent();
    }

    @Override
    public void forget(String key) {
        var _ = asked(keyring -> {
            keyring.deletePassword(SERVICE, key);
            return true;
        });
    }

    private static <T> Optional<T> asked(Question<T> question) {
        FutureTask<Optional<T>> task = new FutureTask<>(() -> ask(question));
        Thread.ofPlatform().daemon().name("domicile-keyring").start(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty(); // none that answers
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static <T> Optional<T> ask(Question<T> question) throws Exception {
        try (com.github.javakeyring.Keyring keyring = com.github.javakeyring.Keyring.create()) {
            return Optional.ofNullable(question.ask(keyring));
        } catch (BackendNotSupportedException | PasswordAccessException e) {
            return Optional.empty(); // there is none here, or nothing under this name
        }
    }
}
