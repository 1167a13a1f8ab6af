package domicile.report;

import domicile.assessment.Assessment;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.json.Node;
import domicile.json.StrictJson;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterFile;
import domicile.residency.InputException;
import domicile.residency.Refusal;
import domicile.residency.Register;
import domicile.residency.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Checks a PDF report against what it carries: the assessment is made anew from the attached workload and register, and the pages
 * from that.
 */
public final class Verification {
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final Attachments attached;
    private final Node claimed;
    private final Register register;
    private final Workload workload;
    private final String pages;
    private final String where;

    /**
     * What came out.
     *
     * @param problems what was altered or comes out otherwise, one sentence each; empty when everything holds
     * @param notes what could not be compared
     */
    public record Outcome(List<String> problems, List<String> notes) {
        public Outcome {
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }

        /** Whether everything holds. */
        public boolean holds() {
            return problems.isEmpty();
        }
    }

    private Verification(
            Attachments attached, Node claimed, Register register, Workload workload, String pages, String where) {
        this.attached = attached;
        this.claimed = claimed;
        this.register = register;
        this.workload = workload;
        this.pages = pages;
        this.where = where;
    }

    /**
     * Opens a PDF report.
     *
     * @throws InputException when it is no PDF, or carries nothing that can be read
     */
    public static Verification open(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Refusal.LARGER_THAN_ANY_REPORT.at(file.toString());
            }
            return open(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw Refusal.REPORT_UNREADABLE.because(e, file.toString());
        }
    }

    static Verification open(byte[] pdf, String where) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Attachments attached = Attachments.from(document, where);
            Node claimed = StrictJson.read(where + "!assessment.json", attached.assessment());
            Register register = RegisterFile.read(
                    where + "!register.json",
                    attached.register(),
                    claimed.get("registerAsOf").day());
            Workload workload = WorkloadFile.read(where + "!workload.json", attached.workload(), register);
            return new Verification(
                    attached, claimed, register, workload, new PDFTextStripper().getText(document), where);
        } catch (IOException e) {
            throw Refusal.NO_PDF.because(e, where);
        }
    }

    /** The workload's name. */
    public String name() {
        return CleanText.of(workload.name());
    }

    /** The day that the report was made for. */
    public LocalDate date() {
        return claimed.get("date").day();
    }

    /** Whether the findings follow from what is attached, and the pages from the findings. */
    public Outcome itself() {
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        String hash = claimed.get("registerHash").text();
        if (!hash.equals(register.hash())) {
            problems.add("the attached register has the hash " + register.hash() + ", not " + hash);
        }
        String rules = claimed.get("rulesVersion").text();
        if (!rules.equals(Assessor.RULES_VERSION)) {
            notes.add("the report was made under rules version " + rules + ", this is " + Assessor.RULES_VERSION
                    + ": other findings need not mean that it was altered");
        }
        Assessment again = Assessor.assess(workload, register, date(), freshness());
        String json = JsonReport.render(again);
        if (!Arrays.equals(json.getBytes(StandardCharsets.UTF_8), attached.assessment())) {
            List<String> changed = changes(claimed, StrictJson.read("assessment", json));
            problems.addAll(
                    changed.isEmpty()
                            ? List.of("the attached assessment says the same in other words than the rules do")
                            : changed);
        }
        Attachments.Making how = attached.how();
        if (!how.version().equals(Made.version())) {
            notes.add("the pages were made by Domicile " + how.version() + ", this is " + Made.version()
                    + ": what they print was not compared");
        } else if (problems.isEmpty() && !pages.equals(pages(again, how))) {
            problems.add("the pages do not print what was found: they were altered after the report was made");
        }
        return new Outcome(problems, notes);
    }

    private String pages(Assessment assessment, Attachments.Making how) {
        Enclosed enclosed = new Enclosed(attached.said(), new Letterhead(how.organisation(), attached.logo()));
        byte[] pdf = PdfReport.render(
                ReportModel.of(assessment, register, how.openQuestions(), enclosed, attached.locale()), how.kind());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw Refusal.NOT_MADE_ANEW.because(e, where);
        }
    }

    private Freshness freshness() {
        Node freshness = claimed.get("freshness");
        return new Freshness(
                freshness.get("maxAgeDays").whole(0, 100_000),
                freshness
                        .find("maxDocumentAgeDays")
                        .map(days -> days.whole(0, 100_000))
                        .orElse(Freshness.DOCUMENT_DAYS),
                freshness.get("hardLimit").truth());
    }

    /**
     * Whether the findings still hold on another state of the register.
     *
     * @param today the day to assess for
     */
    public Outcome on(Register present, LocalDate today) {
        List<String> gone = workload.candidates().stream()
                .filter(id -> present.offering(id).isEmpty())
                .toList();
        if (!gone.isEmpty()) {
            return new Outcome(
                    gone.stream()
                            .map(id -> id + " is no longer in the register")
                            .toList(),
                    List.of());
        }
        // read anew: places and offerings are those of the present register
        Workload again = WorkloadFile.read(where + "!workload.json", attached.workload(), present);
        String json = JsonReport.render(Assessor.assess(again, present, today, freshness()));
        return new Outcome(changes(claimed, StrictJson.read("assessment", json)), List.of());
    }

    /** Verdicts, statuses and states that differ, one sentence each. */
    private static List<String> changes(Node before, Node after) {
        Map<String, String> was = said(before);
        Map<String, String> is = said(after);
        Set<String> all = new LinkedHashSet<>(was.keySet());
        all.addAll(is.keySet());
        return all.stream()
                .filter(what -> !was.getOrDefault(what, "").equals(is.getOrDefault(what, "")))
                .map(what ->
                        what + ": " + was.getOrDefault(what, "nothing") + " -> " + is.getOrDefault(what, "nothing"))
                .toList();
    }

    private static Map<String, String> said(Node assessment) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Node offering : assessment.get("offerings").items()) {
            String id = offering.get("offering").text();
            said.put(id, offering.get("verdict").text());
            for (Node f : offering.get("requirements").items()) {
                said.put(id + " " + f.get("requirement").text(), f.get("status").text());
            }
            for (Node f : offering.get("failureModes").items()) {
                said.put(id + " " + f.get("failureMode").text(), f.get("state").text());
            }
        }
        return said;
    }
}
