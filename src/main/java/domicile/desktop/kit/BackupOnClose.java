package domicile.desktop.kit;

import domicile.problem.ProblemException;
import domicile.register.AutomaticBackups;
import domicile.register.Progress;
import domicile.register.RegisterStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** A backup when the window closes, where somebody wants one and something has changed. */
public record BackupOnClose(Settings settings) {
    private static final String WANTED = "backupOnClose";
    private static final String FAILED = "backupFailed";

    /** Whether a register can have one: the server of one has its own tools. */
    public static boolean possible(RegisterStore store) {
        return AutomaticBackups.possible(store);
    }

    /** Whether somebody wants it; nobody does by default, as it makes copies and takes a moment. */
    public boolean wanted() {
        return settings.get(WANTED).filter(Boolean.TRUE.toString()::equals).isPresent();
    }

    /** Somebody wants it, or no longer. */
    public void want(boolean wanted) {
        settings.put(WANTED, String.valueOf(wanted));
    }

    /** Why the last one was not made; said once. */
    public Optional<String> failed() {
        Optional<String> why = settings.get(FAILED).filter(text -> !text.isEmpty());
        why.ifPresent(text -> settings.put(FAILED, ""));
        return why;
    }

    /** Makes one, if it is wanted. The window is gone: what goes wrong is told at the next start. */
    public void run(RegisterStore store, Clock clock, Locale locale) {
        if (!wanted() || !possible(store)) {
            return;
        }
        try {
            new AutomaticBackups(
                            AutomaticBackups.beside(store),
                            AutomaticBackups.MOST,
                            Duration.ofDays(AutomaticBackups.DAYS))
                    .run(store, clock, Progress.NONE);
        } catch (ProblemException e) {
            LoggerFactory.getLogger(BackupOnClose.class).warn("no backup was made", e);
            settings.put(FAILED, e.what(locale));
        }
        settings.saveChanges();
    }
}
