package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page from the command line: taken in, quoted, read again, withdrawn. */
class SourceCommandsTest {
    private static final String PAGE =
            "# Trust\n\nZero data retention can be verified on the trust portal.\n\nThe BAA is signed on request.\n";

    @TempDir
    private Path folder;

    private Path register;

    @BeforeEach
    void anOldRegister() {
        register = folder.resolve("register");
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }

    private CommandLineRun source(Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "source";
        System.arraycopy(args, 0, all, 1, args.length);
        return CommandLineRun.on(register, all);
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        return new ObjectMapper().readTree(run.done().out());
    }

    private String quoted() throws IOException {
        String hash = source("capture", 0, page(PAGE)).done().out().strip();
        source("quote", "groq:zdr", "--text", "Zero data retention can be verified on the trust portal.")
                .done();
        source("quote", "groq:attestation/BAA", "--text", "The BAA is signed on request.")
                .done();
        return hash;
    }

    @Test
    void aPageIsTakenInQuotedAndReadAgain() throws IOException {
        String hash = quoted();
        assertThat(hash).matches("sha256:[0-9a-f]{64}");
        assertThat(source("check", 0, "--exit-code").done().out()).contains("2 same");
        JsonNode first = json(source("list", 0, "--format", "json")).get(0);
        assertThat(first.get("quoted").intValue()).isEqualTo(2);
        assertThat(first.get("captures").get(0).get("sha256").textValue()).isEqualTo(hash);

        source("capture", 0, page(PAGE.replace("can be verified", "is on by default")))
                .done();
        CommandLineRun check = source("check", "--exit-code");
        assertThat(check.code()).isEqualTo(Cli.FAILED);
        assertThat(check.out())
                .contains(
                        "CHANGED  groq:zdr",
                        "- Zero data retention can be verified on the trust portal.",
                        "+ Zero data retention is on by default on the trust portal.")
                .doesNotContain("groq:attestation/BAA");
        JsonNode facts = json(source("check", 0, "--format", "json")).get(0).get("facts");
        assertThat(facts).anySatisfy(f -> {
            assertThat(f.get("fact").textValue()).isEqualTo("groq:zdr");
            assertThat(f.get("state").textValue()).isEqualTo("CHANGED");
            assertThat(f.get("capture").textValue()).isEqualTo(hash);
        });
        JsonNode diff = json(source("diff", 0, "--format", "json"));
        assertThat(diff.get("units").get("changed").intValue()).isEqualTo(1);
        assertThat(diff.get("facts")).extracting(JsonNode::textValue).containsExactly("groq:zdr");
        assertThat(source("diff", 0).done().out()).contains("Units: 2 same", "Facts whose words are no longer there:");

        assertThat(source("confirm", 0, "--dry-run").done().out()).isEqualToIgnoringNewLines("groq:attestation/BAA");
        assertThat(source("confirm", 0).done().out()).isEqualToIgnoringNewLines("groq:attestation/BAA");
        assertThat(source("confirm", 0).done().out()).isEmpty();
        assertThat(CommandLineRun.on(register, "register", "history").done().out())
                .contains("Read again, the words stand in capture sha256:");
        assertThat(CommandLineRun.on(register, "register", "verify").done().out())
                .contains("sound");
    }

    @Test
    void aSuggestionIsTakenByItsNumber() throws IOException {
        source("capture", 0, page(PAGE)).done();
        JsonNode all = json(source("suggest", 0, "--format", "json"));
        String first = "";
        for (JsonNode one : all) {
            if (one.get("fact").textValue().equals("groq:attestation/BAA")) {
                first = one.get("units").get(0).get("text").textValue();
            }
        }
        assertThat(first).isNotEmpty();
        assertThat(source("suggest", 0).done().out()).contains("groq:attestation/BAA", "  1  ");
        source("quote", "groq:attestation/BAA", "--suggested", 1).done();
        assertThat(source("check", 0, "--format", "json").done().out()).contains(first);
        source("quote", "groq:attestation/BAA", "--suggested", 1).refused("no suggestion 1");
    }

    @Test
    void whatCannotBeQuotedIsRefusedAndNothingIsWritten() throws IOException {
        source("quote", "groq:zdr", "--text", "x").refused("no page of source 0 was taken in");
        source("capture", 0, page("One line.\n\nOne line.\n\nOne line is here.\n"))
                .done();
        source("quote", "groq:zdr", "--text", "Another line.").refused("do not stand in the page");
        source("quote", "groq:none", "--text", "One line.").refused("groq:none");
        source("quote", "groq:trustPortal", "--text", "One line.").refused("no page of source 19");
        source("capture", 99, page(PAGE)).refused("no source 99");
        source("capture", 0, "http://localhost/").refused("no https address");
        source("capture", 0, "ftp://localhost/").refused("no https address");
        source("diff", 0).refused("no capture before");
        assertThat(source("list", 0).done().out()).doesNotContain("withdrawn");
    }

    @Test
    void aWithdrawnCaptureCountsNoMore() throws IOException {
        String hash = quoted();
        source("withdraw", 0, "sha256:0000", "--why", "wrong page").refused("no capture of source 0 begins with");
        source("withdraw", 0, hash.substring(0, 15), "--why", "wrong page").done();
        assertThat(source("list", 0).done().out()).contains("withdrawn by", "wrong page");
        assertThat(source("check", 0).done().out()).contains("WITHDRAWN  groq:zdr");
        assertThat(CommandLineRun.on(register, "register", "verify").done().out())
                .contains("sound");
    }

    @Test
    void aPackCarriesThePagesOfItsQuotes() throws IOException {
        String hash = quoted();
        Path pack = folder.resolve("pack");
        CommandLineRun.on(register, "register", "export", pack, "--captures").done();
        assertThat(pack.resolve("captures").resolve(hash.substring(7))).exists();
        assertThat(domicile.Schemas.errors("domicile.captures/1", Files.readString(pack.resolve("captures.json"))))
                .isEmpty();
        assertThat(domicile.Schemas.errors("domicile.provider/1", Files.readString(pack.resolve("groq.json"))))
                .isEmpty();
        Path other = folder.resolve("other");
        CommandLineRun.on(other, "register", "import", pack).done();
        assertThat(CommandLineRun.on(other, "source", "check", 0, "--exit-code")
                        .done()
                        .out())
                .contains("2 same");
    }
}
