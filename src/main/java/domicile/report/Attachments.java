package domicile.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.ProblemException;
import domicile.questionnaire.WorkloadFile;
import domicile.register.CaptureFile;
import domicile.register.Head;
import domicile.register.RegisterFile;
import domicile.report.data.JsonReport;
import domicile.report.data.MinutesJson;
import domicile.report.document.Kind;
import domicile.report.model.BuildInfo;
import domicile.report.model.Logo;
import domicile.report.model.Minutes;
import domicile.report.model.ReportModel;
import domicile.report.model.ReportProblem;
import domicile.residency.Capture;
import domicile.residency.Register;
import domicile.scan.ScannedProject;
import domicile.vendor.KeptWorkbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * What a PDF report carries so that it can be checked: the workload, the assessment, the whole register that it was
 * made with and how the pages were made, as associated files (PDF/A-3, ISO 19005-3, 6.8). The whole register, because
 * the findings of one offering name others, and because only the whole has the printed hash.
 *
 * @param workload {@code domicile.workload/1}
 * @param assessment {@code domicile.assessment/1}
 * @param register {@code domicile.register/1}
 * @param making {@code domicile.report/1}
 * @param logo the organisation's, where the pages show one
 * @param minutes {@code domicile.minutes/1}; empty when there was no meeting
 * @param captures {@code domicile.captures/1}, of the pages whose words are cited; empty when there are none
 * @param project {@code domicile.project/1}; empty where the pages tell of none
 * @param workbooks {@code domicile.workbooks/1}; empty where the pages tell of none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they lie in the file; two of these are never compared
