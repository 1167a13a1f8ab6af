package domicile.desktop.register;

import java.util.function.Consumer;

/** Loads something off the FX thread and hands it over on it. */
@FunctionalInterface
public interface Loads<K, V> {
    /** Loads what belongs to a key. */
    void load(K key, Consumer<V> then);
}
