package domicile.document;

import domicile.residency.Attestation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which certification, or which level of FedRAMP, a text names, by the names that English, German and French share. */
final class CertificationNames {

    private CertificationNames() {}

    /** The one certification that a text names; empty where it names none or several. */
    static Optional<Attestation.Kind> certification(String text) {
        return only(Arrays.stream(Attestation.Kind.values())
                .filter(Attestation.Kind::certification)
                .filter(kind -> names(kind, text))
                .toList());
    }

    /** The one level of FedRAMP, of Revision 5, that a text names. */
    static Optional<Attestation.FedRampLevel> level(String text) {
        return only(Arrays.stream(Attestation.FedRampLevel.values())
                .filter(Attestation.FedRampLevel::revision5)
                .filter(level -> names(level, text))
                .toList());
    }

    private static <T> Optional<T> only(List<T> named) {
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean names(Attestation.Kind kind, String text) {
        return switch (kind) {
            case SOC1 -> finds("SOC 1", text);
            case SOC2_TYPE_I -> finds("SOC 2.{0,20}Type? (?:I|1)", text);
            case SOC2_TYPE_II -> finds("SOC 2.{0,20}Type? (?:II|2)", text);
            case SOC3 -> finds("SOC 3", text);
            case ISO_9001 -> finds("9001", text);
            case ISO_27001 -> finds("27001", text);
            case ISO_27017 -> finds("27017", text);
            case ISO_27018 -> finds("27018", text);
            case ISO_27701 -> finds("27701", text);
            case ISO_42001 -> finds("42001", text);
            case CSA_STAR_2 -> finds("STAR (?:Level|Stufe|niveau) 2", text);
            case EU_CLOUD_COC -> finds("EU Cloud (?:Code of Conduct|CoC)", text);
            case SCC ->
                finds(
                        "Standard(?:ised)? Contractual Clauses|Standardvertragsklauseln"
                                + "|clauses contractuelles types",
                        text);
            // they have documents of their own
            case FEDRAMP, BAA, DPA -> false;
        };
    }

    private static boolean names(Attestation.FedRampLevel level, String text) {
        return switch (level) {
            case LI_SAAS -> finds("LI.SaaS", text);
            case LOW -> finds("FedRAMP.{0,40}Low|Low.{0,20}FedRAMP", text);
            case MODERATE -> finds("FedRAMP.{0,40}Moderate|Moderate.{0,20}FedRAMP", text);
            case HIGH -> finds("FedRAMP.{0,40}High|High.{0,20}FedRAMP", text);
            case LOW_20X, MODERATE_20X -> false;
        };
    }

    private static boolean finds(String pattern, String text) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:"
                                + pattern.toLowerCase(Locale.ROOT).replace(" ", "[\\W_]*") + ")(?![\\p{L}\\p{N}])",
                        Pattern.DOTALL)
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }
}
