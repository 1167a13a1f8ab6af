package domicile.cli;

import domicile.problem.Message;
import domicile.register.Change;
import domicile.register.Head;
import domicile.register.KnownHeads;
import domicile.register.Locations;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import domicile.source.Pages;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register verify}: whether packs are sound, or the register itself. */
@Command(
        name = "verify",
        description =
                "Checks packs: folders with a pack.json. Without one, checks the register itself: its audit trail, the"
                        + " chain over changes, documents and saved assessments, whether it has gone back since it was last seen,"
                        + " whether its parts fit together on every day, whether its captures are what was taken in, and"
                        + " whether the words that its facts quote stand in them. Changes nothing in it;"
                        + " your data folder keeps where its chain ended.")
final class RegisterVerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACK", arity = "0..*", description = "Folders with a pack.json.")
    private List<Path> packs = new ArrayList<>();

    @Option(
            names = "--contains",
            paramLabel = "HASH|FILE",
            description = "What was noted of the chain earlier has to occur in it: a hash, or a report, a backup or the"
                    + " folder of an export, which note where the chain ended when they were made. May be given several"
                    + " times.")
    private List<String> contains = new ArrayList<>();

    @Option(
            names = "--accept-older",
            description =
                    "The register is meant to be as it is, such as after a backup was restored: what this computer"
                            + " saw of it before counts no more.")
    private boolean accept;

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
        List<NotedChain> noted = contains.stream().map(NotedChain::read).toList();
        KnownHeads seen = KnownHeads.in(Locations.dataFolder());
        try (RegisterStore store = options.open()) {
            List<String> problems = new ArrayList<>(
                    store.check().stream().map(Message::toString).toList());
            new Pages(store).astray(store.asOf(options.console().today())).forEach(m -> problems.add(m.toString()));
            List<Change> changes = store.changes();
            noted.forEach(n -> n.lackedBy(store).ifPresent(m -> problems.add(m.toString())));
            if (!accept) {
                seen.of(store).flatMap(store::goneBack).ifPresent(e -> problems.add(e.what() + "; " + e.remedy()));
            }
            if (problems.isEmpty()) {
                seen.see(store);
                Head head = store.head();
                out.println(store.where() + ": sound, " + changes.size() + " changes, audit trail ends in "
                        + changes.getLast().hash());
                out.println(store.where() + ": chain of " + head.number() + " links ends in " + head.hash()
                        + (noted.isEmpty() ? "" : ", and holds what was noted"));
                return 0;
            }
            problems.forEach(p -> out.println("FAILED " + store.where() + ": " + p));
            return Cli.FAILED;
        }
    }
}
