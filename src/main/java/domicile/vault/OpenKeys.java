package domicile.vault;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that were opened in this program, by their id, until they are locked away. */
public final class OpenKeys {
    private static final Map<String, DataKey> OPEN = new ConcurrentHashMap<>();

    private OpenKeys() {}

    /** A key, when it is open. */
    public static Optional<DataKey> find(String id) {
        return Optional.ofNullable(OPEN.get(id));
    }

    /** Keeps a key open. */
    public static void add(DataKey key) {
        OPEN.put(key.id(), key);
    }

    /** Locks a key away. */
    public static void remove(String id) {
        OPEN.remove(id);
    }
}
