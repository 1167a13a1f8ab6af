package domicile.desktop.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
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

    /** Which folder to read; empty when the person thinks better of it. */
    default Optional<Path> folder(Node owner) {
        return Optional.ofNullable(
                        new DirectoryChooser().showDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    /** Which file to read; empty when the person thinks better of it. */
    default Optional<Path> open(Node owner) {
        return Optional.ofNullable(
                        new FileChooser().showOpenDialog(owner.getScene().getWindow()))
                .map(File::toPath);
    }

    /** The system's own dialogs. */
    static FilePicker system() {
        return (name, owner) -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName(name);
            File file = chooser.showSaveDialog(owner.getScene().getWindow());
            return Optional.ofNullable(file).map(File::toPath);
        };
    }
}
