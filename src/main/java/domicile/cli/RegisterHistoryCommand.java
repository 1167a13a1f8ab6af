package domicile.cli;

import domicile.problem.ProblemException;
import domicile.register.Change;
import domicile.register.FieldChange;
import domicile.register.RegisterStore;
import domicile.register.Version;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code domicile register history}: every version of one offering's facts, or the audit trail of the whole register.
 */
@Command(
        name = "history",
        description =
                "Shows every version of one offering's facts, oldest first; without one, every change of the register.")
final class RegisterHistoryCommand implements Runnable {
    @Parameters(paramLabel = "OFFERING", arity = "0..1", description = "The offering's id.")
    private @Nullable String offering;

    @Mixin
    private Output output = new Output();

    private final Common options;

    RegisterHistoryCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PrintWriter out = options.console().out();
        try (RegisterStore store = options.open()) {
            Optional.ofNullable(offering)
                    .ifPresentOrElse(id -> versions(id, store.history(id), out), () -> changes(store, out));
        }
    }

    private void changes(RegisterStore store, PrintWriter out) {
        List<Change> changes = store.changes();
        switch (output.format()) {
            case json ->
                out.println(Json.text(
                        changes.stream().map(RegisterHistoryCommand::json).toList()));
            case table ->
                changes.forEach(c -> {
                    out.println("change " + c.number() + ", in force from " + c.validFrom() + ", " + c.parts()
                            + " parts" + (c.pack().isEmpty() ? "" : ", pack " + c.pack()));
                    out.println("  " + by(c));
                    out.println("  " + c.hash());
                });
        }
    }

    private void versions(String id, List<Version> versions, PrintWriter out) {
        if (versions.isEmpty()) {
            throw new ProblemException(
                    "the register has never known an offering \"" + id + "\"",
                    "OFFERING",
                    "see 'domicile list' for the ids");
        }
        switch (output.format()) {
            case json ->
                out.println(Json.text(
                        versions.stream().map(RegisterHistoryCommand::json).toList()));
            case table -> {
                long change = 0;
                for (Version v : versions) {
                    if (v.change().number() != change) {
                        change = v.change().number();
                        out.println("change " + change + ", in force from "
                                + v.change().validFrom());
                        out.println("  " + by(v.change()));
                    }
                    print(v, out);
                }
            }
        }
    }

    private static String by(Change c) {
        return c.by() + ", " + c.knownAt() + ": " + c.why()
                + c.cited()
                        .map(cited -> " [" + cited.source() + ", read " + cited.read() + "]")
                        .orElse("");
    }

    private static void print(Version v, PrintWriter out) {
        if (v.before().isEmpty() || v.json().isEmpty()) {
            out.println("  " + v.part().text() + "  " + v.json().orElse("taken out"));
            return;
        }
        out.println("  " + v.part().text());
        for (FieldChange field : v.fields()) {
            out.println("    " + field.field() + ": " + field.before().orElse("-") + " -> "
                    + field.after().orElse("-"));
        }
    }

    private static Map<String, Object> json(Version v) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("part", v.part().text());
        json.put("before", v.before().map(Json::raw));
        json.put("after", v.json().map(Json::raw));
        json.put("fields", v.fields().stream().map(Json::field).toList());
        json.put("change", json(v.change()));
        return json;
    }

    private static Map<String, Object> json(Change c) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change", c.number());
        json.put("validFrom", c.validFrom().toString());
        json.put("knownAt", c.knownAt().toString());
        json.put("who", c.who());
        c.account().ifPresent(login -> json.put("account", login));
        json.put("why", c.why());
        json.put("pack", c.pack());
        c.cited().ifPresent(cited -> {
            json.put("source", cited.source());
            json.put("read", cited.read().toString());
        });
        json.put("parts", c.parts());
        json.put("hash", c.hash());
        return json;
    }
}
