package domicile.problem;

import java.util.Locale;
import java.util.Optional;

/** Input that is refused. Says what is wrong, where, and what to do, and no password; nothing has been changed. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;
    private final String remedy;
    private final transient Optional<Translated> translated;

    private record Translated(Message what, Object where, Message remedy) {}

    /**
     * A refusal that is told in English alone: for the command line. {@link Problem} makes those that the desktop tells
     * too.
     *
     * @param what what is wrong, without a full stop
     * @param where file, JSON pointer and line as far as known, such as {@code claims.json#/startsOn (line 3)}
     * @param remedy what to do, without a full stop
     */
    public ProblemException(String what, String where, String remedy) {
        this(what, where, remedy, Optional.empty());
    }

    public ProblemException(String what, String where, String remedy, Throwable cause) {
        this(what, where, remedy);
        initCause(cause);
    }

    /**
     * A refusal in every language.
     *
     * @param where a {@link SourceLocation}, or a text in no language, such as the name of a file
     */
    ProblemException(Message what, Object where, Message remedy) {
        this(what.toString(), where.toString(), remedy.toString(), Optional.of(new Translated(what, where, remedy)));
    }

    private ProblemException(String what, String where, String remedy, Optional<Translated> translated) {
        super(Secrets.hidden(where + ": " + what + "; " + remedy));
        this.what = Secrets.hidden(what);
        this.where = Secrets.hidden(where);
        this.remedy = Secrets.hidden(remedy);
        this.translated = translated;
    }

    /** Whether it is this one. */
    public boolean is(Problem problem) {
        return translated.filter(t -> t.what().key().equals(problem.what())).isPresent();
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

    /** Which problem it is, without any of its words; empty for one that is told in English alone. */
    public Optional<String> key() {
        return translated.map(t -> t.what().key());
    }

    /** What is wrong, in a language. */
    public String what(Locale locale) {
        return translated.map(t -> Secrets.hidden(t.what().in(locale))).orElse(what);
    }

    /** Where it is, in a language. */
    public String where(Locale locale) {
        return translated
                .map(t -> t.where() instanceof SourceLocation place ? Secrets.hidden(place.in(locale)) : where)
                .orElse(where);
    }

    /** What to do, in a language. */
    public String remedy(Locale locale) {
        return translated.map(t -> Secrets.hidden(t.remedy().in(locale))).orElse(remedy);
    }
}
