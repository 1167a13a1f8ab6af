package domicile.cli;

import domicile.register.Difference;
import domicile.register.Difference.Choice;
import domicile.register.Pack;
import domicile.register.RegisterStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code domicile register diff}: what a pack would change. */
@Command(name = "diff", description = "Shows what a pack would change in the register. Writes nothing.")
final class RegisterDiffCommand implements Runnable {
    @Parameters(paramLabel = "PACK", description = "A folder with a pack.json.")
    private Path folder = Path.of(".");

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day from which the pack would be in force; default: its own.")
    private @Nullable LocalDate stamp;

    @Option(names = "--remove", description = "Lists as removed everything that the pack does not name.")
    private boolean remove;

    @Mixin
    private Affected affected = new Affected();

    @Mixin
    private Output output = new Output();

    private final Common options;

    RegisterDiffCommand(Common options) {
        this.options = options;
    }

    @Override
    public void run() {
        PrintWriter out = options.console().out();
        Pack pack = Pack.read(folder, options.console().today());
        LocalDate day = Optional.ofNullable(stamp).orElse(pack.published());
        try (RegisterStore store = options.open()) {
            RegisterStore.Comparison found = store.diff(pack, remove, day);
            RegisterStore.Preview preview = store.preview(
                    pack,
                    remove,
                    d -> (d.kind() == Difference.Kind.REMOVED || d.olderReading()) && !remove
                            ? Choice.LEAVE
                            : Choice.TAKE,
                    day,
                    affected.day(day, options));
            List<Affected.One> changed = affected.by(preview, store, options);
            switch (output.format()) {
                case table -> {
                    DifferenceTexts.print(found.differences(), out);
                    if (found.unnamed() > 0) {
                        out.println(found.unnamed() + (found.unnamed() == 1 ? " part" : " parts")
                                + " of the register not named by the pack; nothing is done to them");
                    }
                    Affected.print(changed, out);
                }
                case json -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("schema", "domicile.diff/1");
                    json.put("pack", pack.id());
                    json.put("packHash", pack.register(day).hash());
                    json.put("date", day.toString());
                    json.put("differences", DifferenceTexts.json(found.differences()));
                    json.put("unnamed", found.unnamed());
                    json.put("assessments", Affected.json(changed));
                    out.println(Json.text(json));
                }
            }
        }
    }
}
