package domicile.report;

import domicile.assessment.Status;
import domicile.assessment.Verdict;
import domicile.questionnaire.AcceptedRisk;
import domicile.questionnaire.AnswerNote;
import domicile.questionnaire.Meeting;
import domicile.report.model.Enclosed;
import domicile.report.model.Letterhead;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.residency.Attestation;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.vendor.Answer;
import domicile.vendor.KeptWorkbook;
import domicile.vendor.VendorWorkbook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reports of text that somebody wrote to do harm, or in letters that few fonts have. */
public final class Untrusted {
    public static final String MARKUP = "<script>alert('x')</script>&amp;<img src=\"http://evil.example/x.png\"/>]]>";
    public static final String BIDI = "order\u202Efdp.exe\u2066";
    public static final String CONTROL = "null\u0000bell\u0007escape\u001B[31m";
    public static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"ok\")";
    public static final String LETTERS = "株式会社データ 한국 Ελλάδα Україна Đặng İstanbul עברית العربية \uD83D\uDE80 \uE000";
    public static final String PATH = "../../etc/passwd\\..\\secret";
    public static final String LONG = "word ".repeat(2_000) + "x".repeat(10_000);

    /** The places of {@link #everywhere} that a diligence report shows in full. */
    public static final List<String> PLACES = List.of(
            "offering",
            "other",
            "vendor",
            "operator",
            "publisher",
            "page",
            "address",
            "states",
            "product",
            "document",
            "workload",
            "question",
            "scope",
            "otherScope",
            "fact",
            "attendee",
            "title",
            "answer",
            "decision",
            "action",
            "owner",
            "parked",
            "approver",
            "reason",
            "workbook",
            "sheet",
            "said",
            "remark",
            "edition");

    private Untrusted() {}

    public static ReportModel report() {
        List<Offering> offerings = new ArrayList<>();
        offerings.add(Sample.offering(1, MARKUP));
        offerings.add(Sample.offering(2, BIDI + CONTROL));
        offerings.add(Sample.offering(3, LETTERS));
        Register register = Sample.register(offerings);
        List<Evidence> evidence = List.of(
                evidence("vendor-01", PATH + BIDI),
                evidence("vendor-02", MARKUP + FORMULA),
                evidence("vendor-03", LETTERS));
        return ReportModel.of(
                Sample.assessment(register, Sample.workload(MARKUP + BIDI + LETTERS, List.of(), evidence)),
                register,
                List.of(MARKUP, LONG, CONTROL, FORMULA),
                Locale.ENGLISH);
    }

    /**
     * A report with something from everywhere that a person or a register can write: two candidates, a meeting and what
     * it came to.
     *
     * @param text what is written at a place
     */
    public static ReportModel everywhere(UnaryOperator<String> text) {
        List<Offering> offerings = List.of(
                with(Sample.offering(1, text.apply("offering")), text), Sample.offering(3, text.apply("other")));
        Register made = Sample.register(offerings);
        Register register = new Register(
                made.asOf(),
                r -> made.hash(),
                List.of(new Provider("vendor", text.apply("vendor")), new Provider("cloud", text.apply("operator"))),
                offerings,
                made.sources().stream()
                        .map(s -> s.number() != 1
                                ? s
                                : new Source(
                                        s.number(),
                                        s.kind(),
                                        text.apply("publisher"),
                                        text.apply("page"),
                                        text.apply("address"),
                                        text.apply("states")))
                        .toList(),
                made.areas(),
                made.controls(),
                List.of());
        Evidence evidence = new Evidence(
                "vendor-01",
                Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                LocalDate.of(2026, 6, 10),
                List.of(Sample.place("DE")),
                text.apply("product"),
                text.apply("document"));
        return ReportModel.of(
                Sample.assessment(register, Sample.workload(text.apply("workload"), List.of(), List.of(evidence))),
                register,
                List.of(text.apply("question")),
                new Enclosed(
                        Optional.of(minutes(text)),
                        new Letterhead(text.apply("organisation"), Optional.empty()),
                        Optional.empty(),
                        List.of(workbook(text)),
                        Optional.empty()),
                Locale.ENGLISH);
    }

