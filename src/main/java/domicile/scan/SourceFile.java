package domicile.scan;

/** A file of the tree that is scanned. */
record SourceFile(String path, Format format) {
    /** Without its folders. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its folder; empty for the root. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** A file beside it. */
    String beside(String name) {
        return folder().isEmpty() ? name : folder() + "/" + name;
    }

    String reader() {
        return format.reader();
    }
}
