package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code domicile document accept} and {@code document compare}: from the clause to the verdict. */
class DocumentAcceptCommandTest {
    private static final String CLAUSE = "For Amazon Bedrock, the vendor runs all model inference in Germany only.";

    @TempDir
    private Path folder = Path.of(".");

    private Path workload = Path.of(".");
    private Path order = Path.of(".");

    @BeforeEach
    void aWorkloadAndAnOrderForm() throws IOException {
        workload = Files.writeString(folder.resolve("needs.json"), """
                {"schema": "domicile.workload/1", "name": "Letters", "startsOn": "2026-07-01",
                 "location": {"inference": ["DE"]}, "candidates": ["aws-bedrock"]}
                """);
        order = Files.writeString(folder.resolve("order.md"), """
                # Order Form

                Effective Date: 4 May 2026.

                %s The vendor may use other regions during failover.
                """.formatted(CLAUSE));
    }

    private CommandLineRun accept(Path file, String quote, String kind, Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "document",
                "accept",
                file,
                "--workload",
                workload,
                "--offering",
                "aws-bedrock",
                "--kind",
                kind,
                "--quote",
                quote,
                "--out",
                folder.resolve("new.json")));
        args.addAll(List.of(more));
        return CommandLineRun.on(folder.resolve("register"), args.toArray());
    }

    @Test
    void aConfirmedClauseCountsAndKeepsItsWords() throws IOException {
        CommandLineRun done =
                accept(order, CLAUSE, "ORDER_FORM_INFERENCE_REGION", "--keep").done();
        assertThat(done.err())
                .contains("hedged: The vendor may use other regions during failover.")
                .doesNotContain("does not fit", "does not count");
        String written = Files.readString(folder.resolve("new.json"));
        assertThat(written)
                .contains(
                        "\"quote\" : \"" + CLAUSE + "\"", "\"DE\"", "\"Amazon Bedrock\"", "\"date\" : \"2026-05-04\"");
        CommandLineRun assessed =
                CommandLineRun.on(folder.resolve("register"), "assess", folder.resolve("new.json"), "--format", "json");
        assertThat(assessed.done().out().replaceAll("\\s", ""))
                .contains("\"requirement\":\"INFERENCE_LOCATION\",\"status\":\"MET\"");
        assertThat(CommandLineRun.on(folder.resolve("register"), "register", "evidence")
                        .out())
                .contains("order.md");
        // again: it is replaced
        Files.move(folder.resolve("new.json"), folder.resolve("again.json"));
        workload = folder.resolve("again.json");
        accept(order, CLAUSE, "ORDER_FORM_INFERENCE_REGION").done();
        assertThat(Files.readString(folder.resolve("new.json"))).isEqualTo(written);
    }

    @Test
    void whatDoesNotFitIsSaidBeforeAnybodyReliesOnIt() {
        CommandLineRun elsewhere = accept(
                        order,
                        CLAUSE,
                        "ORDER_FORM_INFERENCE_REGION",
                        "--regions",
                        "US",
                        "--product",
                        "Amazon Q",
                        "--date",
                        "2026-09-01")
                .done();
        assertThat(elsewhere.err())
                .contains("a place that it commits to is outside what is asked", "it is dated after the assessment");
        assertThat(accept(order, CLAUSE, "ENDPOINT_SERVICES_REGION", "--product", "Amazon Q")
                        .done()
                        .err())
                .contains("it does not count:");
    }

    @Test
    void nothingIsWrittenWithoutTheWordsInTheirPlace() throws IOException {
        Path scan = folder.resolve("scan.pdf");
        Path locked = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(scan.toFile());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(locked.toFile());
        }
        Path undated = Files.writeString(folder.resolve("undated.md"), CLAUSE);
        String kind = "ORDER_FORM_INFERENCE_REGION";
        Path wrong = Files.writeString(folder.resolve("wrong.txt"), "x");
        Path right = Files.writeString(folder.resolve("right.txt"), "user\n");
        for (CommandLineRun refused : List.of(
                accept(order, "The vendor runs all inference on the moon.", kind),
                accept(order, CLAUSE, kind, "--page", "2"),
                accept(order, CLAUSE, kind, "--regions", "Atlantis"),
                accept(order, CLAUSE, kind, "--days", "-1"),
                accept(undated, CLAUSE, kind),
                accept(scan, CLAUSE, kind),
                accept(locked, CLAUSE, kind),
                accept(locked, CLAUSE, kind, "--password-file", wrong),
                accept(locked, CLAUSE, kind, "--password-file", right),
                accept(order, CLAUSE, kind, "--out", order))) {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err().strip()).isNotEmpty();
        }
        assertThat(accept(locked, CLAUSE, kind, "--password-file", right).err()).contains("it is a scan");
        assertThat(folder.resolve("new.json")).doesNotExist();
        assertThat(Files.readString(order)).contains(CLAUSE);
    }

    @Test
    void aNewerVersionCarriesOverOnlyWhatStands() throws IOException {
        accept(order, CLAUSE, "ORDER_FORM_INFERENCE_REGION").done();
        workload = folder.resolve("new.json");
        String text = Files.readString(order);
        Path same = Files.writeString(
                folder.resolve("same.md"), text.replace("4 May", "5 June") + "\n\nFees are due within ten days.\n");
        Path changed =
                Files.writeString(folder.resolve("changed.md"), text.replace("Germany only", "Germany or Japan"));
        Path limited =
                Files.writeString(folder.resolve("limited.md"), text.replace("failover", "failover or upgrades"));
        CommandLineRun stands =
                compare(order, same, "--out", folder.resolve("carried.json")).done();
        assertThat(stands.out()).contains("+ SAME  aws-bedrock");
        assertThat(Files.readString(folder.resolve("carried.json")))
                .contains("\"document\" : \"same.md\"", "\"date\" : \"2026-06-05\"");
        assertThat(compare(order, changed, "--out", folder.resolve("kept.json"))
                        .done()
                        .out())
                .contains(
                        "? CHANGED", "> For Amazon Bedrock, the vendor runs all model inference in Germany or Japan.");
        assertThat(Files.readString(folder.resolve("kept.json"))).contains("\"document\" : \"order.md\"");
        assertThat(compare(order, limited).done().out())
                .contains("? SAME", "other words limit it now", "failover or upgrades");
        assertThat(compare(order, limited, "--format", "json").done().out().replaceAll("\\s", ""))
                .contains("\"stands\":false,\"limitsChanged\":true,\"valuesChanged\":false");
        CommandLineRun another = compare(same, changed);
        assertThat(another.code()).isEqualTo(2);
        assertThat(another.err()).contains("no clause of the workload is of this file");
    }

    private CommandLineRun compare(Path old, Path now, Object... more) {
        List<Object> args = new ArrayList<>(List.of("document", "compare", old, now, "--workload", workload));
        args.addAll(List.of(more));
        return CommandLineRun.on(folder.resolve("register"), args.toArray());
    }
}
