package domicile.report;

import domicile.report.model.ReportModel;
import com.fasterxml.jackson.databind.JsonNode;
import domicile.ProgramFlags;
import domicile.assessment.Assessor;
import domicile.assessment.Freshness;
import domicile.questionnaire.WorkloadFile;
import domicile.register.Pack;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The PDF of a report of all fourteen candidates, against headless Chromium printing the HTML of the same report. Warm: the second
 * and later in one JVM, and by one running browser. Cold: whole processes, ours as {@code packaging/package} builds it, from the workload file and
 * the register on disk to the PDF on disk, Chromium from the HTML file. Our PDF is tagged, archival and carries its proof; Chromium's is tagged.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = {ProgramFlags.COLLECTOR, ProgramFlags.COMPILER, ProgramFlags.THRESHOLD})
@Warmup(iterations = 12)
@Measurement(iterations = 15)
public class PdfBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Path WORKLOAD = Path.of("data", "examples", "us-health.json").toAbsolutePath();
    private static final Path JAR = Path.of("target", "domicile.jar").toAbsolutePath();

    private Path folder = Path.of("");
    private Path html = Path.of("");
    private Path chromium = Path.of("");
    private ReportModel model = warmModel();
    private List<Chromium> browser = List.of();

    private static ReportModel warmModel() {
        Register register = Pack.shipped().register(DAY);
        return ReportModel.of(
                Assessor.assess(WorkloadFile.read(WORKLOAD, register), register, DAY, Freshness.DEFAULT),
                register,
                List.of(),
                Locale.ENGLISH);
    }

    /** Writes the page, makes the register and starts the browser. */
    @Setup
    public void prepare() throws IOException, InterruptedException {
        chromium = Chromium.find()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium on the path to measure against: install one, or name it by -Ddomicile.chromium"));
        folder = Files.createTempDirectory("domicile-pdf");
        html = folder.resolve("report.html");
        model = warmModel();
        Files.write(html, Reports.render(model, Reports.Format.HTML));
        oursCold();
        browser = List.of(Chromium.start(chromium));
    }

    /** Ends the browser. */
    @TearDown
    public void end() {
        browser.forEach(Chromium::close);
        Chromium.delete(folder);
    }

    /** Our PDF, in a JVM that has made some. */
    @Benchmark
    public byte[] oursWarm() {
        return PdfReport.render(model);
    }

    /** The page, in a JVM that has made some. */
    @Benchmark
    public byte[] htmlWarm() throws IOException {
        return Reports.render(model, Reports.Format.HTML);
    }

    /** The Word document, in a JVM that has made some. */
    @Benchmark
    public byte[] docxWarm() throws IOException {
        return Reports.render(model, Reports.Format.DOCX);
    }

    /** The workbook, in a JVM that has made some. */
    @Benchmark
    public byte[] xlsxWarm() throws IOException {
        return Reports.render(model, Reports.Format.XLSX);
    }

    /** A running browser opens the page and prints it. */
    @Benchmark
    public JsonNode chromiumWarm() throws InterruptedException {
        browser.getFirst().open(html, "screen", "light");
        return browser.getFirst().call("Page.printToPDF", Map.of("preferCSSPageSize", true));
    }

    /** Our command line, from start to end. */
    @Benchmark
    public void oursCold() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(
                "report",
                WORKLOAD.toString(),
                "--date",
                DAY.toString(),
                "--as-of",
                DAY.toString(),
                "--register",
                folder.resolve("register").toString(),
                "--out",
                folder.resolve("ours.pdf").toString()));
        run(command);
    }

    /** As it is packaged, with its recorded start, where that was built. */
    private static List<String> program() {
        if (Files.exists(ProgramFlags.PACKAGED)) {
            return List.of(ProgramFlags.PACKAGED.toString());
        }
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(ProgramFlags.ALL);
        java.addAll(List.of("-jar", JAR.toString()));
        return java;
    }

    /** Chromium, from start to end, with a profile that is there already. */
    @Benchmark
    public void chromiumCold() throws IOException, InterruptedException {
        run(Chromium.command(
                chromium,
                folder.resolve("profile"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + folder.resolve("chromium.pdf"),
                html.toUri().toString()));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(
                    command + " ended with " + code + ": " + Files.readString(said, StandardCharsets.UTF_8));
        }
    }
}
