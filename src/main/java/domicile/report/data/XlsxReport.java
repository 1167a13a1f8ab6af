package domicile.report.data;

import domicile.questionnaire.AcceptedRisk;
import domicile.report.document.PageOne;
import domicile.report.model.AnsweredWorkbook;
import domicile.report.model.Minutes;
import domicile.report.model.MinutesTexts;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportModel.Candidate;
import domicile.report.model.ReportModel.Cite;
import domicile.report.model.UsedProject;
import domicile.residency.Capture;
import domicile.residency.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a workbook: one sheet a table, every cell of the type that its value has. */
public final class XlsxReport {
    private final ReportModel r;
    private final Sheets sheets;

    private XlsxReport(ReportModel r, Sheets sheets) {
        this.r = r;
        this.sheets = sheets;
    }

    /** Renders the report; the same model gives the same bytes. */
    public static byte[] render(ReportModel r) {
        try (Sheets sheets = new Sheets(r.title(), r.t("cell.cut"))) {
            new XlsxReport(r, sheets).fill();
            return sheets.bytes(r.assessment().date());
        }
    }

    private void fill() {
        summary();
        sheet(
                "sheet.verdicts",
                List.of(
                        "table.id",
                        "table.candidate",
                        "table.verdict",
                        "table.why",
                        "finding.sources",
                        "finding.missing"),
                each(c -> List.of(row(
                        c.id(),
                        c.name(),
                        c.verdict().word(),
                        (c.why().reason() + " " + c.why().more()).strip(),
                        cites(c.why().citations()),
                        c.why().missing().orElse("")))));
        sheet(
                "sheet.modes",
                List.of(
                        "table.candidate",
                        "table.mode",
                        "table.status",
                        "table.finding",
                        "finding.sources",
                        "finding.missing"),
                each(c -> c.modes().stream()
                        .map(m -> row(
                                c.name(),
                                m.name(),
                                m.mark().word(),
                                m.reason(),
                                cites(m.citations()),
                                m.missing().orElse("")))
                        .toList()));
        findings();
        sheet(
                "sheet.alternatives",
                List.of(
                        "table.candidate",
                        "table.offering",
                        "alternative.reaches",
                        "finding.deployment",
                        "alternative.documents",
                        "alternative.readFirstHand"),
                each(c -> c.alternatives().stream()
                        .map(a -> row(
                                c.name(),
                                a.offering(),
                                a.reaches().word(),
                                a.deployment().orElse(""),
                                String.join("; ", a.documents()),
                                String.join("; ", a.readFirstHand())))
                        .toList()));
        sheet(
                "sheet.asks",
                List.of("table.candidate", "table.question", "ask.document", "evidence.heading"),
                each(c -> c.asks().stream()
                        .map(a -> row(c.name(), a.question(), a.document().orElse(""), String.join(" ", a.inHand())))
                        .toList()));
        sheet(
                "sheet.clauses",
                List.of("table.candidate", "table.requirement", "table.clause"),
                each(c -> c.clauses().stream()
                        .map(k -> row(c.name(), k.requirement(), k.text()))
                        .toList()));
        sheet(
                "sheet.conflicts",
                List.of("table.candidate", "table.fact", "table.says", "finding.sources"),
                each(c -> c.conflicts().stream()
                        .flatMap(k ->
                                k.values().stream().map(v -> row(c.name(), k.about(), v.value(), cites(v.citations()))))
                        .toList()));
        sheet(
                "sheet.stale",
                List.of("table.candidate", "table.fact", "table.source", "table.read", "table.age"),
                each(c -> c.stale().stream()
                        .map(s -> row(c.name(), s.fact(), s.cite().label(), s.day(), s.ageDays()))
                        .toList()));
        sheet(
                "sheet.staleDocuments",
                List.of("table.candidate", "table.document", "table.kind", "table.date", "table.age"),
                each(c -> c.staleDocuments().stream()
                        .map(s -> row(c.name(), s.document().whole(), s.kind(), s.day(), s.ageDays()))
                        .toList()));
        sheet(
                "candidate.uncounted",
                List.of("table.candidate", "table.document", "table.kind", "table.date", "table.why"),
                each(c -> c.uncounted().stream()
                        .map(u -> row(c.name(), u.document().whole(), u.kind(), u.day(), u.why()))
                        .toList()));
        sheet(
                "section.sources",
                List.of(
                        "table.number",
                        "table.publisher",
                        "table.title",
                        "table.says",
                        "table.url",
                        "source.kind",
                        "source.secondHand",
                        "table.read"),
                r.sources().stream()
                        .map(s -> row(
                                s.number(),
                                s.publisher(),
                                s.title(),
                                s.states(),
                                s.url(),
                                s.kind(),
                                s.secondHand(),
                                s.lastRead()))
                        .toList());
        sheet(
                "sheet.controls",
                List.of("table.control", "table.title", "table.answers"),
                r.controls().stream()
                        .map(c -> row(c.id(), c.title(), c.requirements()))
                        .toList());
        documents();
        quotes();
        sheet(
                "section.asked",
                List.of("table.question", "table.answer"),
                r.asked().stream().map(p -> row(p.label(), p.value())).toList());
        sheet(
                "section.open",
                List.of("table.question"),
                r.openQuestions().stream().map(XlsxReport::row).toList());
        r.minutes().ifPresent(this::meeting);
        r.project().ifPresent(this::project);
        if (!r.answers().isEmpty()) {
            answers();
        }
    }

