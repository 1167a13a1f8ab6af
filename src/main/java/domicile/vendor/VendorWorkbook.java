package domicile.vendor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in a workbook.
 *
 * @param file its name, without its folder
 * @param sha256 64 hexadecimal digits
 * @param questionnaires the frameworks of its ids, each with the edition that the file names; empty where it names none
 * @param answers of controls that the register lists for the edition, in the order of the file
 * @param others ids of these questionnaires that the register does not list
 * @param otherEdition ids that are not mapped, because the file is of an edition that the register does not know
 * @param notUnderstood each place that is not understood, with why
 * @param hiddenSheets the names of hidden sheets with ids
 */
public record VendorWorkbook(
        String file,
        String sha256,
        Map<String, String> questionnaires,
        List<Answer> answers,
        List<String> others,
        List<String> otherEdition,
        List<NotUnderstood> notUnderstood,
        List<String> hiddenSheets) {
    public VendorWorkbook {
        questionnaires = Collections.unmodifiableSortedMap(new TreeMap<>(questionnaires));
        answers = List.copyOf(answers);
        others = List.copyOf(others);
        otherEdition = List.copyOf(otherEdition);
        notUnderstood = List.copyOf(notUnderstood);
        hiddenSheets = List.copyOf(hiddenSheets);
    }

    /** Whether nobody has filled it in, as far as the register knows its controls. */
    public boolean blank() {
        return !answers.isEmpty() && answers.stream().allMatch(Answer::open);
    }

    /**
     * The answers that a newer one changes, in its order, then those that it has no more. Answers of another edition
     * are other controls, so that nothing of them is compared.
     */
    public List<Change> changes(VendorWorkbook newer) {
        Map<String, Answer> before = new LinkedHashMap<>();
        answers.forEach(a -> before.put(a.control(), a));
        List<Change> changes = new ArrayList<>();
        for (Answer now : newer.answers()) {
            Optional<Answer> was = Optional.ofNullable(before.remove(now.control()));
            if (was.filter(now::sameWords).isEmpty()) {
                changes.add(new Change(now.control(), was, Optional.of(now)));
            }
        }
        before.forEach((control, was) -> changes.add(new Change(control, Optional.of(was), Optional.empty())));
        return changes;
    }

    /** An answer in one workbook and in a newer one; empty where that has no such control. */
    public record Change(String control, Optional<Answer> was, Optional<Answer> now) {
        /** Whether a plain yes became a plain no, or the other way round. */
        public boolean turned() {
            return was.flatMap(Answer::plain)
                    .filter(w ->
                            now.flatMap(Answer::plain).filter(n -> !n.equals(w)).isPresent())
                    .isPresent();
        }
    }

    /** A place that is not understood. */
    public record NotUnderstood(String cell, Why why) {}

    /** Why a place is not understood. */
    public enum Why {
        /** An error of the spreadsheet. */
        ERROR,
        /** A formula of which the file keeps no result. */
        FORMULA_WITHOUT_RESULT,
        /** An answer beside no id. */
        WITHOUT_ID,
        /** Another answer to an id that the file has answered before. */
        ANSWERED_TWICE,
        /** Ids, and no column of answers beside them. */
        NO_ANSWER_COLUMN
    }
}
