package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Named pipes: whoever opens one that nobody writes to waits for ever. */
public final class Pipes {
    private Pipes() {}

    /** Makes one. */
    public static Path at(Path file) throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        return file;
    }
}
