package domicile;

import java.time.Duration;

/** How long a test waits for what has to come. */
public final class Patience {
    /** Enough for a busy machine with one slow core; nobody waits longer than it takes. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private Patience() {}
}
