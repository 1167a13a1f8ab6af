package domicile.report;

import domicile.problem.DiskError;
import domicile.problem.FileProblem;
import domicile.problem.ProblemException;
import domicile.register.AtomicFile;
import domicile.register.Captures;
import domicile.register.EvidenceLocker;
import domicile.register.Progress;
import domicile.report.data.Csv;
import domicile.report.data.CsvReport;
import domicile.report.data.JsonReport;
import domicile.report.data.OscalReport;
import domicile.report.data.XlsxReport;
import domicile.report.document.Documents;
import domicile.report.document.Kind;
import domicile.report.document.Medium;
import domicile.report.document.MinutesDocument;
import domicile.report.docx.WordRenderer;
import domicile.report.html.HtmlPage;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportProblem;
import domicile.report.model.UsedProject;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a report to files; the ending of each chooses its format. */
public final class Reports {
    private Reports() {}

    /** The formats, by their file endings. */
    public enum Format {
        HTML,
        PDF,
        DOCX,
        XLSX,
        CSV,
        /** OSCAL assessment results; before JSON, whose ending it has too. */
        OSCAL,
        JSON;

        /** The ending of a file's name, without the dot. */
        public String ending() {
            return this == OSCAL ? "oscal.json" : name().toLowerCase(Locale.ROOT);
        }

        /** Whether a file's name has this ending. */
        public boolean ends(Path file) {
            return file.toString().toLowerCase(Locale.ROOT).endsWith("." + ending());
        }

        /** The format that a file's ending chooses; refuses any other, naming those that there are. */
        public static Format of(Path file) {
            return Arrays.stream(values())
                    .filter(f -> f.ends(file))
                    .findFirst()
                    .orElseThrow(() -> ReportProblem.UNKNOWN_ENDING.at(
                            file.toString(),
                            Arrays.stream(values()).map(f -> "." + f.ending()).collect(Collectors.joining(", "))));
        }
    }

    /**
     * Whether there is a kind of report in a format: letters and the board's page are to be read, not to be worked on.
     */
    public static boolean writes(Kind kind, Format format) {
        return kind == Kind.DILIGENCE || format == Format.HTML || format == Format.PDF;
    }

    /** Whether a file becomes an archive. */
    public static boolean archived(Path file) {
        return Archive.named(file);
    }

    /** Refuses a file whose ending is neither a format's nor an archive's. */
    public static void checkEnding(Path file) {
        if (!Archive.named(file)) {
            Format.of(file);
        }
    }

    /** The bytes of a report in a format; the same model gives the same bytes. */
    public static byte[] render(ReportModel model, Format format) {
        return render(model, format, Kind.DILIGENCE);
    }

    /**
     * The bytes of a kind of report; letters and the board's page are HTML or PDF, whatever else is asked is the
     * diligence report.
     */
    public static byte[] render(ReportModel model, Format format, Kind kind) {
        return render(model, format, kind, Csv.COMMAS);
    }

    private static byte[] render(ReportModel model, Format format, Kind kind, Csv csv) {
        return switch (format) {
            case HTML ->
                HtmlPage.render(Documents.of(model, kind, Medium.SCREEN)).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfReport.render(model, kind);
            case DOCX -> WordRenderer.render(Documents.of(model, kind, Medium.WORD));
            case XLSX -> XlsxReport.render(model);
            case JSON ->
                JsonReport.render(
                                model.assessment(),
                                model.minutes(),
                                model.project().map(UsedProject::judged),
                                model.told())
                        .getBytes(StandardCharsets.UTF_8);
            case OSCAL -> OscalReport.render(model).getBytes(StandardCharsets.UTF_8);
            case CSV -> Csv.file(CsvReport.render(model, csv));
        };
    }

    /** The minutes as one HTML file that opens without a network: all questions and answers too. */
    public static String html(Minutes minutes, Register register) {
        return HtmlPage.render(MinutesDocument.of(minutes, register));
    }

    /** The minutes as JSON, {@code domicile.minutes/1}. */
    public static String json(Minutes minutes) {
        return JsonReport.render(minutes);
    }

    /**
     * Writes the report to each file. Endings and folders are checked before anything is written, and every file is
     * replaced as a whole: until then an older one stays as it was.
     *
     * @throws ProblemException when an ending is no format, or a file cannot be written
     */
    public static void write(ReportModel model, List<Path> files) {
        write(model, Kind.DILIGENCE, files, Csv.COMMAS);
    }

    /**
     * The files that a kind of report becomes. A letter is for one vendor: where several have something to answer, each
     * gets a file of its own, named after it.
     */
    public static List<Path> files(ReportModel model, Kind kind, List<Path> asked) {
        return Stream.concat(
                        asked.stream().filter(Archive::named),
                        byVendor(
                                        model,
                                        kind,
                                        asked.stream()
                                                .filter(f -> !Archive.named(f))
                                                .toList())
                                .values()
                                .stream()
                                .flatMap(List::stream))
                .toList();
    }

    /** Writes a kind of report and says which files it became; letters and the board's page are HTML or PDF. */
    public static List<Path> write(ReportModel model, Kind kind, List<Path> files) {
        return write(model, kind, files, Csv.COMMAS);
    }

