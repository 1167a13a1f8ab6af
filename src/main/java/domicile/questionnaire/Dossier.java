package domicile.questionnaire;

import domicile.scan.ScannedProject;
import domicile.vendor.KeptWorkbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is kept of one assessment: the answers, what a meeting decided, the risks that were accepted and the last
 * review. Immutable.
 *
 * @param accepted at most one for each finding
 * @param reviewOn the day on which it is to be looked at again
 * @param drafts what was typed into a form and not yet added, by the field; says nothing about the assessment
 * @param rules the version of the rules that it was begun under
 * @param seenRules the version of the rules of which somebody has seen what they change; empty when nobody has
 * @param project what the project used that is compared with the assessment; no verdict rests on it
 * @param workbooks what vendors answered, in the order in which it was taken in; no verdict rests on it
 */
public record Dossier(
        Answers answers,
        Meeting meeting,
        List<AcceptedRisk> accepted,
        Optional<LocalDate> reviewOn,
        Optional<Review> reviewed,
        Map<String, String> drafts,
        String rules,
        Optional<String> seenRules,
        Optional<ScannedProject> project,
        List<KeptWorkbook> workbooks) {

    /** The version of the rules before it was kept with an assessment. */
    static final String FIRST_RULES = "1";

    public Dossier {
        accepted = List.copyOf(accepted);
        workbooks = List.copyOf(workbooks);
        drafts = Collections.unmodifiableMap(new TreeMap<>(drafts));
    }

    /** A new one, begun under a version of the rules. */
    public static Dossier begun(String rules) {
        return of(Answers.NONE, rules);
    }

    /** Answers of which nothing else is known, begun under a version of the rules. */
    public static Dossier of(Answers answers, String rules) {
        return new Dossier(
                answers,
                Meeting.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                rules,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** With other answers. */
    public Dossier with(Answers others) {
        return new Dossier(others, meeting, accepted, reviewOn, reviewed, drafts, rules, seenRules, project, workbooks);
    }

    /** With another state of the meeting. */
    public Dossier with(Meeting other) {
        return new Dossier(answers, other, accepted, reviewOn, reviewed, drafts, rules, seenRules, project, workbooks);
    }

    /** The risk accepted for a finding, whether it counts today or not. */
    public Optional<AcceptedRisk> accepted(String offering, String requirement) {
        return accepted.stream()
                .filter(a -> a.offering().equals(offering) && a.requirement().equals(requirement))
                .findFirst();
    }

    /** With a risk accepted, in the place of an earlier acceptance of the same finding. */
    public Dossier with(AcceptedRisk risk) {
        List<AcceptedRisk> all = new ArrayList<>(without(risk.offering(), risk.requirement()).accepted);
        all.add(risk);
        return new Dossier(answers, meeting, all, reviewOn, reviewed, drafts, rules, seenRules, project, workbooks);
    }

    /** With an acceptance taken back. */
    public Dossier without(String offering, String requirement) {
        List<AcceptedRisk> all = accepted.stream()
                .filter(a -> !a.offering().equals(offering) || !a.requirement().equals(requirement))
                .toList();
        return new Dossier(answers, meeting, all, reviewOn, reviewed, drafts, rules, seenRules, project, workbooks);
    }

    /** To be looked at again on a day, or on none. */
    public Dossier reviewOn(Optional<LocalDate> day) {
        return new Dossier(answers, meeting, accepted, day, reviewed, drafts, rules, seenRules, project, workbooks);
    }

    /** Reviewed, and to be looked at again on a day. */
    public Dossier reviewed(Review review, LocalDate next) {
        return new Dossier(
                answers,
                meeting,
                accepted,
                Optional.of(next),
                Optional.of(review),
                drafts,
                rules,
                seenRules,
                project,
                workbooks);
    }

    /** With what a project used; with none, what was kept of one is forgotten. */
    public Dossier project(Optional<ScannedProject> other) {
        return new Dossier(answers, meeting, accepted, reviewOn, reviewed, drafts, rules, seenRules, other, workbooks);
    }

    /** With a vendor's workbook, once; one that was there before stays before it. */
    public Dossier with(KeptWorkbook workbook) {
        List<KeptWorkbook> all = new ArrayList<>(without(workbook).workbooks);
        all.add(workbook);
        return workbooks(all);
    }

    /** Without a vendor's workbook. */
    public Dossier without(KeptWorkbook workbook) {
        return workbooks(workbooks.stream().filter(w -> !w.sameFile(workbook)).toList());
    }

    private Dossier workbooks(List<KeptWorkbook> others) {
        return new Dossier(answers, meeting, accepted, reviewOn, reviewed, drafts, rules, seenRules, project, others);
    }

    /** Somebody has seen what a version of the rules changes. */
    public Dossier seen(String version) {
        return new Dossier(
                answers,
                meeting,
                accepted,
                reviewOn,
                reviewed,
                drafts,
                rules,
                Optional.of(version),
                project,
                workbooks);
    }

    /**
     * The version of the rules that its last known outcome is by: the last review's, or the one that it was begun
     * under.
     */
    public String lastRules() {
        return reviewed.map(Review::rulesVersion).orElse(rules);
    }

    /** Whether its last known outcome is by other rules and nobody has seen what the present ones change. */
    public boolean unseen(String version) {
        return !lastRules().equals(version) && seenRules.filter(version::equals).isEmpty();
    }

    /** What was typed into a field and not yet added; empty when there is nothing. */
    public String draft(String field) {
        return drafts.getOrDefault(field, "");
    }

    /** With what stands in a field that is not yet added; nothing is kept of an empty one. */
    public Dossier draft(String field, String typed) {
        Map<String, String> all = new TreeMap<>(drafts);
        if (typed.isEmpty()) {
            all.remove(field);
        } else {
            all.put(field, typed);
        }
        return new Dossier(answers, meeting, accepted, reviewOn, reviewed, all, rules, seenRules, project, workbooks);
    }

    /**
     * A new assessment that starts with the same answers and documents under today's rules; no meeting has spoken about
     * it.
     */
    public Dossier copy(String name, Questionnaire questionnaire, String today) {
        Answers named = answers;
        for (Question q : questionnaire.questions()) {
            if (q.feeds().filter(Question.Feeds.NAME::equals).isPresent()) {
                named = named.with(q.id(), new Answer.Given(List.of(name)));
            }
        }
        return of(named, today).workbooks(workbooks);
    }
}
