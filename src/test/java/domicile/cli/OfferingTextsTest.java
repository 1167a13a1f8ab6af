package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Doubts;
import domicile.Exit;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not certain is printed so, in every format. */
class OfferingTextsTest {
    private static final Register REGISTER = Doubts.register();
    private static final Offering OFFERING = REGISTER.offering(Doubts.ID).orElseThrow();
    private static final OfferingTexts TEXTS = new OfferingTexts(REGISTER);

    private static String printed(Consumer<PrintWriter> by) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        by.accept(out);
        out.flush();
        return text.toString();
    }

    @Test
    void tableAndCsvMarkPlacesThatNobodyCanCountOn() {
        assertThat(printed(out -> TEXTS.table(List.of(OFFERING), out)))
                .contains("US !DE ?JP", "CONFLICT", "HELD MODERATE_20X", "SCOPED");
        assertThat(printed(out -> TEXTS.csv(List.of(OFFERING), domicile.report.data.Csv.COMMAS, out)))
                .contains(",US !DE ?JP,unknown,", ",HELD MODERATE_20X,CONFLICT");
    }

    @Test
    void jsonNamesTheDisputedAndTheUnstatedBesideWhatIsPublished() throws IOException {
        JsonNode json = new ObjectMapper().readTree(printed(out -> TEXTS.showJson(OFFERING, out)));
        assertThat(json.get("inference")).hasSize(3);
        assertThat(json.at("/disputedPlaces/inference/0").asText()).isEqualTo("DE");
        assertThat(json.at("/unstatedPlaces/inference/0").asText()).isEqualTo("JP");
        assertThat(json.get("products")).hasSize(2);
        assertThat(json.at("/models/0/until").asText()).isEqualTo("2026-12-31");
        assertThat(json.at("/models/0/citations/0/source").asInt()).isEqualTo(2);
        JsonNode certain = new ObjectMapper()
                .readTree(printed(out -> TEXTS.showJson(REGISTER.offerings().getLast(), out)));
        assertThat(certain.has("disputedPlaces")).isFalse();
        assertThat(certain.has("unstatedPlaces")).isFalse();
    }

    @Test
    void showSaysEveryDetailAndWhatIsDisputedInItsLine() {
        assertThat(printed(out -> TEXTS.show(OFFERING, out)).lines())
                .contains(
                        "Called in contracts: Doubtful Cloud; Doubtful API",
                        "  In US: US, DEFAULT, since 2025-09, only for claude-opus-4-6, only with batch [2] read 2026-06-01",
                        "  CONFLICT: In DE: DE, SELECTABLE [2] read 2026-06-01",
                        "  CONFLICT: In DE: DE, DEFAULT [2] read 2026-06-01",
                        "  In JP: JP, UNSTATED (data centre named; whether it can be pinned is not published) [2] read"
                                + " 2026-06-01",
                        "  CONFLICT: ZDR STATELESS [2] read 2026-06-01",
                        "  ZDR ADDENDUM, only for claude-opus-4-6, only with batch [2] read 2026-06-01",
                        "  BAA SCOPED, anthropic, since 2026-02-10, out of scope: guardrails, some services out of scope, not"
                                + " named [2] read 2026-06-01",
                        "  MODEL claude-opus-4-6 (claude), served until 2026-12-31 [2] read 2026-06-01",
                        "  CONFLICT: sources disagree about zdr; both values stay")
                .noneMatch(l -> l.contains("disagree about zdr@"));
    }

    @Test
    void aKindThatNobodyKnowsIsPrintedFieldByField(@TempDir Path folder) throws IOException {
        Register register = Exit.pack(folder, Exit.LINE).register(LocalDate.of(2026, 6, 30));
        OfferingTexts texts = new OfferingTexts(register);
        Offering groq = register.offering("groq").orElseThrow();
        String says =
                "GETTING OUT topic embeddings, notice in days 90, format OPEN, handed over in EU, CH, tools S3, by hand,"
                        + " rclone, helped by groq, seat CH, in force since 2025-07, at a charge, only with batch";
        assertThat(printed(out -> texts.show(groq, out)).lines())
                .contains("  " + says + " [19] read 2026-06-01", "      We hand them over.");
        JsonNode json = new ObjectMapper().readTree(printed(out -> texts.showJson(groq, out)));
        assertThat(json.get("facts")).anySatisfy(f -> {
            assertThat(f.get("fact").asText()).isEqualTo("exit/embeddings@+batch");
            assertThat(f.get("says").asText()).isEqualTo(says);
        });
    }
}
