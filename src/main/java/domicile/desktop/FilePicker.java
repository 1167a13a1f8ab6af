package domicile.desktop;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** Asks a person for a file. */
@FunctionalInterface
public interface FilePicker {

    /**
     * Where to save a file; empty when the person thinks better of it.
     *
     * @param name the name that is suggested
     * @param owner whose window the dialog belongs to
     */
    Optional<Path> save(String name, Node owner);

    /** The system's own dialog. */
    static FilePicker system() {
        return (name, owner) -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName(name);
            File file = chooser.showSaveDialog(owner.getScene().getWindow());
            return Optional.ofNullable(file).map(File::toPath);
        };
    }
}
