package domicile.report.model;

import domicile.assessment.Assessment;
import domicile.assessment.OfferingAssessment;
import domicile.assessment.Requirement;
import domicile.report.model.AnsweredWorkbook.Contradicted;
import domicile.report.model.AnsweredWorkbook.Row;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.ReportModel.Conflict;
import domicile.report.model.ReportModel.ConflictValue;
import domicile.report.model.ReportModel.Pair;
import domicile.residency.Fact;
import domicile.residency.FrameworkControl;
import domicile.residency.Register;
import domicile.vendor.Answer;
import domicile.vendor.Contradiction;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorAnswers;
import domicile.vendor.VendorAnswers.Told;
import domicile.vendor.VendorWorkbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What vendors answered, in the words of a report: beside findings, questions and what disagrees. */
final class VendorTexts {
    /** How much of an answer stands beside a finding, in characters. */
    private static final int SHORT = 300;
    /** How much of it stands in its own part; JSON has all of it. */
    private static final int LONG = 1500;

    private final Register register;
    private final Texts texts;
    private final AssessmentTexts words;
    private final FactTexts facts;
    private final CitedSources cited;
    private final HeldDocuments held;
    private final Map<String, List<AnsweredWorkbook>> byOffering = new LinkedHashMap<>();

    VendorTexts(
            Assessment assessment,
            Register register,
            List<KeptWorkbook> workbooks,
            Texts texts,
            FactTexts facts,
            CitedSources cited,
            HeldDocuments held) {
        this.register = register;
        this.texts = texts;
        this.words = new AssessmentTexts(texts);
        this.facts = facts;
        this.cited = cited;
        this.held = held;
        VendorAnswers answers =
                new VendorAnswers(register, workbooks, assessment.workload().evidence(), assessment.date());
        int number = 0;
        for (OfferingAssessment offering : assessment.offerings()) {
            Map<KeptWorkbook, List<Told>> told =
                    answers.of(offering.offering()).stream().collect(Collectors.groupingBy(Told::workbook));
            List<AnsweredWorkbook> books = new ArrayList<>();
            for (KeptWorkbook kept : workbooks) {
                if (kept.offering().equals(offering.offering())) {
                    number++;
                    books.add(workbook(kept, told.getOrDefault(kept, List.of()), number));
                }
            }
            byOffering.put(offering.offering(), books);
        }
    }

    /** The part of the report, in the order of the candidates. */
    List<AnsweredWorkbook> all() {
        return byOffering.values().stream().flatMap(List::stream).toList();
    }

    /** What was answered about a requirement of a candidate. */
    List<ReportModel.VendorLine> beside(String offering, Requirement requirement) {
        return rows(offering, requirement).stream()
                .map(row -> new ReportModel.VendorLine(
                        row.cite(),
                        texts.pair(
                                row.control().label(),
                                said(row.told().answer()) + " ("
                                        + CleanText.of(
                                                row.told().answer().said().cell()) + ")"),
                        row.contradictions()))
                .toList();
    }

    private List<Row> rows(String offering, Requirement requirement) {
        return rows(offering).stream()
                .filter(r -> r.told().answer().requirements().contains(requirement.name()))
                .toList();
    }

    private List<Row> rows(String offering) {
        return byOffering.getOrDefault(offering, List.of()).stream()
                .flatMap(w -> w.rows().stream())
                .toList();
    }

    /** Answers that disagree with the register, a document in hand or an earlier answer. */
    List<Conflict> conflicts(String offering) {
        return rows(offering).stream()
                .filter(r -> !r.contradictions().isEmpty())
                .map(r -> {
                    List<ConflictValue> values = new ArrayList<>(List.of(new ConflictValue(
                            texts.pair(texts.get("answers.says"), said(r.told().answer())), List.of(r.cite()))));
                    r.contradictions().forEach(c -> values.add(new ConflictValue(c.value(), c.citations())));
                    return new Conflict(
                            texts.pair(r.control().label(), r.control().value()), values);
                })
                .toList();
    }

    /** Whether the vendor has said what a question asks. */
    boolean settled(String offering, Requirement requirement) {
        return VendorAnswers.settled(
                rows(offering, requirement).stream().map(Row::told).toList());
    }

    /** What the vendor has answered to a question and what it left open, a sentence each. */
    List<String> answered(String offering, Requirement requirement) {
        return rows(offering, requirement).stream()
                .map(r -> {
                    Answer a = r.told().answer();
                    String file = CleanText.of(r.told().workbook().book().file());
                    String where = CleanText.of(a.said().cell());
                    return a.open()
                            ? texts.get("ask.leftOpen", r.control().label(), file, where)
                            : texts.get("ask.answered", r.control().label(), file, where, said(a));
                })
                .toList();
    }

    private AnsweredWorkbook workbook(KeptWorkbook kept, List<Told> told, int number) {
        VendorWorkbook book = kept.book();
        String anchor = "v" + number;
        List<Row> rows = new ArrayList<>();
        for (Told one : told) {
            rows.add(row(one, number, rows.size() + 1));
        }
        return new AnsweredWorkbook(
                kept,
                anchor,
                CleanText.of(register.offeringName(kept.offering())),
                CleanText.of(book.file()),
                about(kept),
                remarks(book, told.size()),
                rows,
                book.notUnderstood().stream()
                        .map(n -> new Pair(CleanText.of(n.cell()), texts.word("answers.why", n.why())))
                        .toList());
    }

