package domicile.desktop.assessment.common;

import domicile.desktop.kit.Texts;
import domicile.residency.Register;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ids typed into one field, separated by commas, semicolons or blanks. */
public final class Words {

    private Words() {}

    /** The ids, each once; what is none is left out. */
    public static List<String> read(String typed) {
        return split(typed.toLowerCase(Locale.ROOT))
                .filter(w -> w.matches("[a-z0-9][a-z0-9._-]{0,62}"))
                .distinct()
                .toList();
    }

    /** What stands between the separators. */
    public static Stream<String> split(String typed) {
        return Stream.of(typed.split("[,;\\s]+")).filter(w -> !w.isEmpty());
    }

    /**
     * What is wrong with ids of models: which of them the register does not list, and what it lists; empty when nothing
     * is.
     */
    public static String unlisted(List<String> ids, Register register, Texts texts) {
        List<String> listed = register.models();
        List<String> unknown = ids.stream().filter(id -> !listed.contains(id)).toList();
        if (unknown.isEmpty()) {
            return "";
        }
        return listed.isEmpty()
                ? texts.get("models.noneListed", String.join(", ", unknown))
                : texts.get("models.unlisted", String.join(", ", unknown), String.join(", ", listed));
    }
}
