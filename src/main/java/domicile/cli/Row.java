package domicile.cli;

import domicile.assessment.ProjectFinding;
import domicile.report.model.CleanText;
import domicile.scan.Acceptance;
import domicile.scan.Certainty;
import domicile.scan.KeepingSwitch;
import domicile.scan.ScanResult;
import domicile.scan.UnreadableFile;
import domicile.scan.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One place of a project as formats for other programs show it.
 *
 * @param rule the kind of finding
 * @param detail the requirement, or how sure it is
 * @param lift what would lift it; may be empty
 */
record Row(
        String suite,
        String file,
        int line,
        int column,
        Rule rule,
        String subject,
        String detail,
        String message,
        String lift,
        String fingerprint,
        Optional<Acceptance> accepted) {

    /** The kinds of findings, with how bad each is. */
    enum Rule {
        NOT_ASSESSED(Level.error, "A place uses an offering or a service that is not among the approved candidates."),
        NOT_MET(Level.error, "A place uses an approved offering in a way that fails a requirement."),
        UNVERIFIED(Level.warning, "Whether a place meets a requirement is not known."),
        MET(Level.none, "A place meets a requirement."),
        USAGE(Level.note, "A place uses an AI offering."),
        UNRESOLVED(Level.warning, "A place uses an AI offering by a variable that has no value here."),
        SWITCH(Level.note, "A setting keeps prompts or answers."),
        UNREADABLE(Level.warning, "A file is not readable.");

        private final Level level;
        private final String text;

        Rule(Level level, String text) {
            this.level = level;
            this.text = text;
        }

        Level level() {
            return level;
        }

        String text() {
            return text;
        }
    }

    /** As SARIF names them. */
    enum Level {
        error,
        warning,
        note,
        none
    }

    /** Whether it fails a check. */
    boolean fails() {
        return accepted.isEmpty() && (rule.level() == Level.error || rule.level() == Level.warning);
    }

    static Row of(ProjectFinding f) {
        String environment = f.environment().map(e -> " (" + e + ")").orElse("");
        return new Row(
                f.workload(),
                f.file(),
                f.line(),
                f.column(),
                switch (f.status()) {
                    case NOT_ASSESSED -> Rule.NOT_ASSESSED;
                    case NOT_MET -> Rule.NOT_MET;
                    case UNVERIFIED -> Rule.UNVERIFIED;
                    case MET -> Rule.MET;
                },
                f.offering().or(f::service).orElse("-"),
                f.requirement().orElse("-") + environment,
                f.reason().english(),
                f.lift().map(l -> l.english()).orElse(""),
                f.fingerprint(),
                f.accepted());
    }

    /** The rows of a scan, in the order of the files. */
    static List<Row> of(ScanResult result) {
        List<Row> rows = new ArrayList<>();
        for (Usage u : result.usages()) {
            boolean open = u.certainty() == Certainty.UNRESOLVED;
            String says = u.subject()
                    + u.deployment().map(d -> " " + d).orElse("")
                    + (u.places().isEmpty() ? "" : " in " + String.join(", ", u.places()))
                    + u.model().map(m -> ", model " + m).orElse("")
                    + u.unresolved()
                            .map(n -> ", by " + n + ", which has no value here")
                            .orElse("");
            rows.add(row(
                    u.file(),
                    u.line(),
                    u.column(),
                    open ? Rule.UNRESOLVED : Rule.USAGE,
                    u.subject(),
                    u.certainty().name(),
                    says,
                    u.fingerprint()));
        }
        for (KeepingSwitch s : result.switches()) {
            rows.add(row(
                    s.file(),
                    s.line(),
                    s.column(),
                    Rule.SWITCH,
                    s.offering(),
                    s.requirement(),
                    s.setting() + " keeps prompts or answers",
                    s.fingerprint()));
        }
        for (UnreadableFile f : result.unreadable()) {
            rows.add(row(
                    f.file(),
                    f.line(),
                    f.column(),
                    Rule.UNREADABLE,
                    f.reader(),
                    f.reason().name(),
                    "the " + f.reader() + " reader cannot read the file from here on",
                    f.fingerprint()));
        }
        rows.sort(Comparator.comparing(Row::file).thenComparingInt(Row::line).thenComparingInt(Row::column));
        return rows;
    }

    private static Row row(
            String file, int line, int column, Rule rule, String subject, String detail, String says, String print) {
        return new Row("scan", file, line, column, rule, subject, detail, says, "", print, Optional.empty());
    }

    /** The place, safe to show. */
    String place() {
        return CleanText.of(file) + ":" + line;
    }
}
