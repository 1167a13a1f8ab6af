package domicile.cli;

import java.util.Optional;

/** Where a person types what nobody is to see. */
public interface Terminal {
    /** Nobody is there. */
    Terminal NONE = prompt -> Optional.empty();

    /** What the person types; empty where nobody is there. */
    Optional<char[]> secret(String prompt);

    /** The terminal that the program was started at. */
    static Terminal system() {
        return prompt -> {
            java.io.Console console = System.console();
            return console == null || !console.isTerminal()
                    ? Optional.empty()
                    : Optional.ofNullable(console.readPassword("%s", prompt));
        };
    }
}
