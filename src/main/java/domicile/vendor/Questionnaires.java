package domicile.vendor;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which questionnaire, and which edition of it, a file says that it is. */
final class Questionnaires {
    /** The frameworks that vendors answer question by question, as the register names them. */
    static final List<String> NAMES = List.of("CAIQ", "AI-CAIQ", "HECVAT");

    private static final Pattern NAME = Pattern.compile("AI[- ]?CAIQ|CAIQ|HECVAT");
    private static final Pattern VERSION =
            Pattern.compile("[^0-9]{0,40}?([0-9]{1,2}\\.[0-9]{1,2}(?:\\.[0-9]{1,2})?)(?![0-9.]*[0-9])");

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
            Matcher version = VERSION.matcher(upper).region(name.end(), upper.length());
            named.add(new Named(
                    name.group().startsWith("AI") ? "AI-CAIQ" : name.group(),
                    version.lookingAt() ? version.group(1) : ""));
        }
        return named;
    }

    /** Whether two spellings are of one edition: {@code 4.1} and {@code 4.1.0}, {@code 4.1.4} and {@code 4.14}. */
    static boolean same(String one, String other) {
        return digits(one).equals(digits(other));
    }

    private static String digits(String version) {
        return version.replaceFirst("(?:\\.0+)+$", "").replace(".", "");
    }
}
