package domicile.desktop.shell;

import domicile.desktop.kit.Background;
import domicile.desktop.kit.BackupOnClose;
import domicile.desktop.kit.Names;
import domicile.desktop.kit.Screen;
import domicile.desktop.startup.StartupLoader;
import domicile.problem.Message;
import domicile.problem.ProblemException;
import domicile.register.KnownHeads;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register while the window is open: which state of it is looked at, and that a screen or another program changes
 * it. Knows no window.
 */
final class RegisterSession {
    private final Background background;
    private final Clock clock;
    private final Locale locale;
    private final Consumer<FacetIndex> shows;
    private final Consumer<Screen.Opened> opens;
    private final List<Consumer<Screen.Opened>> waiting = new ArrayList<>();
    private Optional<FacetIndex> shown = Optional.empty();
    private Optional<Screen.Opened> opened = Optional.empty();
    private long written;
    /** Where it is kept what was last seen of the register; not while it is older than that. */
    private Optional<KnownHeads> seen = Optional.empty();

    /**
     * @param shows is told what is looked at
     * @param opens is told what the register says today, when it has been opened and when that changes
     */
    RegisterSession(
            Background background,
            Clock clock,
            Locale locale,
            Consumer<FacetIndex> shows,
            Consumer<Screen.Opened> opens) {
        this.background = background;
        this.clock = clock;
        this.locale = locale;
        this.shows = shows;
        this.opens = opens;
    }

    /** Looks at a state of the register. */
    void show(FacetIndex index) {
        shown = Optional.of(index);
        shows.accept(index);
    }

    /** Whether a state of the register is looked at. */
    boolean isShown() {
        return shown.isPresent();
    }

    /**
     * The register has been opened; it is looked at, unless what is looked at says the same already. Whether it is
     * looked at anew.
     */
    boolean opened(StartupLoader.Opened found) {
        FacetIndex index = found.index();
        Screen.Opened now = new Screen.Opened(found.store(), index.register(), false);
        opened = Optional.of(now);
        boolean anew = shown.filter(s -> s == index).isEmpty();
        if (anew) {
            show(index);
        }
        opens.accept(now);
        return anew;
    }

    /** What opening the register has done to it, if a person is to know. */
    Optional<Message> opening() {
        return opened.flatMap(o -> o.store().opening());
    }

    /**
     * Looks whether the register has gone back since this computer last saw it, and else keeps what is seen.
     *
     * @param older is told, and may {@link #acceptOlder}
     */
    void compare(KnownHeads heads, Consumer<ProblemException> older) {
        opened.ifPresent(o -> background.run(
                () -> {
                    Optional<ProblemException> gone = heads.of(o.store()).flatMap(o.store()::goneBack);
                    if (gone.isEmpty()) {
                        heads.see(o.store());
                    }
                    return gone;
                },
                gone -> {
                    seen = gone.isPresent() ? Optional.empty() : Optional.of(heads);
                    gone.ifPresent(older);
                },
                e -> log().warn("whether the register has gone back cannot be seen", e)));
    }

    /** The register is meant to be as it is. */
    void acceptOlder(KnownHeads heads) {
        seen = Optional.of(heads);
        opened.ifPresent(o -> background.run(
                () -> {
                    heads.see(o.store());
                    return heads;
                },
                done -> {}));
    }

    boolean isOpen() {
        return opened.isPresent();
    }

    /** Does something with the register, at once or when it has been opened. */
    void whenOpened(Consumer<Screen.Opened> then) {
        opened.ifPresentOrElse(then, () -> waiting.add(then));
    }

    /** Does what has waited for the register. */
    void doWaiting() {
        List<Consumer<Screen.Opened>> all = List.copyOf(waiting);
        waiting.clear();
        opened.ifPresent(o -> all.forEach(then -> then.accept(o)));
    }

    /** The register cannot be opened: nothing waits for it any more. */
    void notOpened() {
        waiting.clear();
    }

    /** Looks at the register as of a day; what is looked at is shown again when that cannot be read. */
    void showAsOf(LocalDate day) {
        whenOpened(o -> background.run(() -> index(o.store().asOf(day)), this::show, e -> {
            shown.ifPresent(shows);
            background.failed(e);
        }));
    }

    /** A screen has changed the register: today's state is looked at. */
    void changed() {
        opened.ifPresent(o -> background.run(
                () -> index(o.store().asOf(today())),
                index -> changed(new Screen.Opened(o.store(), index.register(), false), index)));
    }

    /**
     * Looks whether another program has changed the register; if so the day that is looked at is shown anew.
     *
     * @param found called when it has
     */
    void look(Runnable found) {
        opened.ifPresent(o -> {
            LocalDate today = today();
            LocalDate day = shown.map(s -> s.register().asOf()).orElse(today);
            background.run(
                    () -> {
                        Register now = o.store().asOf(today);
                        return now.hash().equals(o.register().hash())
                                ? Optional.<Changed>empty()
                                : Optional.of(new Changed(
                                        new Screen.Opened(o.store(), now, true),
                                        index(
                                                day.equals(today)
                                                        ? now
                                                        : o.store().asOf(day))));
                    },
                    change -> change.ifPresent(c -> {
                        changed(c.opened(), c.index());
                        found.run();
                    }),
                    // Nobody asked for this: what cannot be read now is told when it is asked for.
                    e -> log().warn("whether the register was changed cannot be seen", e));
        });
    }

    /** As {@link #look}, unless nobody has written to the register since this was last asked. */
    void lookAgain(Runnable found) {
        opened.ifPresent(o -> background.run(
                o.store()::written,
                now -> {
                    if (now != written) {
                        written = now;
                        look(found);
                    }
                },
                e -> log().warn("whether the register was changed cannot be seen", e)));
    }

    private record Changed(Screen.Opened opened, FacetIndex index) {}

    private void changed(Screen.Opened now, FacetIndex index) {
        opened = Optional.of(now);
        show(index);
        opens.accept(now);
        snapshot();
    }

    /** Keeps what the register says today for the next start. What cannot be kept is as good as absent. */
    void snapshot() {
        LocalDate today = today();
        opened.ifPresent(o -> background.run(
                () -> {
                    o.store().takeSnapshot(today);
                    return o;
                },
                done -> {},
                e -> log().warn("no snapshot of the register was taken", e)));
    }

    /**
     * Lets the register go.
     *
     * @param copy makes a backup before
     */
    void close(Optional<BackupOnClose> copy) {
        opened.ifPresent(o -> {
            try {
                copy.ifPresent(c -> c.run(o.store(), clock, locale));
                seen.ifPresent(heads -> heads.see(o.store()));
            } catch (ProblemException e) {
                log().warn("what was last seen of the register was not kept", e);
            }
            o.store().close();
        });
        opened = Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private FacetIndex index(Register register) {
        return FacetIndex.ready(register, Names.in(register.areas(), locale));
    }

    /** Asked for only when there is something to say: starting the log takes its time. */
    private static Logger log() {
        return LoggerFactory.getLogger(RegisterSession.class);
    }
}
