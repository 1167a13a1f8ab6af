package domicile.cli;

import domicile.assessment.FactDependency;
import domicile.assessment.Freshness;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.residency.Citation;
import domicile.residency.Register;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code domicile register stale}: the facts to be read again. */
@Command(
        name = "stale",
        description =
                "Lists the facts whose page was read too long ago: first those that most assessments lean on, then the oldest.")
final class RegisterStaleCommand implements Callable<Integer> {
    @Option(
            names = "--max-age-days",
            paramLabel = "N",
            description = "Older than this; default: ${DEFAULT-VALUE}.",
            defaultValue = "90")
    private int maxAgeDays = Freshness.DEFAULT.maxAgeDays();

    @Option(names = "--exit-code", description = "Exits with 1 when a fact is due, for a pipeline or a timer.")
    private boolean exitCode;

    @Mixin
    private Affected affected = new Affected();

    @Mixin
    private Output output = new Output();

    private final Common options;

    RegisterStaleCommand(Common options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        Assessing.checkAge("--max-age-days", maxAgeDays);
        LocalDate today = options.console().today();
        List<FactDependency.Due> due;
        try (RegisterStore store = options.open()) {
            Register register = store.asOf(today);
            due = FactDependency.due(register, today, maxAgeDays, affected.all(store, register, options));
        }
        PrintWriter out = options.console().out();
        switch (output.format()) {
            case json ->
                out.println(
                        Json.text(due.stream().map(RegisterStaleCommand::json).toList()));
            case table -> {
                Table table = new Table("FACT", "AGE IN DAYS", "ASSESSMENTS", "READ");
                due.forEach(d -> table.row(
                        id(d),
                        String.valueOf(d.ageDays()),
                        String.valueOf(d.assessments()),
                        d.fact().citations().stream()
                                .map(c -> "[" + c.source() + "] " + c.read())
                                .collect(Collectors.joining(", "))));
                table.print(out);
            }
        }
        options.note("domicile: " + due.size() + " facts were read more than " + maxAgeDays
                + " days ago; 'domicile register confirm FACT' says that a page was read again and is unchanged");
        return exitCode && !due.isEmpty() ? Cli.FAILED : 0;
    }

    private static String id(FactDependency.Due d) {
        return RegisterKey.fact(d.of().offering(), d.of().fact()).text();
    }

    private static Map<String, Object> json(FactDependency.Due d) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", id(d));
        json.put("ageDays", d.ageDays());
        json.put("assessments", d.assessments());
        json.put("sources", d.fact().citations().stream().map(Citation::source).toList());
        json.put("read", d.fact().read().toString());
        return json;
    }
}