    private void answers() {
        sheet(
                "sheet.answers",
                List.of(
                        "table.candidate",
                        "table.control",
                        "table.title",
                        "table.requirement",
                        "table.answer",
                        "answers.says",
                        "answers.before",
                        "answers.contradicted",
                        "table.document",
                        "answers.taken"),
                r.answers().stream()
                        .flatMap(w -> w.rows().stream()
                                .map(a -> row(
                                        w.candidate(),
                                        a.control().label(),
                                        a.control().value(),
                                        a.requirements(),
                                        a.answer(),
                                        a.line(),
                                        a.before().orElse(""),
                                        a.contradictions().stream()
                                                .map(AnsweredWorkbook.Contradicted::sentence)
                                                .collect(Collectors.joining(" ")),
                                        w.file(),
                                        w.kept().taken())))
                        .toList());
        List<List<Object>> about = new ArrayList<>();
        for (AnsweredWorkbook w : r.answers()) {
            w.about().forEach(a -> about.add(row(w.file(), a.label(), a.value())));
            w.remarks().forEach(line -> about.add(row(w.file(), r.t("table.limits"), line)));
            w.notUnderstood()
                    .forEach(n -> about.add(row(w.file(), r.pair(r.t("answers.notUnderstood"), n.label()), n.value())));
        }
        about.add(row("", r.t("table.limits"), r.t("answers.intro")));
        sheet("sheet.workbooks", List.of("table.document", "table.fact", "table.says"), about);
    }

    private void project(UsedProject p) {
        List<List<Object>> about = new ArrayList<>();
        p.about().forEach(a -> about.add(row(a.label(), a.value())));
        p.tally().forEach(t -> about.add(row(t.mark().word(), t.count())));
        p.switches().forEach(k -> about.add(row(r.pair(r.t("project.switches"), k.label()), k.value())));
        p.leftOut().forEach(l -> about.add(row(r.pair(r.t("project.leftOut"), l.label()), l.value())));
        p.remarks().forEach(line -> about.add(row(r.t("table.limits"), line)));
        about.add(row(r.t("table.limits"), r.t("project.intro")));
        sheet("section.project", List.of("table.fact", "table.says"), about);
        sheet(
                "sheet.project",
                List.of(
                        "project.place",
                        "table.offering",
                        "table.says",
                        "table.requirement",
                        "table.status",
                        "table.finding",
                        "finding.sources",
                        "finding.lifts",
                        "project.acceptance"),
                Stream.concat(p.places().stream(), p.unreadable().stream())
                        .flatMap(place -> place.findings().stream()
                                .map(f -> row(
                                        place.file(),
                                        place.subject(),
                                        place.details().stream()
                                                .map(d -> r.pair(d.label(), d.value()))
                                                .collect(Collectors.joining("; ")),
                                        f.requirement(),
                                        f.mark().word(),
                                        f.reason(),
                                        cites(f.citations()),
                                        f.lift().orElse(""),
                                        f.accepted().orElse(""))))
                        .toList());
        sheet(
                "project.recognised",
                List.of("project.signature", "project.matched", "table.publisher", "table.url", "table.read"),
                p.signatures().stream()
                        .flatMap(g -> g.pages().stream()
                                .map(page ->
                                        row(g.cite().label(), g.pattern(), page.publisher(), page.url(), g.read())))
                        .toList());
    }

