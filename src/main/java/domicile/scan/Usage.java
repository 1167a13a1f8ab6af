package domicile.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One place in one file that says which offering, deployment, region or model is used.
 *
 * @param file relative to the root, with {@code /}
 * @param also the offerings that it can be judged as too
 * @param service what is used where the register has no offering for it
 * @param inLane the deployment where it is judged as one of {@code also}
 * @param places codes of areas that the signature's page states, or the region itself
 * @param matched the value that was recognised, never the value of a key
 * @param byDefault whether a default was taken
 * @param via where variables got their values
 * @param joined the deployments of the account that an endpoint belongs to
 * @param unresolved the variable that has no value here
 * @param narrows whether an open-ended deployment is narrowed to the region that is written
 */
public record Usage(
        String file,
        int line,
        int column,
        String reader,
        Optional<String> offering,
        List<String> also,
        Optional<String> service,
        Optional<String> deployment,
        Optional<String> inLane,
        List<String> places,
        Optional<String> model,
        String matched,
        Certainty certainty,
        Role role,
        Optional<Environment> environment,
        boolean byDefault,
        List<String> via,
        List<String> joined,
        Optional<String> unresolved,
        boolean narrows,
        String signature,
        String fingerprint) {

    /** The order of every listing. */
    public static final Comparator<Usage> ORDER = Comparator.comparing(Usage::file, CodePoints.ORDER)
            .thenComparingInt(Usage::line)
            .thenComparingInt(Usage::column)
            .thenComparing(u -> u.offering().orElse(""))
            .thenComparing(u -> u.service().orElse(""))
            .thenComparing(u -> u.deployment().orElse(""))
            .thenComparing(u -> u.model().orElse(""))
            .thenComparing(u -> u.environment().map(Environment::word).orElse(""))
            .thenComparing(Usage::matched)
            .thenComparing(u -> String.join(",", u.places()))
            .thenComparing(u -> String.join(",", u.via()));

    /** The place as {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }

    /** What is used, for a person: the offering's id, the service, or that nobody knows. */
    public String subject() {
        return offering.or(() -> service).orElse("?");
    }
}
