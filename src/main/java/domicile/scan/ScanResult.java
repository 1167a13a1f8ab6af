package domicile.scan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a project uses, in a stable order.
 *
 * @param treeHash {@code sha256:} and the SHA-256 over the paths and the contents of the files that were looked into,
 *     those that are not readable among them, in the order of their paths: what was left out is not in it, and neither
 *     are values that come from elsewhere
 * @param read how many files were read
 * @param skipped how many files and folders were left out, by reason
 */
public record ScanResult(
        String root,
        String registerHash,
        String signaturesHash,
        String treeHash,
        int read,
        Map<Skipped, Integer> skipped,
        List<Usage> usages,
        List<KeepingSwitch> switches,
        List<UnreadableFile> unreadable) {
    public ScanResult {
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        usages = List.copyOf(usages);
        switches = List.copyOf(switches);
        unreadable = List.copyOf(unreadable);
    }
}
