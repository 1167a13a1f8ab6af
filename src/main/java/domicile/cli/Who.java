package domicile.cli;

import picocli.CommandLine.Option;

/** The option of every command that writes into the register: whom that is attributed to. */
final class Who {
    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; default: your user name.")
    private String name = System.getProperty("user.name", "unknown");

    String name() {
        return name;
    }
}
