package domicile.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Where the chains of this person's registers ended when this computer last saw them, in a file of their own data: a
 * register that has gone back since is found without anybody having noted anything. Losing it loses no work.
 */
public final class KnownHeads {
    private static final String SCHEMA = "domicile.heads/1";
    private static final int MOST = 50;
    private static final int MOST_BYTES = 1024 * 1024;

    private final Path file;

    /** @param file its own; it need not be there */
    public KnownHeads(Path file) {
        this.file = file;
    }

    /** Beside other data of a person. */
    public static KnownHeads in(Path folder) {
        return new KnownHeads(folder.resolve("heads.json"));
    }

    /** Where the chain of a register ended. */
    public Optional<Head> of(RegisterStore store) {
        return Optional.ofNullable(read().get(store.where()));
    }

    /** Keeps where the chain of a register ends now. */
    public void see(RegisterStore store) {
        Map<String, Head> all = read();
        Head head = store.head();
        if (Optional.of(head).equals(Optional.ofNullable(all.remove(store.where())))) {
            return;
        }
        all.put(store.where(), head);
        while (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
        write(all);
    }

    /** As {@link #see}, unless the register has gone back, which is told until somebody means it. */
    public void seeUnlessOlder(RegisterStore store) {
        if (of(store).flatMap(store::goneBack).isEmpty()) {
            see(store);
        }
    }

    private Map<String, Head> read() {
        Map<String, Head> all = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                JsonValue root = StrictJson.read(file.toString(), InputFile.read(file, MOST_BYTES))
                        .only("schema", "registers");
                PackReader.schema(root, SCHEMA);
                root.get("registers")
                        .items()
                        .forEach(r -> all.put(r.get("where").text(), Head.read(r.get("chain"))));
            } catch (ProblemException e) {
                LoggerFactory.getLogger(KnownHeads.class).warn("not read: {}", file, e);
            }
        }
        return all;
    }

    private void write(Map<String, Head> all) {
        JsonNode root = new ObjectMapper()
                .valueToTree(RegisterJson.ordered(
                        "schema",
                        SCHEMA,
                        "registers",
                        all.entrySet().stream()
                                .map(e -> RegisterJson.ordered(
                                        "where",
                                        e.getKey(),
                                        "chain",
                                        RegisterJson.fields(e.getValue().json())))
                                .toList()));
        try {
            OwnFiles.folder(file.toAbsolutePath().resolveSibling("."));
            AtomicFile.writeOwn(file, out -> out.write(root.toPrettyString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            LoggerFactory.getLogger(KnownHeads.class).warn("not written: {}", file, e);
        }
    }
}
