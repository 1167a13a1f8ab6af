package domicile.report.data;

import domicile.assessment.Cited;
import domicile.assessment.ProjectFinding;
import domicile.assessment.Sentence;
import domicile.register.Approvals;
import domicile.report.model.AnsweredWorkbook;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What else a CSV report tells below its findings, in the same columns and these: {@code record} says what a row is,
 * {@code subject} what it is about. A meeting's minutes have the codes of {@code domicile.minutes/1}, the places of a
 * project those of {@code domicile.gate/1}, a vendor's answers those of {@code domicile.workbook/1}.
 */
final class FurtherRows {
    private static final List<String> FURTHER =
            List.of("record", "subject", "outcome", "rationale", "owner", "due", "done");
    private static final String RECORD = "record";
    private static final String SUBJECT = "subject";
    private static final String OFFERING = "offering";

    private final List<String> columns;
    private final Map<String, String> common;
    private final List<List<String>> rows = new ArrayList<>();

    private FurtherRows(List<String> columns, Map<String, String> common) {
        this.columns = columns;
        this.common = common;
    }

    /** Whether a report has any. */
    static boolean any(ReportModel model) {
        return model.minutes().isPresent()
                || model.project().isPresent()
                || !model.answers().isEmpty();
    }

    /**
     * All rows, the header first.
     *
     * @param header of the findings
     * @param findings a row each
     */
    static Stream<List<String>> lines(
            List<String> header, List<List<String>> findings, ReportModel model, Map<String, String> common) {
        FurtherRows csv =
                new FurtherRows(Stream.concat(header.stream(), FURTHER.stream()).toList(), common);
        csv.rows.add(csv.columns);
        findings.forEach(f -> csv.rows.add(Stream.concat(f.stream(), Stream.of("FINDING", "", "", "", "", "", ""))
                .toList()));
        model.minutes().ifPresent(csv::add);
        model.project().ifPresent(p -> p.judged().findings().forEach(f -> csv.add(f, model)));
        model.answers().forEach(w -> w.rows().forEach(row -> csv.add(w, row)));
        return csv.rows.stream();
    }

    /** What a place of the project comes to for one requirement; who accepts it, in the columns of a decision. */
    private void add(ProjectFinding f, ReportModel model) {
        Map<String, String> row = new HashMap<>();
        row.put(RECORD, "PROJECT");
        row.put(SUBJECT, f.place());
        row.put(OFFERING, f.offering().or(f::service).orElse(""));
        row.put("requirement", f.requirement().orElse(""));
        row.put("status", f.status().name());
        row.put("reason", model.texts().say(f.reason()));
        row.put("deployment", f.deployment().orElse(""));
        row.put(
                "citations",
                f.citations().stream().map(FurtherRows::cited).distinct().collect(Collectors.joining(" ")));
        row.put("lifts", f.lift().map((Sentence s) -> model.texts().say(s)).orElse(""));
        f.accepted().ifPresent(a -> {
            row.put("outcome", "ACCEPTED");
            row.put("rationale", a.reason());
            row.put("due", a.until().toString());
        });
        add(row);
    }

    /** A vendor's answer, with its file as whose word it is and what contradicts it as the reason. */
    private void add(AnsweredWorkbook w, AnsweredWorkbook.Row answered) {
        Map<String, String> row = new HashMap<>();
        row.put(RECORD, "VENDOR_ANSWER");
        row.put(SUBJECT, answered.control().label());
        row.put(OFFERING, w.kept().offering());
        row.put("requirement", String.join(" ", answered.told().answer().requirements()));
        row.put(
                "reason",
                answered.contradictions().stream()
                        .map(AnsweredWorkbook.Contradicted::sentence)
                        .collect(Collectors.joining(" ")));
        row.put("outcome", answered.told().answer().polarity().name());
        row.put("rationale", answered.line());
        row.put("owner", w.file());
        add(row);
    }

    private static String cited(Cited c) {
        return c.source().map(String::valueOf).or(c::signature).orElse("");
    }

    private void add(Minutes m) {
        if (m.held()) {
            add(Map.of(
                    RECORD,
                    "MEETING",
                    SUBJECT,
                    String.join("; ", m.attendees()),
                    "outcome",
                    m.seconds() + " s",
                    "due",
                    m.heldOn().map(Object::toString).orElse("")));
        }
        m.questions().stream()
                .filter(q -> q.decided().isPresent())
                .forEach(q -> decided("QUESTION", Map.of(SUBJECT, q.title()), q.decided()));
        m.candidates().stream()
                .filter(c -> c.decided().isPresent())
                .forEach(c -> decided(
                        "CANDIDATE",
                        Map.of(
                                OFFERING,
                                c.offering(),
                                "verdict",
                                c.verdict().map(Enum::name).orElse("")),
                        c.decided()));
        m.actions()
                .forEach(a -> add(Map.of(
                        RECORD,
                        "ACTION",
                        SUBJECT,
                        a.what(),
                        "owner",
                        a.owner(),
                        "due",
                        a.due().map(Object::toString).orElse(""),
                        "done",
                        String.valueOf(a.done()))));
        m.parked().forEach(topic -> add(Map.of(RECORD, "PARKED", SUBJECT, topic)));
        m.risks()
                .forEach(r -> add(Map.of(
                        RECORD,
                        "ACCEPTED_RISK",
                        OFFERING,
                        r.accepted().offering(),
                        "requirement",
                        r.accepted().requirement(),
                        "status",
                        r.status().map(Enum::name).orElse(""),
                        "outcome",
                        r.standing().name(),
                        "rationale",
                        r.accepted().reason(),
                        "owner",
                        r.accepted().approver(),
                        "due",
                        r.accepted().until().toString())));
        m.approvals()
                .forEach(a -> add(Map.of(
                        RECORD,
                        "APPROVAL",
                        SUBJECT,
                        a.kind().name() + " " + a.subject(),
                        "owner",
                        a.author(),
                        "outcome",
                        a.by().map(by -> "APPROVED " + by.approver()).orElse("WAITS"),
                        "rationale",
                        a.by().map(Approvals.Approval::why).orElse(""),
                        "due",
                        a.by().map(by -> by.day().toString()).orElse(""))));
    }

    private void decided(String what, Map<String, String> about, Optional<Minutes.Decided> decided) {
        decided.ifPresent(d -> {
            Map<String, String> row = new HashMap<>(about);
            row.put(RECORD, what);
            row.put("outcome", d.outcome().name());
            row.put("rationale", d.rationale());
            add(row);
        });
    }

    private void add(Map<String, String> values) {
        rows.add(columns.stream()
                .map(c -> values.getOrDefault(c, common.getOrDefault(c, "")))
                .toList());
    }
}