record Attachments(
        byte[] workload,
        byte[] assessment,
        byte[] register,
        byte[] making,
        Optional<Logo> logo,
        Optional<byte[]> minutes,
        Optional<byte[]> captures,
        Optional<byte[]> project,
        Optional<byte[]> workbooks) {
    private static final String WORKLOAD = "workload.json";
    private static final String ASSESSMENT = "assessment.json";
    private static final String REGISTER = "register.json";
    private static final String MAKING = "report.json";
    private static final String LOGO = "logo.";
    private static final String MINUTES = "minutes.json";
    static final String CAPTURES = "captures.json";
    static final String PROJECT = "project.json";
    static final String WORKBOOKS = "workbooks.json";

    static Attachments of(ReportModel model, Kind kind) {
        return new Attachments(
                utf8(WorkloadFile.write(model.assessment().workload())),
                utf8(JsonReport.render(model.assessment())),
                RegisterFile.write(model.register()),
                utf8(new Making(
                                BuildInfo.version(),
                                kind,
                                model.lang(),
                                model.openQuestions(),
                                model.enclosed().letterhead().name(),
                                model.enclosed().chain())
                        .write()),
                model.enclosed().letterhead().logo(),
                model.enclosed().minutes().map(m -> utf8(JsonReport.render(m))),
                Optional.of(model.captures()).filter(c -> !c.isEmpty()).map(CaptureFile::write),
                model.enclosed().project().map(p -> utf8(p.json() + "\n")),
                Optional.of(model.enclosed().workbooks())
                        .filter(w -> !w.isEmpty())
                        .map(w -> utf8(KeptWorkbook.write(w) + "\n")));
    }

    /**
     * How the pages were made.
     *
     * @param version of Domicile
     * @param openQuestions as the pages list them
     * @param organisation whose report it is; blank when none was given
     * @param chain where the register's chain ended with the last change that the report rests on
     */
    record Making(
            String version,
            Kind kind,
            String language,
            List<String> openQuestions,
            String organisation,
            Optional<Head> chain) {
        private String write() {
            StringWriter text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
                json.writeStartObject();
                json.writeStringField("schema", "domicile.report/1");
                json.writeStringField("version", version);
                json.writeStringField("kind", kind.name());
                json.writeStringField("language", language);
                json.writeArrayFieldStart("openQuestions");
                for (String question : openQuestions) {
                    json.writeString(question);
                }
                json.writeEndArray();
                json.writeStringField("organisation", organisation);
                if (chain.isPresent()) {
                    json.writeFieldName("chain");
                    json.writeRawValue(chain.get().json());
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.append('\n').toString();
        }
    }

    Making how() {
        JsonValue root = StrictJson.read(MAKING, making)
                .only("schema", "version", "kind", "language", "openQuestions", "organisation", "chain");
        return new Making(
                root.get("version").text(),
                root.get("kind").oneOf(Kind.class),
                root.get("language").text(),
                root.get("openQuestions").items().stream()
                        .map(JsonValue::ownWords)
                        .toList(),
                root.find("organisation").map(JsonValue::ownWords).orElse(""),
                root.find("chain").map(Head::read));
    }

    /** The version of Domicile that made the pages, whatever else it says of them. */
    String version() {
        return StrictJson.read(MAKING, making).get("version").text();
    }

    /** What the pages say of the meeting. */
    Optional<Minutes> said() {
        return minutes.map(m -> MinutesJson.read(StrictJson.read(MINUTES, m)));
    }

    /** What the pages say a project used. */
    Optional<ScannedProject> used() {
        return project.map(p -> ScannedProject.read(PROJECT, p));
    }

    /** What the pages say that vendors answered. */
    List<KeptWorkbook> answered() {
        return workbooks.map(w -> KeptWorkbook.read(WORKBOOKS, w)).orElse(List.of());
    }

    /** Puts the files into a document, all dated the same day. */
    void embed(PDDocument document, Calendar day) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(WORKLOAD, workload);
        files.put(ASSESSMENT, assessment);
        files.put(REGISTER, register);
        files.put(MAKING, making);
        logo.ifPresent(l -> files.put(LOGO + l.type().ending(), l.bytes()));
        minutes.ifPresent(m -> files.put(MINUTES, m));
        captures.ifPresent(c -> files.put(CAPTURES, c));
        project.ifPresent(p -> files.put(PROJECT, p));
        workbooks.ifPresent(w -> files.put(WORKBOOKS, w));
        Map<String, PDComplexFileSpecification> named = new TreeMap<>();
        COSArray associated = new COSArray();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            PDEmbeddedFile embedded =
                    new PDEmbeddedFile(document, new ByteArrayInputStream(file.getValue()), COSName.FLATE_DECODE);
            embedded.setSubtype(
                    file.getKey().startsWith(LOGO)
                            ? logo.map(l -> l.type().media()).orElse("")
                            : "application/json");
            embedded.setSize(file.getValue().length);
            embedded.setCreationDate(day);
            embedded.setModDate(day);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(file.getKey());
            specification.setFileUnicode(file.getKey());
            specification.setEmbeddedFile(embedded);
            specification.setEmbeddedFileUnicode(embedded);
            specification.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
            named.put(file.getKey(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /**
     * Takes the files out of a document.
     *
     * @param where the document, for messages
     * @throws ProblemException when one is missing or too large
     */
    static Attachments from(PDDocument document, String where) throws IOException {
        Map<String, PDComplexFileSpecification> named = named(document);
        return new Attachments(
                bytes(named, WORKLOAD, where),
                bytes(named, ASSESSMENT, where),
                bytes(named, REGISTER, where),
                bytes(named, MAKING, where),
                logo(named, where),
                optional(named, MINUTES, where),
                optional(named, CAPTURES, where),
                optional(named, PROJECT, where),
                optional(named, WORKBOOKS, where));
    }

    private static Optional<byte[]> optional(Map<String, PDComplexFileSpecification> named, String name, String where)
            throws IOException {
        return named.containsKey(name) ? Optional.of(bytes(named, name, where)) : Optional.empty();
    }

    /** What is known of the pages whose words are cited. */
    List<Capture> captures(String where, LocalDate asOf) {
        return register(where, asOf).captures();
    }

    /** Its files by the names that an archive gives them too. */
    Map<String, byte[]> beside() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(WORKLOAD, workload);
        files.put(ASSESSMENT, assessment);
        files.put(REGISTER, register);
        minutes.ifPresent(m -> files.put(MINUTES, m));
        captures.ifPresent(c -> files.put(CAPTURES, c));
        project.ifPresent(p -> files.put(PROJECT, p));
        workbooks.ifPresent(w -> files.put(WORKBOOKS, w));
        return files;
    }

    /** The register that the pages were made with, as far as they show it. */
    Register register(String where, LocalDate asOf) {
        Register read = RegisterFile.read(where + "!" + REGISTER, register, asOf);
        return captures.map(c -> read.withCaptures(CaptureFile.read(where + "!" + CAPTURES, c, read)))
                .orElse(read);
    }

    /** Whether a document carries anything that a report carries. */
    static boolean any(PDDocument document) {
        return Stream.of(WORKLOAD, ASSESSMENT, REGISTER, MAKING).anyMatch(named(document)::containsKey);
    }

    private static Map<String, PDComplexFileSpecification> named(PDDocument document) {
        return Optional.ofNullable(document.getDocumentCatalog().getNames())
                .flatMap(n -> Optional.ofNullable(n.getEmbeddedFiles()))
                .map(Attachments::names)
                .orElse(Map.of());
    }

    private static Optional<Logo> logo(Map<String, PDComplexFileSpecification> named, String where) throws IOException {
        for (Logo.Type type : Logo.Type.values()) {
            String name = LOGO + type.ending();
            if (named.containsKey(name)) {
                return Optional.of(Logo.of(bytes(named, name, where), where + "!" + name));
            }
        }
        return Optional.empty();
    }

    private static Map<String, PDComplexFileSpecification> names(PDEmbeddedFilesNameTreeNode tree) {
        try {
            return Optional.ofNullable(tree.getNames()).orElse(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Map<String, PDComplexFileSpecification> named, String name, String where)
            throws IOException {
        PDEmbeddedFile file = Optional.ofNullable(named.get(name))
                .flatMap(s -> Optional.ofNullable(s.getEmbeddedFile()))
                .orElseThrow(() -> ReportProblem.NOT_ATTACHED.at(where, name));
        try (InputStream in = file.createInputStream()) {
            byte[] bytes = in.readNBytes(StrictJson.MAX_BYTES + 1);
            if (bytes.length > StrictJson.MAX_BYTES) {
                throw ReportProblem.ATTACHED_TOO_LARGE.at(where, name);
            }
            return bytes;
        }
    }

    private static byte[] utf8(String text) {
        return JsonReport.whole(text).getBytes(StandardCharsets.UTF_8);
    }

    /** The language of the pages. */
    Locale locale() {
        return Locale.of(how().language());
    }
}
