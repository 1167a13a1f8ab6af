package domicile.desktop.kit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;

/** What the frame does for the screens in it. */
public interface Frame {

    /**
     * Goes to a screen, with the keyboard focus, as soon as it can be shown.
     *
     * @param then done when it is shown
     */
    void go(Screen screen, Runnable then);

    /** Goes to the first screen. */
    void goToFirst();

    /** Does something with the register, at once or when it has been opened. */
    void whenOpened(Consumer<Screen.Opened> then);

    /** Looks at the register as of a day. */
    void showAsOf(LocalDate day);

    /**
     * Closes the register, does something to its files, and makes the window anew, on the register as it is then. What
     * fails is told in the window's place.
     *
     * @param text what is being done
     * @param work done off the FX thread
     * @param then what a person is to see of the result before; it runs what it is given when they have
     */
    <T> void whileClosed(String text, Callable<T> work, BiFunction<T, Runnable, Optional<Node>> then);

    /** A screen has changed the register: it is shown anew. */
    void registerChanged();

    /** Other commands can be given than before. */
    void commandsChanged();

    /** Something changed that {@link Screen#remember} puts into the settings. */
    void rememberSoon();

    /** What the keys do, by what to press, in the order of the help. */
    Map<String, String> keys();
}
