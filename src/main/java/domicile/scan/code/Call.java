package domicile.scan.code;

import java.util.List;
import java.util.Optional;

/**
 * A call with the arguments that have names.
 *
 * @param name as it is written, with what qualifies it
 */
public record Call(String name, Token at, List<Argument> arguments) {

    /**
     * An argument with a name, or a field of an object that is one.
     *
     * @param path its name, below the names of the objects that it stands in
     * @param literal its value where that is one string
     * @param words the value as it is written, without strings but for names of variables
     * @param url whether a string in the value is a URL
     * @param value the first token of the value
     */
    public record Argument(String path, Optional<Token> literal, String words, boolean url, Token value) {}

    /** The argument with this path. */
    public Optional<Argument> argument(String path) {
        return arguments.stream().filter(a -> a.path().equals(path)).findFirst();
    }

    /** Whether it calls this, however it is qualified. */
    public boolean calls(String what) {
        return name.equals(what) || name.endsWith("." + what);
    }
}
