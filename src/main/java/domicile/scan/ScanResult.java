package domicile.scan;

import java.util.List;
import java.util.Map;

/**
 * What a project uses, in a stable order.
 *
 * @param read how many files were read
 * @param skipped how many files and folders were left out, by reason
 */
public record ScanResult(
        String root,
        String registerHash,
        String signaturesHash,
        int read,
        Map<Skipped, Integer> skipped,
        List<Usage> usages,
        List<KeepingSwitch> switches,
        List<UnreadableFile> unreadable) {
    public ScanResult {
        usages = List.copyOf(usages);
        switches = List.copyOf(switches);
        unreadable = List.copyOf(unreadable);
    }
}
