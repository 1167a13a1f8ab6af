package domicile.residency;

/** Input that is refused. Says what is wrong, where, and what to do; nothing has been changed. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String remedy;

    /**
     * @param what what is wrong, without a full stop
     * @param where file, JSON pointer and line as far as known, such as {@code claims.json#/startsOn (line 3)}
     * @param remedy what to do, without a full stop
     */
    public InputException(String what, String where, String remedy) {
        super(where + ": " + what + "; " + remedy);
        this.what = what;
        this.where = where;
        this.remedy = remedy;
    }

    public InputException(String what, String where, String remedy, Throwable cause) {
        this(what, where, remedy);
        initCause(cause);
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }

    public String remedy() {
        return remedy;
    }
}
