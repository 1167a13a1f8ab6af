package domicile.scan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside a tree, with {@code /}. */
public final class Paths {
    private Paths() {}

    /** A file's name, without its folders. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder that a path lies in; empty for the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A path as it is seen from a folder; one that leads out of the tree names nothing in it. */
    public static String join(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "";
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
