package domicile.report.model;

import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Pair;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a vendor answered in one workbook, in the words of a report.
 *
 * @param candidate that it was answered for
 * @param about the file, label and value
 * @param remarks what has to be known before the answers
 * @param notUnderstood places that are not understood, each with why
 */
public record AnsweredWorkbook(
        KeptWorkbook kept,
        String anchor,
        String candidate,
        String file,
        List<Pair> about,
        List<String> remarks,
        List<Row> rows,
        List<Pair> notUnderstood) {
    public AnsweredWorkbook {
        about = List.copyOf(about);
        remarks = List.copyOf(remarks);
        rows = List.copyOf(rows);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * An answer.
     *
     * @param cite leads to it
     * @param control its id and our own short title
     * @param answer what it comes to, in a word
     * @param words the vendor's own, each with its cell; a dash where there are none
     * @param before what was answered before, where that was something else
     */
    public record Row(
            VendorAnswers.Told told,
            Cite cite,
            Pair control,
            String requirements,
            String answer,
            List<Pair> words,
            Optional<String> before,
            List<Contradicted> contradictions) {
        public Row {
            words = List.copyOf(words);
            contradictions = List.copyOf(contradictions);
        }

        /** Its words in one line, each with its cell. */
        public String line() {
            return words.stream().map(w -> w.value() + " (" + w.label() + ")").collect(Collectors.joining(" "));
        }
    }

    /** What contradicts an answer, as a sentence. */
    public record Contradicted(String sentence, String value, List<Cite> citations) {
        public Contradicted {
            citations = List.copyOf(citations);
        }
    }
}
