package domicile.desktop.help;

import domicile.desktop.kit.Texts;
import domicile.report.model.BuildInfo;
import domicile.residency.Register;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the program is: its version, the register that it works on, and whose parts it is made of. */
final class About {
    private About() {}

    /** The lines above the list of parts. */
    static List<String> lines(Texts texts, Optional<Register> register, String where, String dataFolder) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("about.version", BuildInfo.version()));
        lines.add(texts.get("about.what"));
        lines.add(texts.get("about.licence"));
        register.ifPresent(r -> {
            lines.add(texts.get("about.register", where, texts.day(r.asOf())));
            lines.add(texts.get("about.hash", r.hash()));
        });
        lines.add(texts.get("about.folder", dataFolder));
        lines.add(texts.get(
                "about.java",
                System.getProperty("java.version"),
                System.getProperty("javafx.version", "–"),
                System.getProperty("os.name")));
        return lines;
    }

    /** The parts of others: a line each with name, licence and address. */
    static List<String> parts() {
        try (InputStream in = About.class.getResourceAsStream("/domicile/desktop/help/parts.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of parts is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
