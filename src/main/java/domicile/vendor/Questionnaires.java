package domicile.vendor;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which questionnaire, and which edition of it, a file says that it is. */
final class Questionnaires {
    /** The frameworks that vendors answer question by question, as the register names them. */
    static final List<String> NAMES = List.of("CAIQ", "AI-CAIQ", "HECVAT");

    private static final String LONG_CAIQ = "CONSENSUS ASSESSMENTS? INITIATIVE QUESTIONNAIRE";
    /** Short or in full, as forms have it in their heads; what names the one for AI is tried first. */
    private static final Pattern NAME =
            Pattern.compile("(?<ai>AI[- ]?CAIQ|" + LONG_CAIQ + " FOR (?:AI|ARTIFICIAL INTELLIGENCE))"
                    + "|(?<caiq>CAIQ|" + LONG_CAIQ + ")"
                    + "|HECVAT|HIGHER EDUCATION COMMUNITY VENDOR ASSESSMENT TOOL(?:KIT)?");

    private static final String NUMBER = "([0-9]{1,2}\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?)(?![0-9.]*[0-9])";
    private static final Pattern VERSION = Pattern.compile("[^0-9]{0,40}?" + NUMBER);
    /** As the names of files have it, without points. */
    private static final Pattern SHORT = Pattern.compile("[ -]?V?([0-9])([0-9])([0-9])(?![0-9.])");

    private static final Pattern ALONE = Pattern.compile("\\s*(?:VERSION|V)\\.? ?" + NUMBER + "\\s*");

    private Questionnaires() {}

    /** A questionnaire that a text names; the version is empty where it names none. */
    record Named(String framework, String version) {}

    static Set<Named> in(String text) {
        Set<Named> named = new LinkedHashSet<>();
        String upper = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}_]", "-")
                .toUpperCase(Locale.ROOT);
        Matcher name = NAME.matcher(upper);
        while (name.find()) {
            named.add(new Named(framework(name), version(upper, name.end())));
        }
        return named;
    }

    private static String version(String upper, int from) {
        Matcher shortly = SHORT.matcher(upper).region(from, upper.length());
        if (shortly.lookingAt()) {
            return shortly.group(1) + "." + shortly.group(2) + "." + shortly.group(3);
        }
        Matcher version = VERSION.matcher(upper).region(from, upper.length());
        return version.lookingAt() ? version.group(1) : "";
    }

    /** The version that a text is, and nothing else. */
    static Optional<String> version(String text) {
        Matcher alone = ALONE.matcher(text.strip().toUpperCase(Locale.ROOT));
        return alone.matches() ? Optional.of(alone.group(1)) : Optional.empty();
    }

    private static String framework(Matcher name) {
        if (name.group("ai") != null) {
            return "AI-CAIQ";
        }
        return name.group("caiq") != null ? "CAIQ" : "HECVAT";
    }

    /** Whether two spellings are of one edition: {@code 4.1} and {@code 4.1.0}, {@code 4.1.4} and {@code 4.14}. */
    static boolean same(String one, String other) {
        return digits(one).equals(digits(other));
    }

    private static String digits(String version) {
        return version.replaceFirst("(?:\\.0+)+$", "").replace(".", "");
    }
}
