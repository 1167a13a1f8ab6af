package javafx.scene.input;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.NullUnmarked;

/**
 * Files dropped on a node as a file manager does it: the toolkit's own events with a board that holds the files. In
 * this package because only the toolkit makes a {@link Dragboard}, and a headless one makes none.
 */
@NullUnmarked
public final class Dropped {

    private Dropped() {}

    /** Drags files over a node and, if it takes them, drops them there; says whether they were taken. */
    public static boolean on(Node node, List<Path> files) {
        List<File> board = files.stream().map(Path::toFile).toList();
        TKClipboard peer = (TKClipboard) Proxy.newProxyInstance(
                Dropped.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> arguments[0].equals(DataFormat.FILES);
                    case "getContent" -> arguments[0].equals(DataFormat.FILES) ? board : null;
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                });
        Dragboard dragboard = Dragboard.createDragboard(peer);
        DragEvent over = event(node, DragEvent.DRAG_OVER, dragboard);
        Event.fireEvent(node, over);
        if (over.getAcceptedTransferMode() == null) {
            return false;
        }
        DragEvent dropped = event(node, DragEvent.DRAG_DROPPED, dragboard);
        Event.fireEvent(node, dropped);
        return dropped.isDropCompleted();
    }

    private static DragEvent event(Node node, EventType<DragEvent> type, Dragboard dragboard) {
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        return new DragEvent(
                node,
                node,
                type,
                dragboard,
                0,
                0,
                at.getCenterX(),
                at.getCenterY(),
                TransferMode.COPY,
                null,
                node,
                new PickResult(node, 0, 0));
    }
}
