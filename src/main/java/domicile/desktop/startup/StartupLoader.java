package domicile.desktop.startup;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.Language;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Screen;
import domicile.desktop.kit.Settings;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * What a window needs first, being read from the moment this is made, beside the toolkit's own start: the register's
 * snapshot, where the window begins with rows and there is one; else the register itself is opened. Read once.
 */
public final class StartupLoader {
    /**
     * The register when it has been opened.
     *
     * @param index the very one that was {@link #seen} when it says the same
     */
    public record Opened(RegisterStore store, FacetIndex index) {}

    private final FutureTask<Optional<FacetIndex>> seen;
    private final FutureTask<Opened> opened;
    private final Typed again;

    private interface Typed {
        Opened with(Optional<String> password) throws Exception;
    }

    private StartupLoader(FutureTask<Optional<FacetIndex>> seen, FutureTask<Opened> opened, Typed again) {
        this.seen = seen;
        this.opened = opened;
        this.again = again;
    }

    /** Begins to read. */
    public static StartupLoader of(DesktopContext desk) {
        Settings settings = new Settings(desk.settings());
        Locale locale = Language.locale(settings, desk.locale());
        boolean rows = desk.file().isEmpty() && startsWithRows(settings);
        FutureTask<Optional<FacetIndex>> seen = new FutureTask<>(() -> rows
                ? desk.snapshot().call().map(r -> FacetIndex.ready(r, Names.in(r.areas(), locale)))
                : Optional.empty());
        Typed open = password -> {
            RegisterStore store = desk.open().with(password);
            Register register = store.asOf(LocalDate.now(desk.clock()));
            return new Opened(
                    store,
                    seen.get()
                            .filter(index -> index.register().equals(register))
                            .orElseGet(() -> FacetIndex.ready(register, Names.in(register.areas(), locale))));
        };
        FutureTask<Opened> opened = new FutureTask<>(() -> open.with(Optional.empty()));
        StartupLoader beginning = new StartupLoader(seen, opened, open);
        Thread.ofPlatform().daemon().name("domicile-begin").start(() -> {
            seen.run();
            if (beginning.seenByNow().isEmpty()) {
                opened.run();
            }
        });
        return beginning;
    }

    /** Whether a window begins with the rows of the register, and not with another screen. */
    public static boolean startsWithRows(Settings settings) {
        return settings.get("screen").orElse(Screen.ROWS).equals(Screen.ROWS);
    }

    /** What the register said when a window last read it, if that has been read by now. */
    public Optional<FacetIndex> seenByNow() {
        return seen.state() == Future.State.SUCCESS ? seen.resultNow() : Optional.empty();
    }

    /**
     * What the register said when a window last read it; empty when that is not known or not asked for. Waits for it.
     */
    public Optional<FacetIndex> seen() throws InterruptedException, ExecutionException {
        return seen.get();
    }

    /** Opens the register, unless that was begun, and waits for it; fails as the opening did. */
    public Opened opened() throws Exception {
        opened.run();
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Opens the register with a password that a person has typed, after {@link #opened} has failed for want of it. */
    public Opened opened(String password) throws Exception {
        return again.with(Optional.of(password));
    }

    /** Opens the register anew, when its key has been opened after {@link #opened} has failed for want of it. */
    public Opened openedAgain() throws Exception {
        return again.with(Optional.empty());
    }
}
