package domicile.register;

import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Capture;
import domicile.residency.Register;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of captures as one JSON document, {@code domicile.captures/1}: a line each, without their bytes. */
public final class CaptureFile {
    static final String SCHEMA = "domicile.captures/1";

    private CaptureFile() {}

    /** The document, in UTF-8. */
    public static byte[] write(List<Capture> captures) {
        return text(captures).getBytes(StandardCharsets.UTF_8);
    }

    static String text(List<Capture> captures) {
        return "{\n  \"schema\": \"" + SCHEMA + "\",\n  \"captures\": [\n"
                + captures.stream()
                        .map(c -> "    " + RegisterJson.text(RegisterJson.capture(c)))
                        .collect(Collectors.joining(",\n"))
                + "\n  ]\n}\n";
    }

    /**
     * Reads a document.
     *
     * @param name for messages
     * @param register whose sources the captures are of
     * @throws domicile.problem.ProblemException when anything in it is wrong, with JSON pointer and line
     */
    public static List<Capture> read(String name, byte[] bytes, Register register) {
        JsonValue root = StrictJson.read(name, bytes).only("schema", "captures");
        PackReader.schema(root, SCHEMA);
        return PackReader.captures(root, register.sources());
    }
}
