package domicile.problem;

/**
 * Why something is refused. Each layer has its own enum; every constant has a sentence and a remedy in the bundle
 * {@code Problems}, in every language.
 */
public interface Problem {

    /** The name of the constant: the key of its sentences. */
    String name();

    /** The key of the sentence that says what is wrong. */
    default String what() {
        return name() + ".what";
    }

    /**
     * The problem as an exception.
     *
     * @param where a {@link SourceLocation}, or a text in no language, such as the name of a file
     * @param arguments of its sentences, see {@link Message}
     */
    default ProblemException at(Object where, Object... arguments) {
        return new ProblemException(Message.of(what(), arguments), where, Message.of(name() + ".remedy", arguments));
    }

    /** As {@link #at}, with what caused it for the log. */
    default ProblemException because(Throwable cause, Object where, Object... arguments) {
        ProblemException refused = at(where, arguments);
        refused.initCause(cause);
        return refused;
    }
}
