package domicile.desktop.maintenance;

import domicile.desktop.kit.Frame;
import domicile.desktop.kit.Screen;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.Node;

/** No frame is around what a test shows, and none is asked for anything. */
final class NoFrame implements Frame {
    private static AssertionError asked() {
        return new AssertionError("there is no frame");
    }

    @Override
    public void go(Screen screen, Runnable then) {
        throw asked();
    }

    @Override
    public void goToFirst() {
        throw asked();
    }

    @Override
    public void whenOpened(Consumer<Screen.Opened> then) {
        throw asked();
    }

    @Override
    public void showAsOf(LocalDate day) {
        throw asked();
    }

    @Override
    public <T> void whileClosed(String text, Callable<T> work, BiFunction<T, Runnable, Optional<Node>> then) {
        throw asked();
    }

    @Override
    public void registerChanged() {
        throw asked();
    }

    @Override
    public void commandsChanged() {
        throw asked();
    }

    @Override
    public void rememberSoon() {
        throw asked();
    }

    @Override
    public Map<String, String> keys() {
        throw asked();
    }
}
