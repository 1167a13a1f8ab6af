package domicile.scan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that somebody accepts for a time.
 *
 * @param fingerprint of the finding; empty where file, offering and deployment name it
 * @param offering the offering, or the service where the register has no offering for it
 * @param deployment empty for any; an empty text for none
 */
public record Acceptance(
        Optional<String> fingerprint,
        Optional<String> file,
        Optional<String> offering,
        Optional<String> deployment,
        String reason,
        LocalDate until) {

    /** Whether it is about what was found there. */
    public boolean fits(String print, String inFile, Optional<String> subject, Optional<String> placement) {
        if (fingerprint.isPresent()) {
            return fingerprint.get().equals(print);
        }
        return file.filter(inFile::equals).isPresent()
                && offering.map(o -> subject.filter(o::equals).isPresent()).orElse(true)
                && deployment.map(d -> placement.orElse("").equals(d)).orElse(true);
    }

    /** Whether it still counts on a day. */
    public boolean counts(LocalDate day) {
        return !day.isAfter(until);
    }
}
