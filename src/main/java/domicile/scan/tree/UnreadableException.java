package domicile.scan.tree;

/** A file that its format's reader cannot read, with the place where it stopped. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Mark mark;
    private final Reason reason;

    /** Why a file is not readable. */
    public enum Reason {
        NOT_UTF8,
        SYNTAX,
        TOO_DEEP,
        TOO_MANY_ALIASES,
        CANNOT_OPEN
    }

    public UnreadableException(Reason reason, Mark mark) {
        super(reason.name());
        this.reason = reason;
        this.mark = mark;
    }

    public UnreadableException(Reason reason, int line, int column, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.mark = new Mark(Math.max(1, line), Math.max(1, column));
    }

    public Mark mark() {
        return mark;
    }

    public Reason reason() {
        return reason;
    }
}
