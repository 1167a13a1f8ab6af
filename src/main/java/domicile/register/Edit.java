package domicile.register;

/**
 * A change of one part by hand: a fact, an offering, a source or a provider. Nothing is overwritten: it becomes a new
 * version.
 */
public sealed interface Edit {

    /**
     * Something new; refused when the register has it already.
     *
     * @param kind what it is; its key is read from the JSON
     * @param offering the offering's id for a fact; empty otherwise
     * @param json as in a pack; a fact with its {@code source} and {@code read}
     */
    record Add(RegisterKey.Kind kind, String offering, String json) implements Edit {}

    /**
     * The part says this from now on.
     *
     * @param json as in a pack; a fact with its {@code source} and {@code read}
     */
    record Put(RegisterKey part, String json) implements Edit {}

    /** The part is taken out: the page no longer says so. */
    record Remove(RegisterKey part) implements Edit {}
}
