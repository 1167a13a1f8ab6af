package domicile.report.model;

import domicile.assessment.JudgedProject;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Mark;
import domicile.report.model.ReportModel.Pair;
import domicile.report.model.ReportModel.Tally;
import java.util.List;
import java.util.Optional;

/**
 * What a project calls beside what was approved, in the words of a report.
 *
 * @param about which state of it was read, by what, and what counts
 * @param tally how many places come to what, worst first
 * @param places that use something, or keep something
 * @param unreadable files of which nobody knows what they hold
 * @param switches settings that keep something and decide nothing here, by their places
 * @param leftOut why how many files were not read
 * @param signatures by which it was recognised, by their ids
 * @param remarks what has to be known before the table, and what else is worth saying
 */
public record UsedProject(
        JudgedProject judged,
        List<Pair> about,
        List<Tally> tally,
        List<Place> places,
        List<Place> unreadable,
        List<Pair> switches,
        List<Pair> leftOut,
        List<SignatureRow> signatures,
        List<String> remarks) {
    public UsedProject {
        about = List.copyOf(about);
        tally = List.copyOf(tally);
        places = List.copyOf(places);
        unreadable = List.copyOf(unreadable);
        switches = List.copyOf(switches);
        leftOut = List.copyOf(leftOut);
        signatures = List.copyOf(signatures);
        remarks = List.copyOf(remarks);
    }

    /**
     * One place.
     *
     * @param file with its line
     * @param subject the offering, or the service
     * @param details how it is used, label and value
     */
    public record Place(Mark mark, String file, String subject, List<Pair> details, List<Finding> findings) {
        public Place {
            details = List.copyOf(details);
            findings = List.copyOf(findings);
        }
    }

    /**
     * What a place comes to for one requirement.
     *
     * @param requirement blank where none decides
     * @param citations of the register, then of the signature
     */
    public record Finding(
            Mark mark,
            String requirement,
            String reason,
            List<Cite> citations,
            Optional<String> lift,
            Optional<String> accepted) {
        public Finding {
            citations = List.copyOf(citations);
        }
    }

    /** A signature, and the pages that it is read from. */
    public record SignatureRow(Cite cite, String pattern, List<Page> pages, String read) {
        public SignatureRow {
            pages = List.copyOf(pages);
        }
    }

    /** A page of a signature. */
    public record Page(String publisher, String url) {}
}
