package domicile.vendor;

import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ids of published questionnaires in every spelling that files have: with blanks, other dashes, small letters, a
 * question behind them, the framework before them.
 */
final class ControlIds {
    private static final Pattern DASHES = Pattern.compile("\\s*[\\p{Pd}\\u2212\\u00AD]\\s*");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern ID = Pattern.compile("(?:(AI-?CAIQ|CAIQ|HECVAT)[ -]?(?:V?([0-9][0-9.]*))?[ :/-]+)?"
            + "([A-Z](?:[A-Z]|&|&AMP;|\\.(?=[A-Z])){1,7}) ?-? ?([0-9]{1,2})(?: ?\\. ?([0-9]{1,2}))?"
            + "(?![0-9]|[.-]?[A-Z0-9])");

    private static final int LONGEST = 80;

    private final List<FrameworkControl> controls;
    private final Set<String> domains;

    ControlIds(Register register) {
        this.controls = register.controls().stream()
                .filter(c -> Questionnaires.NAMES.contains(c.framework()))
                .toList();
        this.domains =
                controls.stream().map(c -> plain(c).replaceFirst("-.*", "")).collect(Collectors.toSet());
    }

    /**
     * An id as its owner publishes it.
     *
     * @param framework that stands before it, such as {@code CAIQ}; empty where none does
     * @param version that stands there too
     * @param id without them, such as {@code DSP-19.1}
     */
    record Id(Optional<String> framework, Optional<String> version, String id) {
        String domain() {
            return id.replaceFirst("-.*", "");
        }
    }

    /** The id with which a text begins; empty where it begins with none. */
    Optional<Id> read(String text) {
        // most cells are sentences, and every id has a digit: this spares ten million letters of a real form
        if (text.chars().limit(LONGEST).noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        // an id stands at the beginning, and a cell may be long
        String start = text.strip();
        String near = Normalizer.normalize(start.substring(0, Math.min(LONGEST, start.length())), Normalizer.Form.NFKC);
        String folded = DASHES.matcher(UNSEEN.matcher(near).replaceAll(""))
                .replaceAll("-")
                .replaceAll("\\s+", " ")
                .replaceFirst("^[\\[(]", "")
                .strip()
                .toUpperCase(Locale.ROOT);
        Matcher m = ID.matcher(folded);
        if (!m.lookingAt()) {
            return Optional.empty();
        }
        String domain = m.group(3).replace("&AMP;", "&").replace(".", "");
        String question = Optional.ofNullable(m.group(5))
                .map(n -> "." + Integer.parseInt(n))
                .orElse("");
        return Optional.of(new Id(
                Optional.ofNullable(m.group(1)).map(f -> f.startsWith("AI") ? "AI-CAIQ" : f),
                Optional.ofNullable(m.group(2)),
                domain + "-" + padded(m.group(4)) + question));
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** Whether an id is of a part of a questionnaire of which the register lists controls. */
    boolean ofKnownPart(Id id) {
        return domains.contains(id.domain());
    }

    /** Whether the register lists it in any questionnaire. */
    boolean known(Id id) {
        return !frameworks(id).isEmpty();
    }

    /** The control of a framework that an id names. */
    Optional<FrameworkControl> control(String framework, Id id) {
        return controls.stream()
                .filter(c -> c.framework().equals(framework) && plain(c).equals(id.id()))
                .findFirst();
    }

    /** The frameworks in which the register lists an id. */
    Set<String> frameworks(Id id) {
        return controls.stream()
                .filter(c -> plain(c).equals(id.id()))
                .map(FrameworkControl::framework)
                .collect(Collectors.toSet());
    }

    private static String plain(FrameworkControl control) {
        return control.id().replaceFirst("^.*:", "");
    }
}
