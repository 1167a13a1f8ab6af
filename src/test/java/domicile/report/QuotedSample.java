package domicile.report;

import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.page.QuoteFinder;
import domicile.questionnaire.WorkloadFile;
import domicile.register.RegisterKey;
import domicile.register.RegisterStore;
import domicile.report.model.ReportModel;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.residency.Source;
import domicile.residency.Workload;
import domicile.source.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A register in which three facts of one offering have their words in hand, and a report of it. */
public final class QuotedSample {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    public static final String ARABIC = "تبقى البيانات في الاتحاد الأوروبي 100%.";
    public static final String MARKUP = "Groq's <b>ISO</b> seat & {0} is \u0130stanbul";
    public static final String LONG = "We do not train models on what you send"
            + ", nor on what the models answer to what you send".repeat(8) + ".";

    /** The page of the made-up provider. */
    public static final String PAGE =
            "<html lang=\"en\"><body><h1>Groq</h1><p>Zero data retention can be switched on by"
                    + " every customer.</p><p>" + LONG + "</p><p dir=\"rtl\">" + ARABIC + "</p><p>"
                    + MARKUP.replace("&", "&amp;").replace("<", "&lt;") + ".</p></body></html>";

    private QuotedSample() {}

    public static RegisterStore open(Path folder) {
        return RegisterStore.open(
                folder.resolve("home").toString(), Clock.fixed(Instant.parse(DAY + "T10:00:00Z"), ZoneOffset.UTC));
    }

    /** Takes the page in and quotes it. */
    public static Capture quote(RegisterStore store, Path folder) throws IOException {
        Pages pages = new Pages(store);
        Source source = store.asOf(DAY).source(0).orElseThrow();
        Capture capture = pages.take(source, Files.writeString(folder.resolve("groq.html"), PAGE), "A. Reader");
        QuoteFinder finder = pages.finder(capture);
        pages.quote(
                DAY,
                capture,
                Map.of(
                        RegisterKey.fact("groq", "zdr"),
                        finder.find("Zero data retention can be switched on by every customer.", Optional.empty()),
                        RegisterKey.fact("groq", "attestation/DPA"),
                        finder.find(LONG, Optional.empty()),
                        RegisterKey.fact("groq", "attestation/ISO_27001"),
                        finder.find(MARKUP, Optional.empty()),
                        RegisterKey.fact("groq", "placement/INFERENCE/helsinki"),
                        finder.find(ARABIC, Optional.empty())),
                "A. Reader");
        return capture;
    }

    public static final String WORKLOAD = """
            {"schema": "domicile.workload/1", "name": "Claims triage", "startsOn": "2026-12-01",
             "dataCategories": ["PERSONAL"], "location": {"inference": ["EU"]},
             "certifications": ["SOC2_TYPE_II", "ISO_27001"], "retention": {"maxDays": 0},
             "trainingReuse": "FORBIDDEN", "candidates": ["groq"]}
            """;

    public static ReportModel model(Register register, Freshness freshness, Locale locale) {
        Workload workload = WorkloadFile.read("workload", WORKLOAD.getBytes(StandardCharsets.UTF_8), register);
        return ReportModel.of(Assessor.assess(workload, register, DAY, freshness), register, List.of(), locale);
    }
}