    private static KeptWorkbook workbook(UnaryOperator<String> text) {
        return new KeptWorkbook(
                "vendor-01",
                LocalDate.of(2026, 6, 10),
                new VendorWorkbook(
                        text.apply("workbook"),
                        "0a".repeat(32),
                        Map.of("CAIQ", text.apply("edition")),
                        List.of(new Answer(
                                "CAIQ-4.1.0:DSP-19.1",
                                List.of("INFERENCE_LOCATION"),
                                Answer.Polarity.YES,
                                new Answer.Words("CAIQ!C12", text.apply("said")),
                                Optional.of(new Answer.Words("CAIQ!D12", text.apply("remark"))),
                                Optional.empty(),
                                true)),
                        List.of(),
                        List.of(text.apply("older")),
                        List.of(new VendorWorkbook.NotUnderstood(text.apply("cell"), VendorWorkbook.Why.WITHOUT_ID)),
                        List.of(text.apply("sheet"))));
    }

    private static Offering with(Offering offering, UnaryOperator<String> text) {
        List<Fact<?>> facts = new ArrayList<>(offering.facts());
        for (String said : List.of("scope", "otherScope")) {
            facts.add(new Fact<>(
                    new Attestation(
                            Attestation.Kind.ISO_42001,
                            // they contradict each other, so that both are printed
                            said.equals("scope") ? Attestation.Status.SCOPED : Attestation.Status.VERIFY,
                            "cloud",
                            text.apply(said),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            List.of()),
                    text.apply("fact"),
                    List.of(new Citation(1, LocalDate.of(2026, 6, 1)))));
        }
        return new Offering(offering.id(), offering.name(), offering.provider(), offering.operator(), facts);
    }

    private static Minutes minutes(UnaryOperator<String> text) {
        Minutes.Decided decided = new Minutes.Decided(Meeting.Outcome.AGREED, text.apply("decision"));
        return new Minutes(
                "en",
                text.apply("workload"),
                Sample.DATE,
                Optional.of(Sample.DATE),
                60,
                List.of(text.apply("attendee")),
                List.of(new Minutes.Asked(
                        "training",
                        text.apply("title"),
                        text.apply("answer"),
                        new AnswerNote(
                                text.apply("note"), text.apply("noteOwner"), List.of(text.apply("noteEvidence"))),
                        Optional.of(decided),
                        List.of(text.apply("noteEvidence")))),
                List.of(new Minutes.Candidate("vendor-01", Optional.of(Verdict.NOT_SUITABLE), Optional.of(decided))),
                List.of(new Meeting.Action(text.apply("action"), text.apply("owner"), Optional.empty(), false)),
                List.of(text.apply("parked")),
                List.of(new Minutes.Risk(
                        Sample.accepted(
                                "vendor-01",
                                "RETENTION",
                                text.apply("approver"),
                                text.apply("reason"),
                                Sample.DATE,
                                Sample.DATE.plusDays(1)),
                        Optional.of(Status.NOT_MET),
                        AcceptedRisk.Standing.COUNTS)),
                Optional.empty(),
                List.of());
    }

    /** A report whose names and title are as wide as letters can be. */
    public static ReportModel longWinded(int candidates) {
        List<Offering> offerings = new ArrayList<>();
        for (int i = 1; i <= candidates; i++) {
            offerings.add(Sample.offering(i, "W" + i + "WW " + "MW".repeat(200)));
        }
        Register register = Sample.register(offerings);
        return ReportModel.of(
                Sample.assessment(
                        register,
                        Sample.workload(
                                "WMW WWW ".repeat(300),
                                List.of(),
                                Sample.evidence().stream()
                                        .filter(e ->
                                                register.offering(e.offering()).isPresent())
                                        .toList())),
                register,
                List.of(),
                Locale.ENGLISH);
    }

    private static Evidence evidence(String offering, String document) {
        return new Evidence(
                offering,
                Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                LocalDate.of(2026, 6, 10),
                List.of(Sample.place("DE")),
                MARKUP,
                document);
    }
}
