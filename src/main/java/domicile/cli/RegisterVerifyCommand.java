package domicile.cli;

import domicile.problem.Message;
import domicile.register.Change;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import domicile.source.Pages;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register verify}: whether packs are sound, or the register itself. */
@Command(
        name = "verify",
        description =
                "Checks packs: folders with a pack.json. Without one, checks the register itself: its audit trail,"
                        + " whether its parts fit together on every day, whether its captures are what was taken in, and"
                        + " whether the words that its facts quote stand in them. Writes nothing.")
final class RegisterVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACK", arity = "0..*", description = "Folders with a pack.json.")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--contains",
            paramLabel = "HASH",
            description = "A hash of the audit trail that was noted earlier: it has to occur in it.")
    private @Nullable String noted;

    private final Common options;

    RegisterVerifyCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        PrintWriter out = options.console().out();
        for (Path folder : packs) {
            out.println(folder + ": sound, "
                    + described(Pack.read(folder, options.console().today())));
        }
        return packs.isEmpty() ? register(options, out) : 0;
    }

    private static String described(Pack pack) {
        long facts = pack.offerings().stream().mapToLong(o -> o.facts().size()).sum();
        return pack.offerings().size() + " offerings, " + facts + " facts, "
                + pack.sources().stream().filter(s -> s.number() > 0).count() + " sources, "
                + pack.register(pack.published()).hash();
    }

    private int register(Common options, PrintWriter out) {
        try (RegisterStore store = options.open()) {
            List<String> problems = new ArrayList<>(
                    store.check().stream().map(Message::toString).toList());
            new Pages(store).astray(store.asOf(options.console().today())).forEach(m -> problems.add(m.toString()));
            List<Change> changes = store.changes();
            if (noted != null && changes.stream().noneMatch(c -> c.hash().equals(noted))) {
                problems.add("the audit trail does not hold " + noted);
            }
            if (problems.isEmpty()) {
                out.println(store.where() + ": sound, " + changes.size() + " changes, audit trail ends in "
                        + changes.getLast().hash());
                return 0;
            }
            problems.forEach(p -> out.println("FAILED " + store.where() + ": " + p));
            return Cli.FAILED;
        }
    }
}
