package domicile.cli;

import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register confirm}: pages that were read again and say the same. */
@Command(name = "confirm", description = "Says of facts that their pages were read again and are unchanged.")
final class RegisterConfirmCommand implements Runnable {
    @Parameters(paramLabel = "FACT", arity = "1..*", description = "Facts, as 'stale' and 'history' print them.")
    private List<String> facts = new ArrayList<>();

    @Option(names = "--read", paramLabel = "DATE", description = "The day that they were read; default: today.")
    private @Nullable LocalDate read;

    @Mixin
    private Who who = new Who();

    @Option(names = "--why", paramLabel = "TEXT", description = "A remark; default: ${DEFAULT-VALUE}.")
    private String why = "Read again, unchanged";

    private final Common options;

    RegisterConfirmCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        LocalDate day = options.orToday(read);
        try (RegisterStore store = options.open()) {
            store.confirm(
                    facts.stream().map(f -> RegisterKey.parse(f, store.kinds())).toList(), day, who.name(), why);
            options.note("domicile: " + facts.size() + (facts.size() == 1 ? " fact" : " facts") + " read on " + day
                    + ", " + store.asOf(day).hash());
        }
    }
}
