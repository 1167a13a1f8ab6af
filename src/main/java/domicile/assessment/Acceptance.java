package domicile.assessment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody accepts for a time.
 *
 * @param fingerprint of the finding; empty where file, offering and deployment name it
 * @param deployment empty for any; an empty text for none
 */
public record Acceptance(
        Optional<String> fingerprint,
        Optional<String> file,
        Optional<String> offering,
        Optional<String> deployment,
        String reason,
        LocalDate until) {

    /** Whether it is about this finding. */
    public boolean fits(ProjectFinding finding) {
        if (fingerprint.isPresent()) {
            return fingerprint.get().equals(finding.fingerprint());
        }
        return file.filter(finding.file()::equals).isPresent()
                && offering.map(o -> finding.offering()
                                .or(finding::service)
                                .filter(o::equals)
                                .isPresent())
                        .orElse(true)
                && deployment
                        .map(d -> finding.deployment().orElse("").equals(d))
                        .orElse(true);
    }

    /** Whether it still counts on a day. */
    public boolean counts(LocalDate day) {
        return !day.isAfter(until);
    }
}
