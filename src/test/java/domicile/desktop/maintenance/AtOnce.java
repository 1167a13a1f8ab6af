package domicile.desktop.maintenance;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does everything at once. */
final class AtOnce implements Background {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }
}
