package domicile.report.data;

import domicile.report.model.Minutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A meeting's minutes below the findings of a CSV report, in the same columns and these: {@code record} says what a row
 * is, {@code subject} what it is about. Codes are those of {@code domicile.minutes/1}.
 */
final class MinutesCsv {
    private static final List<String> FURTHER =
            List.of("record", "subject", "outcome", "rationale", "owner", "due", "done");
    private static final String OFFERING = "offering";

    private final List<String> columns;
    private final Map<String, String> common;
    private final List<List<String>> rows = new ArrayList<>();

    private MinutesCsv(List<String> columns, Map<String, String> common) {
        this.columns = columns;
        this.common = common;
    }

    /**
     * All rows, the header first.
     *
     * @param header of the findings
     * @param findings a row each
     */
    static Stream<List<String>> lines(
            List<String> header, List<List<String>> findings, Minutes m, Map<String, String> common) {
        MinutesCsv csv =
                new MinutesCsv(Stream.concat(header.stream(), FURTHER.stream()).toList(), common);
        csv.rows.add(csv.columns);
        findings.forEach(f -> csv.rows.add(Stream.concat(f.stream(), Stream.of("FINDING", "", "", "", "", "", ""))
                .toList()));
        csv.add(m);
        return csv.rows.stream();
    }

    private void add(Minutes m) {
        if (m.held()) {
            add(Map.of(
                    "record",
                    "MEETING",
                    "subject",
                    String.join("; ", m.attendees()),
                    "outcome",
                    m.seconds() + " s",
                    "due",
                    m.heldOn().map(Object::toString).orElse("")));
        }
        m.questions().stream()
                .filter(q -> q.decided().isPresent())
                .forEach(q -> decided("QUESTION", Map.of("subject", q.title()), q.decided()));
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
                        "record",
                        "ACTION",
                        "subject",
                        a.what(),
                        "owner",
                        a.owner(),
                        "due",
                        a.due().map(Object::toString).orElse(""),
                        "done",
                        String.valueOf(a.done()))));
        m.parked().forEach(topic -> add(Map.of("record", "PARKED", "subject", topic)));
        m.risks()
                .forEach(r -> add(Map.of(
                        "record",
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
    }

    private void decided(String what, Map<String, String> about, Optional<Minutes.Decided> decided) {
        decided.ifPresent(d -> {
            Map<String, String> row = new java.util.HashMap<>(about);
            row.put("record", what);
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
