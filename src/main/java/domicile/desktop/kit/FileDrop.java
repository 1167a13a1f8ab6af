package domicile.desktop.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Files that are dropped on a part of the window. */
public final class FileDrop {
    private FileDrop() {}

    /** Takes them whenever there are any. */
    public static void on(Node node, Consumer<List<Path>> taken) {
        on(node, () -> true, taken);
    }

    /**
     * Takes them.
     *
     * @param wanted whether there is something to do with them now
     * @param taken is handed one file or more
     */
    public static void on(Node node, BooleanSupplier wanted, Consumer<List<Path>> taken) {
        node.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() && wanted.getAsBoolean()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        node.setOnDragDropped(e -> {
            List<Path> files =
                    e.getDragboard().getFiles().stream().map(File::toPath).toList();
            boolean takes = !files.isEmpty() && wanted.getAsBoolean();
            if (takes) {
                taken.accept(files);
            }
            e.setDropCompleted(takes);
            e.consume();
        });
    }
}
