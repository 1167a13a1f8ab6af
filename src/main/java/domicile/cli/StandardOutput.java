package domicile.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Where data goes. Once it cannot be written, what follows is dropped and the reason kept: a command comes to its own
 * end, and to its own exit code where nobody waits for the data any more.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private final boolean pipe;
    private Optional<IOException> failure = Optional.empty();

    /** @param pipe whether another program reads it, so that a write fails only when that program has left */
    StandardOutput(OutputStream out, boolean pipe) {
        this.out = out;
        this.pipe = pipe;
    }

    private interface Write {
        void run() throws IOException;
    }

    private void attempt(Write write) {
        if (failure.isPresent()) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    @Override
    public void write(int b) {
        attempt(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    /** Whether more can be written. */
    boolean open() {
        return failure.isEmpty();
    }

    /** Why the data could not be written; empty too when whoever read it has left. */
    Optional<IOException> failure() {
        // the system says it in its own language, of which most have this word
        return failure.filter(e -> !pipe
                && !String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe"));
    }
}
