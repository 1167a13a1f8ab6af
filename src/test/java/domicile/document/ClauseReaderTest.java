package domicile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.page.QuoteState;
import domicile.problem.ProblemException;
import domicile.register.Pack;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Place;
import domicile.residency.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clauses that somebody names and confirms, and what becomes of them in a newer version. */
class ClauseReaderTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    private static final String ORDER = """
            # Order Form

            Effective Date: 4 May 2027.

            | Item | Product | Users |
            |---|---|---|
            | 1 | Amazon Bedrock | 40 |

            ## 2. Region

            2.1 For Amazon Bedrock, the vendor runs all model inference in the eu-central-1 region and in Ireland only.

            2.2 Section 2.1 does not apply to fine-tuning.

            2.3 The vendor answers within a day. Support is given in English.

            2.4 The vendor answers within a day.
            """;

    private static final Evidence.Kind INFERENCE = Evidence.Kind.ORDER_FORM_INFERENCE_REGION;

    private static ClauseReader reader(String text) {
        DocumentFile file = DocumentFile.of("order.md", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
        return new ClauseReader(file, REGISTER, Optional.of("aws-bedrock"));
    }

    private static Passage first(ClauseReader reader) {
        return reader.clauses().kinds().stream()
                .filter(k -> k.kind() == INFERENCE)
                .flatMap(k -> k.passages().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Evidence confirmed(ClauseReader reader) {
        Passage passage = first(reader);
        return ClauseFields.of(passage, INFERENCE, REGISTER.areas())
                .evidence(
                        "aws-bedrock",
                        INFERENCE,
                        LocalDate.of(2027, 5, 4),
                        reader.file(),
                        ClauseFields.words(reader.file(), passage));
    }

    @Test
    void everyPassageThatIsOfferedIsFoundByItsWordsAgain() {
        ClauseReader reader = reader(ORDER);
        List<Clauses.OfKind> found =
                reader.clauses().kinds().stream().filter(Clauses.OfKind::found).toList();
        assertThat(found).isNotEmpty();
        for (Clauses.OfKind kind : found) {
            for (Passage passage : kind.passages()) {
                assertThat(reader.passage(kind.kind(), passage.quote(), passage.page()))
                        .isEqualTo(passage);
            }
        }
    }

    @Test
    void aClauseFillsInWhatItGives() {
        Evidence evidence = confirmed(reader(ORDER));
        assertThat(evidence.regions()).extracting(Place::code).containsExactly("IE", "eu-central-1");
        assertThat(evidence.product()).isEqualTo("Amazon Bedrock");
        assertThat(evidence.date()).isEqualTo("2027-05-04");
        assertThat(evidence.from()).isEmpty();
        assertThat(evidence.document()).isEqualTo("order.md");
        assertThat(evidence.passage().sha256()).hasSize(64);
        assertThat(evidence.passage().quote()).endsWith("in Ireland only.");
        assertThat(evidence.passage().hedges())
                .extracting(Evidence.Hedge::quote)
                .contains("Section 2.1 does not apply to fine-tuning.");
    }

    @Test
    void aPartOfAClauseKeepsItsWordsAndItsLimits() {
        Passage part = reader(ORDER).passage(INFERENCE, "runs all model inference", OptionalInt.empty());
        assertThat(part.quote()).isEqualTo("runs all model inference");
        assertThat(part.hedges()).extracting(Passage.Hedge::quote).anyMatch(h -> h.contains("fine-tuning"));
        Passage both = reader(ORDER)
                .passage(
                        INFERENCE,
                        "and in Ireland only. Section 2.1 does not apply to fine-tuning.",
                        OptionalInt.empty());
        assertThat(both.values().places()).contains("IE");
        assertThat(both.warnings()).doesNotContain(Warning.NAMES_NO_PLACE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The vendor answers within a day.      | stand in 2 places of the document
                    The vendor answers within an hour.    | do not stand in the document
                    """)
    void wordsThatDoNotStandThereOnceAreRefused(String words, String why) {
        assertThatThrownBy(() -> reader(ORDER).passage(INFERENCE, words, OptionalInt.empty()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> reader(ORDER).passage(INFERENCE, "Support is given in English.", OptionalInt.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("do not begin on page 1");
    }

    @ParameterizedTest
    @CsvSource({
        "2.3, 2.9, true, SAME",
        "within a day. Support, within two days. Support, true, SAME",
        "Ireland only, Ireland and the United States, false, CHANGED",
        "fine-tuning, fine-tuning or to batch jobs, false, SAME",
        "Section 2.1 does not apply to fine-tuning., Section 2.1 applies to all jobs., false, SAME"
    })
    void aNewerVersionKeepsAClauseOnlyWithItsLimits(String old, String now, boolean stands, QuoteState state) {
        ClauseReader before = reader(ORDER);
        ClauseReader after = reader(ORDER.replace(old, now).replace("4 May 2027", "9 June 2027"));
        Evidence evidence = confirmed(before);
        assertThat(new DocumentQuotes(before.file()).bear(evidence.passage())).isTrue();
        List<ClauseCheck.Standing> standings = ClauseCheck.newer(List.of(evidence), before, after);
        assertThat(standings).singleElement().satisfies(s -> {
            assertThat(s.state()).isEqualTo(state);
            assertThat(s.stands()).isEqualTo(stands);
            Optional<Evidence> carried = s.carried(after.file(), Optional.empty());
            assertThat(carried.isPresent()).isEqualTo(stands);
            carried.ifPresent(e -> {
                assertThat(e.date()).isEqualTo("2027-06-09");
                assertThat(e.passage().sha256()).isEqualTo(after.file().sha256());
                assertThat(e.regions()).isEqualTo(evidence.regions());
            });
        });
        assertThat(ClauseCheck.newer(List.of(evidence), after, before))
                .as("it is of another file")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    This SOC 2 Type II report covers the year.            | SOC2_TYPE_II
                    Bericht nach SOC 2 (Typ 1)                            | SOC2_TYPE_I
                    Certificate of ISO/IEC 27001:2022                     | ISO_27001
                    It is certified to ISO 27017 and ISO 27018            |
                    The service organisation's controls                   |
                    """)
    void aReportIsOfTheOneCertificationThatItNames(String text, Attestation.Kind named) {
        assertThat(CertificationNames.certification(text)).isEqualTo(Optional.ofNullable(named));
    }

    @Test
    void aLockedWordDocumentAsksForItsPassword() throws IOException, GeneralSecurityException {
        byte[] locked = locked("open sesame");
        for (Optional<String> wrong : List.of(Optional.<String>empty(), Optional.of("abracadabra"))) {
            assertThatThrownBy(() -> DocumentFile.of("order.docx", locked, wrong))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(wrong.isEmpty() ? "is locked with a password" : "does not open the file");
        }
        DocumentFile open = DocumentFile.of("order.docx", locked, Optional.of("open sesame"));
        assertThat(open.layout().text().units().getFirst().text()).isEqualTo("Inference runs in Finland.");
        assertThat(open.format()).isEmpty();
    }

    private static byte[] locked(String password) throws IOException, GeneralSecurityException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Inference runs in Finland.");
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(container)) {
                document.write(out);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
