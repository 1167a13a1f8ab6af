package domicile.register;

/**
 * How far a longer piece of work has come. Whoever asked for it may stop it at any step by what this throws; then
 * nothing that it would have written stays.
 */
@FunctionalInterface
public interface Progress {
    /** Nobody looks. */
    Progress NONE = (done, total) -> {};

    /**
     * A step is done.
     *
     * @param total how many steps there are; 0 when nobody knows
     * @throws java.util.concurrent.CancellationException when the work is to be stopped
     */
    void at(long done, long total);
}
