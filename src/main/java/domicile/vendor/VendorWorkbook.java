package domicile.vendor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
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
