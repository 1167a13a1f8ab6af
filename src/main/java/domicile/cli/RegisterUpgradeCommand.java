package domicile.cli;

import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.register.Upgrade;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code domicile register upgrade}: what is worded for rules version 1, brought to the wording of version 2. */
@Command(
        name = "upgrade",
        description =
                "Brings the facts that are worded for rules version 1 to the wording of version 2, in one change. Facts that"
                        + " were edited since are listed and left.")
final class RegisterUpgradeCommand implements Runnable {
    @Option(names = "--dry-run", description = "Shows what would change. Writes nothing.")
    private boolean dryRun;

    @Mixin
    private Who who = new Who();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; default: ${DEFAULT-VALUE}.")
    private String why = Upgrade.WHY;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day from which the new wording is in force; default: the first one from which nothing"
                    + " that it changes has a later version.")
    private @Nullable LocalDate date;

    @Mixin
    private Output output = new Output();

    private final Common options;

    RegisterUpgradeCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PrintWriter out = options.console().out();
        Optional<LocalDate> from = Optional.ofNullable(date);
        try (RegisterStore store = options.openAsItIs()) {
            Upgrade.Plan plan = dryRun ? store.upgradePlan(from) : store.upgrade(from, who.name(), why);
            switch (output.format()) {
                case table -> print(plan, out);
                case json -> out.println(Json.text(json(plan)));
            }
            String facts = plan.facts() == 1 ? "1 fact" : plan.facts() + " facts";
            String left = plan.edited().isEmpty()
                    ? ""
                    : "; " + plan.edited().size() + (plan.edited().size() == 1 ? " was" : " were")
                            + " edited since and left";
            options.note("domicile: "
                    + (plan.differences().isEmpty()
                            ? "nothing is worded for rules version 1" + left
                            : (dryRun ? "nothing was written; it would bring " : "brought ") + facts
                                    + " to rules version 2" + left + ", in force from " + plan.day())
                    + (dryRun
                            ? ""
                            : ", " + store.asOf(options.console().today()).hash()));
        }
    }

    private static void print(Upgrade.Plan plan, PrintWriter out) {
        DifferenceTexts.groups(plan.differences(), out);
        if (!plan.edited().isEmpty()) {
            out.println("edited since, left as they are");
            plan.edited().forEach(p -> out.println("  " + p.text()));
        }
    }

    private Map<String, Object> json(Upgrade.Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", "domicile.upgrade/1");
        json.put("date", plan.day().toString());
        json.put("written", !dryRun && !plan.differences().isEmpty());
        json.put("facts", plan.facts());
        json.put("differences", DifferenceTexts.json(plan.differences()));
        json.put("edited", plan.edited().stream().map(RegisterKey::text).toList());
        return json;
    }
}
