package domicile.register;

/** A change of one part by hand. Nothing is overwritten: it becomes a new version. */
public sealed interface Edit {

    /** What is changed: a fact, an offering, a source or a provider. */
    Part part();

    /**
     * The part says this from now on.
     *
     * @param json as in a pack; a fact with its {@code source} and {@code read}
     */
    record Put(Part part, String json) implements Edit {}

    /** The part is taken out: the page no longer says so. */
    record Remove(Part part) implements Edit {}
}
