package domicile.report.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Stylesheets and fonts that lie beside the renderers. */
public final class Assets {
    private Assets() {}

    static InputStream open(String name) {
        InputStream in = Assets.class.getResourceAsStream("/domicile/report/" + name);
        if (in == null) {
            throw new IllegalStateException("missing from the build: domicile/report/" + name);
        }
        return in;
    }

    /** What a file holds. */
    public static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
