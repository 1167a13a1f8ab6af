package domicile.assessment.rule;

import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import java.util.List;

/** Sentences made of a list. */
final class Sentences {

    private Sentences() {}

    /** The parts, one after the other; at least one. */
    static Sentence listed(List<Sentence> parts) {
        return joined("list.and", parts);
    }

    /** The parts set against each other; at least one. */
    static Sentence against(List<Sentence> parts) {
        return joined("list.but", parts);
    }

    /** Requirements by name; at least one. */
    static Sentence requirements(List<Requirement> requirements) {
        return listed(requirements.stream().map(r -> Sentence.of("plain", r)).toList());
    }

    private static Sentence joined(String key, List<Sentence> parts) {
        return parts.stream().reduce((a, b) -> Sentence.of(key, a, b)).orElseThrow();
    }
}