    private void meeting(Minutes m) {
        List<List<Object>> about = new ArrayList<>();
        m.heldOn().ifPresent(day -> about.add(row(r.t("minutes.heldOn"), day)));
        about.add(row(r.t("minutes.timeMinutes"), m.seconds() / 60.0));
        m.attendees().forEach(name -> about.add(row(r.t("minutes.attendee"), name)));
        m.parked().forEach(topic -> about.add(row(r.t("minutes.topic"), topic)));
        sheet("section.meeting", List.of("table.fact", "table.says"), about);
        MinutesTexts texts = new MinutesTexts(m, r.register(), r.texts());
        sheet(
                "sheet.decisions",
                List.of("minutes.subject", "minutes.before", "minutes.decision", "minutes.rationale"),
                texts.decisions().stream().map(row -> row(row.toArray())).toList());
        sheet(
                "minutes.actions",
                List.of("minutes.action", "minutes.owner", "minutes.due", "minutes.done"),
                m.actions().stream()
                        .map(a -> row(
                                a.what(), a.owner(), a.due().<Object>map(d -> d).orElse(""), a.done()))
                        .toList());
        List<List<Object>> risks = new ArrayList<>();
        for (int i = 0; i < m.risks().size(); i++) {
            List<Object> said = new ArrayList<>(texts.risks().get(i));
            if (m.risks().get(i).standing() != AcceptedRisk.Standing.TO_BE_CONFIRMED) {
                said.set(4, m.risks().get(i).accepted().until());
            }
            risks.add(said);
        }
        sheet(
                "minutes.risks",
                List.of(
                        "table.candidate",
                        "table.requirement",
                        "table.status",
                        "minutes.approver",
                        "minutes.until",
                        "minutes.rationale"),
                risks);
        if (!m.approvals().isEmpty()) {
            sheet(
                    "minutes.approvals",
                    MinutesTexts.APPROVALS,
                    texts.approvals().stream().map(row -> row(row.toArray())).toList());
        }
    }

    private void summary() {
        List<List<Object>> rows = new ArrayList<>();
        if (!r.enclosed().letterhead().name().isEmpty()) {
            rows.add(row(
                    r.t("letterhead.organisation"), r.enclosed().letterhead().name()));
        }
        rows.add(row(r.t("table.workload"), r.workload()));
        rows.add(row(r.t("particulars.date"), r.assessment().date()));
        rows.add(row(r.t("particulars.startsOn"), r.assessment().workload().startsOn()));
        rows.add(row(r.t("particulars.registerAsOf"), r.assessment().registerAsOf()));
        rows.add(row(r.t("particulars.rules"), r.assessment().rulesVersion()));
        rows.add(row(r.t("particulars.citationDays"), r.assessment().freshness().maxAgeDays()));
        rows.add(row(r.t("particulars.documentDays"), r.assessment().freshness().maxDocumentAgeDays()));
        rows.add(row(r.t("quotes.facts"), r.assessment().facts()));
        rows.add(row(r.t("quotes.withQuote"), r.assessment().withQuote()));
        r.typed().ifPresent(line -> rows.add(row(r.t("evidence.heading"), line)));
        rows.add(row(r.t("quotes.require"), r.assessment().freshness().requireQuotes()));
        rows.add(row(r.t("particulars.hash"), r.assessment().registerHash()));
        r.tally().forEach(t -> rows.add(row(t.mark().word(), t.count())));
        if (r.provisional()) {
            rows.add(row(r.t("provisional.title"), PageOne.screen().wholeBanner(r)));
        }
        r.notAsked().ifPresent(line -> rows.add(row(r.t("table.notAsked"), line)));
        rows.add(row(r.t("table.limits"), r.t("howto.limits")));
        sheet("sheet.summary", List.of("table.fact", "table.says"), rows);
    }

