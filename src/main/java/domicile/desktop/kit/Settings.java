package domicile.desktop.kit;

import domicile.problem.InputFile;
import domicile.problem.ProblemException;
import domicile.register.AtomicFile;
import domicile.register.OwnFiles;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window remembers between starts: its size, the theme, the size of its text. Losing it loses no work. */
public final class Settings {
    private static final int MOST_BYTES = 1024 * 1024;

    private final Path file;
    private final Properties values = new Properties();
    private Runnable whenChanged = () -> {};
    private boolean unsaved;

    /** Reads the file; one that is not there or cannot be read is as good as empty. */
    public Settings(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                values.load(new StringReader(new String(InputFile.read(file, MOST_BYTES), StandardCharsets.UTF_8)));
            } catch (ProblemException | IOException | IllegalArgumentException e) {
                log().warn("the window's settings cannot be read: {}", file, e);
            }
        }
    }

    /** Asked for only when there is something to say. */
    private static Logger log() {
        return LoggerFactory.getLogger(Settings.class);
    }

    /** What was kept under a key. */
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** A number that was kept under a key. */
    public double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Keeps a value; it is written by {@link #save}. */
    public void put(String key, String value) {
        if (!value.equals(values.setProperty(key, value))) {
            changed();
        }
    }

    private void changed() {
        synchronized (values) {
            unsaved = true;
        }
        whenChanged.run();
    }

    /** Tells whenever a value becomes another. */
    public void whenChanged(Runnable told) {
        whenChanged = told;
    }

    /** Writes everything to the file, unless it is there already. */
    public void saveChanges() {
        synchronized (values) {
            if (unsaved) {
                save();
            }
        }
    }

    /** Writes everything to the file. A failure is logged and loses no work. */
    public void save() {
        synchronized (values) {
            unsaved = false;
            write();
        }
    }

    private void write() {
        try {
            OwnFiles.folder(file.toAbsolutePath().resolve("..").normalize());
            AtomicFile.writeOwn(file.toAbsolutePath(), out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                values.store(text, "Domicile");
                text.flush();
            });
        } catch (IOException e) {
            log().warn("the window's settings cannot be saved: {}", file, e);
        }
    }
}
