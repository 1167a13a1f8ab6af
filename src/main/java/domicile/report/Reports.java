package domicile.report;

import domicile.register.EvidenceLocker;
import domicile.register.WholeFile;
import domicile.residency.InputException;
import domicile.residency.Refusal;
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

/** Writes a report to files; the ending of each chooses its format. */
public final class Reports {
    private Reports() {}

    /** What a report is for. */
    public enum Kind {
        /** All of it. */
        DILIGENCE,
        /** A page for each vendor that has something to answer: the questions and the clauses. */
        LETTER,
        /** One page to decide on. */
        BOARD
    }

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

        /** The format that a file's ending chooses; refuses any other, naming those that there are. */
        public static Format of(Path file) {
            String name = Optional.ofNullable(file.getFileName())
                    .map(Path::toString)
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(f -> name.endsWith("." + f.ending()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.UNKNOWN_ENDING.at(
                            file.toString(),
                            Arrays.stream(values()).map(f -> "." + f.ending()).collect(Collectors.joining(", "))));
        }
    }

    /** Whether there is a kind of report in a format: letters and the board's page are to be read, not to be worked on. */
    public static boolean writes(Kind kind, Format format) {
        return kind == Kind.DILIGENCE || format == Format.HTML || format == Format.PDF;
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

    /** The bytes of a kind of report; letters and the board's page are HTML or PDF, whatever else is asked is the diligence report. */
    public static byte[] render(ReportModel model, Format format, Kind kind) {
        return switch (format) {
            case HTML -> HtmlReport.render(model, kind).getBytes(StandardCharsets.UTF_8);
            case PDF -> PdfReport.render(model, kind);
            case DOCX -> DocxReport.render(model);
            case XLSX -> XlsxReport.render(model);
            case JSON -> JsonReport.render(model.assessment(), model.minutes()).getBytes(StandardCharsets.UTF_8);
            case OSCAL -> OscalReport.render(model).getBytes(StandardCharsets.UTF_8);
            case CSV -> CsvReport.render(model).getBytes(StandardCharsets.UTF_8);
        };
    }

    /**
     * Writes the report to each file. Endings and folders are checked before anything is written, and every file is replaced as a
     * whole: until then an older one stays as it was.
     *
     * @throws InputException when an ending is no format, or a file cannot be written
     */
    public static void write(ReportModel model, List<Path> files) {
        write(model, Kind.DILIGENCE, files);
    }

    /**
     * Writes a kind of report; letters and the board's page are HTML or PDF. A letter is for one vendor: where several have something
     * to answer, each gets a file of its own, named after it.
     *
     * @return the files that were written
     * @throws InputException as above
     */
    public static List<Path> write(ReportModel model, Kind kind, List<Path> files) {
        return switch (kind) {
            case DILIGENCE, BOARD -> {
                files.forEach(file -> check(file, kind));
                writeEach(model, kind, files);
                yield files;
            }
            case LETTER -> letters(model, files);
        };
    }

    private static List<Path> letters(ReportModel model, List<Path> files) {
        List<String> vendors = model.vendors();
        if (vendors.size() < 2) {
            files.forEach(file -> check(file, Kind.LETTER));
            writeEach(model, Kind.LETTER, files);
            return files;
        }
        List<Path> written = new ArrayList<>();
        Map<String, List<Path>> named = new LinkedHashMap<>();
        for (String vendor : vendors) {
            List<Path> own = files.stream().map(f -> named(f, vendor)).toList();
            own.forEach(file -> check(file, Kind.LETTER));
            named.put(vendor, own);
        }
        named.forEach((vendor, own) -> {
            writeEach(model.to(vendor), Kind.LETTER, own);
            written.addAll(own);
        });
        return written;
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
     * @throws InputException when it cannot be written
     */
    public static Path write(Path file, String text) {
        replace(file.toAbsolutePath(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static void writeEach(ReportModel model, Kind kind, List<Path> files) {
        Map<Format, byte[]> rendered = new EnumMap<>(Format.class);
        for (Path file : files) {
            byte[] bytes = rendered.computeIfAbsent(Format.of(file), f -> render(model, f, kind));
            replace(file.toAbsolutePath(), out -> out.write(bytes));
        }
    }

    /**
     * As {@link #write(ReportModel, Kind, List)}; a file that ends in {@code .zip} becomes an archive of the diligence report and all
     * that it rests on.
     *
     * @param locker whose documents come with the archive, as far as they are attached to a candidate
     * @return the files that were written
     * @throws InputException also when such a document is missing or was altered; then nothing is written
     */
    public static List<Path> write(ReportModel model, Kind kind, List<Path> files, EvidenceLocker locker) {
        List<Path> reports = files.stream().filter(f -> !Archive.named(f)).toList();
        List<Path> archives = files.stream().filter(Archive::named).toList();
        reports.forEach(file -> check(file, kind));
        archives.forEach(file -> {
            if (kind != Kind.DILIGENCE) {
                throw notOfKind(file, "ZIP");
            }
            checkPlace(file);
        });
        archives.forEach(file -> replace(file.toAbsolutePath(), out -> Archive.write(model, locker, out)));
        List<Path> written = new ArrayList<>(archives);
        written.addAll(write(model, kind, reports));
        return written;
    }

    private static InputException notOfKind(Path file, String format) {
        return Refusal.NOT_OF_KIND.at(file.toString(), format);
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
            throw Refusal.FOLDER_MISSING.at(String.valueOf(folder));
        }
        if (Files.isDirectory(file)) {
            throw Refusal.FOLDER_AS_FILE.at(file.toString());
        }
    }

    private static void replace(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw Refusal.FILE_UNWRITTEN.because(
                    e, file.toString(), e.getClass().getSimpleName());
        }
    }
}
