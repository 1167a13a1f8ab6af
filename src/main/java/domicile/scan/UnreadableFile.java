package domicile.scan;

import domicile.scan.tree.UnreadableException;
import java.util.Comparator;

/** A file that its format's reader cannot read, with the place where it stopped. */
public record UnreadableFile(
        String file,
        int line,
        int column,
        String reader,
        UnreadableException.Reason reason,
        Role role,
        String fingerprint) {

    static final Comparator<UnreadableFile> ORDER = Comparator.comparing(UnreadableFile::file, CodePoints.ORDER);
}