    private static List<Path> write(ReportModel model, Kind kind, List<Path> files, Csv csv) {
        Map<String, List<Path>> byVendor = byVendor(model, kind, files);
        byVendor.values().forEach(own -> own.forEach(file -> check(file, kind)));
        byVendor.forEach((vendor, own) -> writeEach(vendor.isEmpty() ? model : model.to(vendor), kind, own, csv));
        return byVendor.values().stream().flatMap(List::stream).toList();
    }

    /** The files by the vendor that they are for; empty for all. */
    private static Map<String, List<Path>> byVendor(ReportModel model, Kind kind, List<Path> files) {
        List<String> vendors = kind == Kind.LETTER ? model.vendors() : List.of();
        if (vendors.size() < 2) {
            return Map.of("", files);
        }
        Map<String, List<Path>> named = new LinkedHashMap<>();
        vendors.forEach(vendor ->
                named.put(vendor, files.stream().map(f -> named(f, vendor)).toList()));
        return named;
    }

    /** {@code letter.pdf} as {@code letter-openai.pdf}. */
    private static Path named(Path file, String vendor) {
        String name = String.valueOf(file.getFileName());
        String ending = "." + Format.of(file).ending();
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + "-" + vendor
                + name.substring(name.length() - ending.length()));
    }

    /**
     * Writes a text that is no report, such as a workload or the minutes; the file is there as a whole or as it was.
     *
     * @throws ProblemException when it cannot be written
     */
    public static Path write(Path file, String text) {
        byte[] bytes = Format.CSV.ends(file) ? Csv.file(text) : text.getBytes(StandardCharsets.UTF_8);
        replace(file.toAbsolutePath(), out -> out.write(bytes));
        return file;
    }

    private static void writeEach(ReportModel model, Kind kind, List<Path> files, Csv csv) {
        Map<Format, byte[]> rendered = new EnumMap<>(Format.class);
        for (Path file : files) {
            byte[] bytes = rendered.computeIfAbsent(Format.of(file), f -> render(model, f, kind, csv));
            replace(file.toAbsolutePath(), out -> out.write(bytes));
        }
    }

    /** As {@link #write(ReportModel, Kind, List, EvidenceLocker, Csv)}, with commas in CSV. */
    public static List<Path> write(ReportModel model, Kind kind, List<Path> files, EvidenceLocker locker) {
        return write(model, kind, files, locker, Csv.COMMAS);
    }

    /**
     * Writes a kind of report; letters and the board's page are HTML or PDF. A file that ends in {@code .zip} becomes
     * an archive of the diligence report and all that it rests on.
     *
     * @param locker whose documents come with the archive, as far as they are attached to a candidate
     * @return the files that were written, see {@link #files}
     * @throws ProblemException as above; also when such a document is missing or was altered, then nothing is written
     */
    public static List<Path> write(ReportModel model, Kind kind, List<Path> files, EvidenceLocker locker, Csv csv) {
        return write(model, kind, files, locker, Optional.empty(), csv);
    }

    /**
     * As {@link #write(ReportModel, Kind, List, EvidenceLocker, Csv)}.
     *
     * @param pages whose captures come with the archive, as far as their words are cited; empty for none
     */
    public static List<Path> write(
            ReportModel model, Kind kind, List<Path> files, EvidenceLocker locker, Optional<Captures> pages, Csv csv) {
        List<Path> reports = files.stream().filter(f -> !Archive.named(f)).toList();
        List<Path> archives = files.stream().filter(Archive::named).toList();
        reports.forEach(file -> check(file, kind));
        archives.forEach(file -> {
            if (kind != Kind.DILIGENCE) {
                throw notOfKind(file, "ZIP");
            }
            checkPlace(file);
        });
        archives.forEach(file -> archive(model, file, locker, pages, Progress.NONE));
        List<Path> written = new ArrayList<>(archives);
        written.addAll(write(model, kind, reports, csv));
        return written;
    }

    /** The names of the documents whose clauses a report shows and that an archive lacks: nobody has kept them. */
    public static List<String> notKept(ReportModel model, EvidenceLocker locker) {
        return Archive.missing(model, locker);
    }

    /**
     * Writes an archive; one that is stopped leaves what was there.
     *
     * @param pages whose captures come with it, as far as their words are cited; empty for none
     */
    public static Path archive(
            ReportModel model, Path file, EvidenceLocker locker, Optional<Captures> pages, Progress progress) {
        checkPlace(file);
        replace(file.toAbsolutePath(), out -> {
            Archive.write(model, locker, pages, out);
            progress.at(1, 1);
        });
        return file;
    }

    private static ProblemException notOfKind(Path file, String format) {
        return ReportProblem.NOT_OF_KIND.at(file.toString(), format);
    }

    private static void check(Path file, Kind kind) {
        Format format = Format.of(file);
        if (!writes(kind, format)) {
            throw notOfKind(file, format.name());
        }
        checkPlace(file);
    }

    private static void checkPlace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw ReportProblem.FOLDER_MISSING.at(String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw FileProblem.FOLDER_AS_FILE.at(file.toString());
        }
        // else a file would stand where a device or a pipe was
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw FileProblem.NOT_A_PLAIN_FILE.at(file.toString());
        }
    }

    private static void replace(Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw FileProblem.FILE_UNWRITTEN.because(e, file.toString(), DiskError.said(e));
        }
    }
}
