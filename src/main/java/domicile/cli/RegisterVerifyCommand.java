package domicile.cli;

import domicile.register.Pack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code domicile register verify}: whether packs are sound. */
@Command(name = "verify", description = "Checks packs: folders with a pack.json. Writes nothing.")
final class RegisterVerifyCommand implements Runnable, Cli.Runs {
    @Parameters(paramLabel = "PACK", arity = "1..*", description = "Folders with a pack.json.")
    private List<Path> packs = new ArrayList<>();

    private Optional<Common> common = Optional.empty();

    @Override
    public void use(Common options) {
        common = Optional.of(options);
    }

    @Override
    public void run() {
        Common options = common.orElseThrow();
        for (Path folder : packs) {
            Pack pack = Pack.read(folder, options.console().today());
            long facts =
                    pack.offerings().stream().mapToLong(o -> o.facts().size()).sum();
            options.console()
                    .out()
                    .println(folder + ": sound, " + pack.offerings().size() + " offerings, " + facts + " facts, "
                            + pack.sources().stream()
                                    .filter(s -> s.number() > 0)
                                    .count() + " sources, "
                            + pack.register(pack.published()).hash());
        }
    }
}
