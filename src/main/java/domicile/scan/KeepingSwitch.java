package domicile.scan;

import java.util.Comparator;

/**
 * A setting that keeps prompts or answers.
 *
 * @param setting the signature's pattern
 * @param requirement what it touches; empty where it is noted only
 */
public record KeepingSwitch(
        String file,
        int line,
        int column,
        String reader,
        String offering,
        String setting,
        String requirement,
        Role role,
        String signature,
        String fingerprint) {

    static final Comparator<KeepingSwitch> ORDER = Comparator.comparing(KeepingSwitch::file, CodePoints.ORDER)
            .thenComparingInt(KeepingSwitch::line)
            .thenComparingInt(KeepingSwitch::column)
            .thenComparing(KeepingSwitch::offering)
            .thenComparing(KeepingSwitch::setting);
}
