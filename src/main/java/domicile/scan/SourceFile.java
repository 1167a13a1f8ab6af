package domicile.scan;

import domicile.scan.tree.Mark;

/** A file of the tree that is scanned. */
record SourceFile(String path, Format format) {
    /** Without its folders. */
    String name() {
        return Paths.name(path);
    }

    /** Its folder; empty for the root. */
    String folder() {
        return Paths.folder(path);
    }

    /** A file beside it. */
    String beside(String name) {
        return folder().isEmpty() ? name : folder() + "/" + name;
    }

    /** A place in it, as {@code file:line}. */
    String place(Mark mark) {
        return path + ":" + mark.line();
    }

    String reader() {
        return format.reader();
    }
}