    private void findings() {
        sheet(
                "sheet.findings",
                List.of(
                        "table.id",
                        "table.candidate",
                        "table.requirement",
                        "table.status",
                        "table.finding",
                        "finding.deployment",
                        "finding.sources",
                        "finding.missing",
                        "finding.documents",
                        "finding.lifts",
                        "finding.controls",
                        "finding.quotes"),
                each(c -> c.requirements().stream()
                        .map(f -> row(
                                c.id(),
                                c.name(),
                                f.name(),
                                f.mark().word(),
                                f.reason(),
                                f.deployment().orElse(""),
                                cites(f.citations()),
                                f.missing().orElse(""),
                                f.documents().stream()
                                        .map(ReportModel.Held::whole)
                                        .collect(Collectors.joining("; ")),
                                String.join(" ", f.lifts()),
                                String.join(", ", f.controls()),
                                f.words().stream()
                                        .map(w -> w.cite().label() + " " + w.said())
                                        .collect(Collectors.joining(" "))))
                        .toList()));
    }

    private void quotes() {
        sheet(
                "sheet.quotes",
                List.of(
                        "table.number",
                        "quote.words",
                        "quote.place",
                        "quote.carries",
                        "table.read",
                        "quote.capture",
                        "quote.takenIn",
                        "table.url"),
                r.sources().stream()
                        .flatMap(s -> s.quotes().stream()
                                .map(q -> row(
                                        s.number(),
                                        q.words(),
                                        q.row().orElse(""),
                                        q.carries(),
                                        q.lastRead(),
                                        q.hash(),
                                        q.taken(),
                                        q.capture().map(Capture::address).orElse(""))))
                        .toList());
    }

    private void documents() {
        List<Evidence> evidence = r.assessment().workload().evidence();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            ReportModel.Document d = r.evidence().get(i);
            rows.add(row(
                    d.label(),
                    d.name(),
                    d.kind(),
                    d.offering(),
                    evidence.get(i).date(),
                    d.says(),
                    d.uncounted().isEmpty(),
                    d.uncounted().orElse(""),
                    d.clause(),
                    d.page().isPresent() ? d.page().getAsInt() : "",
                    String.join("; ", d.hedges()),
                    d.sha256(),
                    d.uses().stream().map(ReportModel.Use::finding).collect(Collectors.joining("; "))));
        }
        sheet(
                "evidence.heading",
                List.of(
                        "table.number",
                        "table.document",
                        "table.kind",
                        "table.candidate",
                        "table.date",
                        "table.says",
                        "table.counts",
                        "evidence.uncounted",
                        "evidence.clause",
                        "evidence.page",
                        "evidence.hedge",
                        "evidence.file",
                        "evidence.uses"),
                rows);
    }

    /** A sheet; what there is nothing of has one too, with its heads, so that formulas and macros find it. */
    private void sheet(String title, List<String> heads, List<List<Object>> rows) {
        sheets.add(r.t(title), heads.stream().map(r::t).toList(), rows);
    }

    private List<List<Object>> each(Function<Candidate, List<List<Object>>> rows) {
        return r.candidates().stream().flatMap(c -> rows.apply(c).stream()).toList();
    }

    /** Texts, numbers, truths and days. */
    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    private static String cites(List<Cite> cites) {
        return cites.stream().map(Cite::label).collect(Collectors.joining(" "));
    }
}
