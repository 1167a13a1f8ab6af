package domicile.desktop.kit;

import domicile.register.RegisterStore;
import domicile.residency.Register;
import domicile.search.FacetIndex;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * One screen of the window. It is made with the window, and its content when that is first asked for: most are never
 * gone to. All methods are called on the FX thread.
 */
public interface Screen {
    /** The screen with the register's rows, as settings know it: shown before the register is open. */
    String ROWS = "register";

    /**
     * The register that the window works on.
     *
     * @param register its state as of today
     * @param elsewhere whether another program has changed it, and whoever showed another state looks again
     */
    record Opened(RegisterStore store, Register register, boolean elsewhere) {}

    /** What tests and settings know it by. */
    String id();

    /** What it is called in the navigation; see {@link Texts#nameOf}. */
    String name();

    /** Its picture in the navigation. */
    Ikon icon();

    /** What to press to go to it. */
    KeyCombination shortcut();

    /** Its content; made when it is first asked for, which is not before the register is open, but for the rows. */
    Node node();

    /** What can be done here by its name. Whoever chooses it is taken here first. */
    default List<Command> commands() {
        return List.of();
    }

    /** What is found here by its name, such as an offering: listed after everything that can be done. */
    default List<Command> finds() {
        return List.of();
    }

    /** Its keys, for the help; and what they do, unless its own controls listen to them. */
    default List<Shortcut> keys() {
        return List.of();
    }

    /** What it says in the line at the window's foot, whatever screen is shown. */
    default List<Node> status() {
        return List.of();
    }

    /** What it says above every screen, where there is something to be said of the whole register. */
    default List<Node> bars() {
        return List.of();
    }

    /** Another state of the register is looked at: that of a day, or that of the last start before it is open. */
    default void shows(FacetIndex index) {}

    /** The register has been opened, or says something else today. */
    default void opened(Opened opened) {}

    /** Takes a file that the window was handed. Whether it is one for this screen. */
    default boolean open(Path file) {
        return false;
    }

    /** Puts into the settings what it does not put there at once. */
    default void remember() {}

    /** The window closes: waits until everything is saved. */
    default void flush() {}
}
