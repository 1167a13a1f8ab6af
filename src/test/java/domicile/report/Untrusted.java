package domicile.report;

import domicile.residency.Evidence;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reports of text that somebody wrote to do harm, or in letters that few fonts have. */
final class Untrusted {
    static final String MARKUP = "<script>alert('x')</script>&amp;<img src=\"http://evil.example/x.png\"/>]]>";
    static final String BIDI = "order\u202Efdp.exe\u2066";
    static final String CONTROL = "null\u0000bell\u0007escape\u001B[31m";
    static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"ok\")";
    static final String LETTERS = "株式会社データ 한국 Ελλάδα Україна Đặng İstanbul עברית العربية \uD83D\uDE80 \uE000";
    static final String PATH = "../../etc/passwd\\..\\secret";
    static final String LONG = "word ".repeat(2_000) + "x".repeat(10_000);

    private Untrusted() {}

    static ReportModel report() {
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

    /** A report whose names and title are as wide as letters can be. */
    static ReportModel longWinded(int candidates) {
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
