package domicile.cli;

import domicile.page.QuoteFinder;
import domicile.register.RegisterStore;
import domicile.report.model.CleanText;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.source.Pages;
import domicile.source.Suggestion;
import domicile.source.Suggestions;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code domicile source suggest}: where the words of facts may stand. */
@Command(
        name = "suggest",
        description = "For every fact that cites a source and has no words of it yet: the three likeliest places in the"
                + " newest capture. 'domicile source quote FACT --suggested N' takes one.")
final class SourceSuggestCommand implements Runnable {
    @Parameters(paramLabel = "ID", description = "The source's number.")
    private int id;

    @Mixin
    private Output output = new Output();

    private final Common options;

    SourceSuggestCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PrintWriter out = options.console().out();
        List<Suggestion> all;
        try (RegisterStore store = options.open()) {
            Pages pages = new Pages(store);
            Register register = store.asOf(options.console().today());
            Capture capture = SourceCommands.newest(
                    register, SourceCommands.source(register, id).number());
            all = Suggestions.of(register, SourceCommands.source(register, id), pages.text(capture));
        }
        switch (output.format()) {
            case json ->
                out.println(
                        Json.text(all.stream().map(SourceSuggestCommand::json).toList()));
            case table ->
                all.forEach(s -> {
                    out.println(s.part().text()
                            + (s.fact().text().isEmpty()
                                    ? ""
                                    : "  " + CleanText.of(s.fact().text())));
                    for (int i = 0; i < s.units().size(); i++) {
                        QuoteFinder.Found found = s.units().get(i);
                        out.println("  " + (i + 1) + "  " + CleanText.of(found.exact())
                                + found.row()
                                        .map(row -> "  [" + CleanText.of(row) + "]")
                                        .orElse(""));
                    }
                });
        }
        options.note("domicile: " + all.size() + (all.size() == 1 ? " fact has" : " facts have") + " no words yet");
    }

    private static Map<String, Object> json(Suggestion suggestion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", suggestion.part().text());
        json.put("text", suggestion.fact().text());
        json.put(
                "units",
                suggestion.units().stream()
                        .map(found -> {
                            Map<String, Object> unit = new LinkedHashMap<>();
                            unit.put("unit", found.unit().name());
                            unit.put("text", found.exact());
                            unit.put("row", found.row());
                            return unit;
                        })
                        .toList());
        return json;
    }
}
