package domicile.scan;

/** Told how far a scan is. Called on any thread, also on several at once; what it throws stops the scan. */
@FunctionalInterface
public interface ScanProgress {
    /** For whoever does not care. */
    ScanProgress NONE = (done, total) -> {};

    /** So many files of so many have been read; of none while it is not known how many there are. */
    void at(long done, long total);
}