    private List<Pair> about(KeptWorkbook kept) {
        VendorWorkbook book = kept.book();
        List<Pair> about = new ArrayList<>();
        about.add(new Pair(
                texts.get("answers.forms"),
                book.questionnaires().entrySet().stream()
                        .map(q -> q.getValue().isEmpty()
                                ? texts.get("answers.noEdition", q.getKey())
                                : q.getKey() + " " + CleanText.of(q.getValue()))
                        .collect(Collectors.joining(", "))));
        about.add(new Pair(texts.get("answers.taken"), texts.date(kept.taken())));
        long open = book.answers().stream().filter(Answer::open).count();
        about.add(new Pair(
                texts.get("answers.count"),
                texts.get("answers.counted", book.answers().size() - open, open)));
        about.add(new Pair(texts.get("evidence.file"), book.sha256()));
        return about;
    }

    private List<String> remarks(VendorWorkbook book, int told) {
        List<String> remarks = new ArrayList<>();
        if (book.blank()) {
            remarks.add(texts.get("answers.blank"));
        }
        if (!book.hiddenSheets().isEmpty()) {
            remarks.add(texts.pair(
                    texts.get("answers.hiddenSheets"), CleanText.of(String.join(", ", book.hiddenSheets()))));
        }
        if (!book.otherEdition().isEmpty()) {
            remarks.add(texts.pair(
                    texts.get("answers.otherEdition"),
                    CleanText.cut(CleanText.of(String.join(", ", book.otherEdition())), LONG)));
        }
        int anew = book.answers().size() - told;
        if (anew > 0) {
            remarks.add(texts.get("answers.anew", anew, book.answers().size()));
        }
        return remarks;
    }

    private Row row(Told told, int workbook, int row) {
        Answer answer = told.answer();
        List<Pair> said = new ArrayList<>();
        answer.words().forEach(w -> said.add(new Pair(CleanText.of(w.cell()), quoted(w, LONG))));
        if (said.isEmpty()) {
            said.add(new Pair(CleanText.of(answer.said().cell()), texts.get("table.none")));
        }
        String control = CleanText.of(answer.control());
        return new Row(
                told,
                new Cite(
                        "[V" + workbook + "]",
                        "v" + workbook + "r" + row,
                        texts.pair(
                                CleanText.of(told.workbook().book().file()),
                                CleanText.of(answer.said().cell()))),
                new Pair(control, title(answer.control())),
                requirements(answer),
                texts.word("answers.is", answer.polarity()) + (answer.hidden() ? texts.get("answers.hidden") : ""),
                said,
                told.before().map(b -> texts.pair(texts.get("answers.before"), said(b))),
                told.contradictions().stream().map(this::contradicted).toList());
    }

    private String title(String control) {
        return register.control(control)
                .map(FrameworkControl::title)
                .map(CleanText::of)
                .orElse("");
    }

    /** Its requirements by their names; one that this version does not know by its id. */
    private String requirements(Answer answer) {
        return answer.requirements().stream()
                .map(id -> texts.requirement(id).orElse(CleanText.of(id)))
                .collect(Collectors.joining(", "));
    }

    private Contradicted contradicted(Contradiction contradiction) {
        return switch (contradiction) {
            case Contradiction.Published p ->
                contradicted(
                        "published",
                        p.facts().stream()
                                .map(f -> texts.pair(facts.about(f), facts.says(f.value())))
                                .distinct()
                                .limit(3)
                                .collect(Collectors.joining("; ")),
                        cited.cite(p.facts().stream()
                                .map(Fact::citations)
                                .flatMap(List::stream)
                                .toList()));
            case Contradiction.InHand d -> {
                ReportModel.Held document = held.withClause(d.document());
                yield contradicted(
                        "inHand", words.kind(d.document()) + ", " + document.line(), List.of(document.cite()));
            }
            case Contradiction.Before b ->
                contradicted(
                        "before",
                        texts.pair(
                                CleanText.of(b.workbook().book().file()) + ", "
                                        + CleanText.of(b.answer().said().cell()),
                                said(b.answer())),
                        List.of());
        };
    }

    private Contradicted contradicted(String kind, String value, List<Cite> citations) {
        return new Contradicted(
                texts.get("answers.contradicts." + kind, value),
                texts.get("answers.against." + kind, value),
                citations);
    }

    private String said(Answer answer) {
        if (answer.open()) {
            return texts.get("answers.is.OPEN");
        }
        String said = quoted(answer.said(), SHORT);
        Optional<String> remark = answer.remark().map(r -> quoted(r, SHORT));
        return remark.map(r -> said + " " + r).orElse(said);
    }

    private String quoted(Answer.Words words, int length) {
        return texts.get("evidence.quote", CleanText.cut(CleanText.of(words.text()), length));
    }
}
