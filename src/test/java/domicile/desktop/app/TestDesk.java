package domicile.desktop.app;

import domicile.desktop.kit.DesktopContext;
import domicile.desktop.kit.FilePicker;
import domicile.register.RegisterStore;
import domicile.residency.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * What a window of a test works on: a register and settings in a folder of the test's own, in English, opened with
 * nothing, and nobody chooses a file. A test says what is otherwise.
 */
public record TestDesk(DesktopContext desk) {

    /** A register that is made when it is first opened. */
    public static TestDesk in(Path folder, Clock clock) {
        return new TestDesk(new DesktopContext(
                Optional::empty,
                password -> RegisterStore.open(folder.resolve("register").toString(), clock),
                folder.resolve("desktop.properties"),
                clock,
                Locale.ENGLISH,
                TestWindow.NO_FILE,
                Optional.empty()));
    }

    /** In another language. */
    public TestDesk speaking(Locale locale) {
        return new TestDesk(new DesktopContext(
                desk.snapshot(), desk.open(), desk.settings(), desk.clock(), locale, desk.picker(), desk.file()));
    }

    /** Somebody chooses files. */
    public TestDesk choosing(FilePicker picker) {
        return new TestDesk(new DesktopContext(
                desk.snapshot(), desk.open(), desk.settings(), desk.clock(), desk.locale(), picker, desk.file()));
    }

    /** Opened with a workload file. */
    public TestDesk with(Path file) {
        return new TestDesk(new DesktopContext(
                desk.snapshot(),
                desk.open(),
                desk.settings(),
                desk.clock(),
                desk.locale(),
                desk.picker(),
                Optional.of(file)));
    }

    /** The register is opened in another way, or not at all. */
    public TestDesk opening(Callable<RegisterStore> open) {
        return asking(password -> open.call());
    }

    /** The register is opened with the password that somebody types. */
    public TestDesk asking(DesktopContext.Opens open) {
        return new TestDesk(new DesktopContext(
                desk.snapshot(), open, desk.settings(), desk.clock(), desk.locale(), desk.picker(), desk.file()));
    }

    /** What the register said when a window last read it. */
    public TestDesk remembering(Callable<Optional<Register>> snapshot) {
        return new TestDesk(new DesktopContext(
                snapshot, desk.open(), desk.settings(), desk.clock(), desk.locale(), desk.picker(), desk.file()));
    }
}
