package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as other programs call them: what they print, where, and with which exit code. */
class CliTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Path EU = CASES.resolve("eu-inference.workload.json");
    private static final Path TIES = CASES.resolve("excluded-ties.workload.json");

    @TempDir
    private static Path folder;

    private static CommandLineRun run(Object... args) {
        return CommandLineRun.on(folder.resolve("register"), args);
    }

    private static JsonNode json(CommandLineRun run) throws IOException {
        return MAPPER.readTree(run.done().out());
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(n -> texts.add(n.get(field).asText()));
        return texts;
    }

    // --- list

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --inference EU                    | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex mistral-la-plateforme openai-azure together-ai
            --inference DE                    | aws-bedrock
            --inference BE                    | google-vertex
            --inference EU,US                 | anthropic-bedrock anthropic-direct anthropic-vertex aws-bedrock google-vertex mistral-la-plateforme openai-azure openai-direct together-ai
            --storage EU                      | anthropic-bedrock aws-bedrock mistral-la-plateforme
            --storage JP                      | anthropic-bedrock aws-bedrock openai-direct
            --cert SOC2_TYPE_II --inference EU | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex mistral-la-plateforme openai-azure together-ai
            --cert ISO_27001 --cert ISO_42001 | anthropic-direct anthropic-vertex google-vertex
            --cert ISO_27001,ISO_27701        | anthropic-vertex google-vertex mistral-la-plateforme
            --cert csa_star_2                 | anthropic-bedrock aws-bedrock
            --fedramp HIGH                    | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex openai-azure
            --fedramp MODERATE                | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex openai-azure openai-direct
            --baa                             | anthropic-bedrock anthropic-direct anthropic-vertex aws-bedrock cohere fireworks-ai google-vertex openai-azure openai-direct together-ai
            --zdr --inference EU              | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex mistral-la-plateforme openai-azure together-ai
            --baa --fedramp HIGH --inference EU --cert SOC2_TYPE_II --zdr | anthropic-bedrock anthropic-vertex aws-bedrock google-vertex openai-azure
            """)
    void listFilters(String options, String offerings) throws IOException {
        Object[] args = Stream.concat(
                        Stream.of("list", "--format", "json"),
                        Arrays.stream(options.strip().split(" +")))
                .toArray();
        assertThat(texts(json(run(args)), "offering"))
                .containsExactly(offerings.strip().split(" "));
    }

    @Test
    void listPrintsATableJsonOrCsv() throws IOException {
        List<String> table = run("list").done().out().lines().toList();
        assertThat(table).hasSize(15);
        assertThat(table.getFirst()).startsWith("OFFERING").contains("INFERENCE", "ZDR");
        assertThat(table).anySatisfy(l -> assertThat(l).startsWith("groq ").contains("CONFLICT", "NOT_HELD"));
        assertThat(json(run("list", "--format", "json"))).hasSize(14);
        String csv = run("list", "--format", "csv").done().out();
        assertThat(csv.split("\r\n")).hasSize(15);
        assertThat(csv)
                .startsWith("offering,name,")
                .contains("\r\nanthropic-vertex,Anthropic via Google Vertex,anthropic,google,");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --storage IN                        | outside IN: openai-direct\\n | openai-direct: Data can be kept at rest in IN, but inference runs elsewhere (US)
            --storage IN                        | can be kept in IN: anthropic-bedrock, aws-bedrock\\n | aws-bedrock: Nothing is kept at rest
            --storage US --cert SOC2_TYPE_II    | SOC 2 report proves no place | anthropic-bedrock, aws-bedrock: A SOC 2 report
            --inference EU --cert SOC2_TYPE_II  | SOC 2 report proves no place | mistral-la-plateforme: A SOC 2 report
            --baa                               | A BAA covers the products that its schedule names | aws-bedrock: The BAA covers this product from 2026-02-10
            --cert BAA                          | A BAA covers the products that its schedule names | cohere: From which day
            """)
    void listSaysUnderTheTableWhatAFilterDoesNotSay(String options, String line, String row) throws IOException {
        Object[] args = Stream.concat(Stream.of("list"), Arrays.stream(options.split(" +")))
                .toArray();
        String table = run(args).done().out();
        List<String> under = table.lines().dropWhile(l -> !l.isEmpty()).toList();
        assertThat(String.join("\n", under) + "\n").contains(line.replace("\\n", "\n"));
        assertThat(under)
                .filteredOn(l -> l.contains(row))
                .singleElement()
                .satisfies(l -> assertThat(l).contains("[").endsWith(" read 2026-06-01"));
        for (String format : List.of("json", "csv")) {
            Object[] other = Stream.concat(Arrays.stream(args), Stream.of("--format", format))
                    .toArray();
            assertThat(run(other).done().out()).doesNotContain(line.substring(0, 12), "[0]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--storage US", "--cert SOC2_TYPE_II", "--storage IN --inference US", "--cert ISO_27001"})
    void listIsATableAloneWhereAFilterHidesNothing(String options) {
        Object[] args = Stream.concat(
                        Stream.of("list"), Arrays.stream(options.split(" +")).filter(s -> !s.isEmpty()))
                .toArray();
        assertThat(run(args).done().out()).doesNotContain("\n\n", "⚑");
    }

    @Test
    void anEmptyListSaysWhyAndIsNoError() {
        CommandLineRun nothing =
                run("list", "--inference", "CN", "--format", "csv").done();
        assertThat(nothing.out().lines()).hasSize(1);
        assertThat(nothing.err()).contains("what is unknown does not pass");
        assertThat(run("list", "--inference", "CN", "--quiet").done().err()).isEmpty();
    }

    // --- show

    @Test
    void showTellsThreeLayersAndEveryFactWithItsCitation() throws IOException {
        String text = run("show", "openai-direct").done().out();
        assertThat(text)
                .containsSubsequence("INFERENCE", "STORAGE", "ENDPOINT SERVICES", "not published", "SOURCES")
                .contains("whose default location continues to be the US", "[4] read 2026-06-01", "https://openai.com/")
                .containsSubsequence(
                        "WHAT THESE FACTS DO NOT PROVE",
                        "IN, AU, AE, but inference runs elsewhere (US)",
                        "proves no place. [0][6] read 2026-06-01",
                        "From which day the BAA covers this product is not published");
        assertThat(run("show", "groq").done().out())
                .contains("CONFLICT: sources disagree about attestation/SOC2_TYPE_II");
        JsonNode json = json(run("show", "groq", "--format", "json"));
        assertThat(json.get("conflicts").get(0).asText()).isEqualTo("attestation/SOC2_TYPE_II");
        assertThat(json.get("facts")).hasSizeGreaterThan(10).allSatisfy(fact -> {
            assertThat(fact.get("citations")).isNotEmpty();
            assertThat(fact.get("citations").get(0).get("read").asText()).isEqualTo("2026-06-01");
        });
    }

    // --- assess

    @Test
    void assessPrintsOneArrayInTheOrderOfTheFiles() throws IOException {
        CommandLineRun run = run("assess", TIES, EU, TIES, "--format", "json");
        JsonNode all = json(run);
        assertThat(texts(all, "workload"))
                .containsExactly(
                        "No Gulf-connected supply chain", "EU-only inference", "No Gulf-connected supply chain");
        assertThat(all.get(0)).isEqualTo(all.get(2));
        assertThat(Schemas.errors("domicile.assessment/1", run.out())).isEmpty();
        assertThat(run.err()).isEmpty();
        assertThat(all.get(1).get("date").asText()).isEqualTo("2026-06-30");
    }

    @Test
    void assessAsATableNamesVerdictReasonAndFlags() {
        String table = run("assess", EU).done().out();
        assertThat(table)
                .contains("EU-only inference", "mistral-la-plateforme", "SUITABLE", "NOT_SUITABLE", "[4]")
                .contains("FLAGGED openai-direct STORAGE_IS_NOT_INFERENCE");
    }

    @Test
    void assessTakesTheDaysThatItIsGiven() throws IOException {
        JsonNode one = json(run("assess", EU, "--date", "2026-09-30", "--as-of", "2026-06-15", "--format", "json"))
                .get(0);
        assertThat(one.get("date").asText()).isEqualTo("2026-09-30");
        assertThat(one.get("registerAsOf").asText()).isEqualTo("2026-06-15");
        assertThat(one.get("offerings").get(0).get("stale"))
                .as("122 days against 90")
                .isNotEmpty();
        JsonNode young = json(run("assess", EU, "--format", "json")).get(0);
        assertThat(young.get("registerAsOf").asText()).isEqualTo("2026-06-30");
        assertThat(young.get("offerings").get(0).get("stale"))
                .as("29 days against 90")
                .isEmpty();
        JsonNode strict = json(run("assess", EU, "--max-age-days", "28", "--hard-limit", "--format", "json"))
                .get(0);
        assertThat(texts(strict.get("offerings"), "verdict")).doesNotContain("SUITABLE", "CONDITIONAL");
    }

    // --- gate

    @Test
    void gatePassesOrFailsAndNamesTheCandidate() throws IOException {
        Path passes = Files.writeString(
                folder.resolve("passes.json"),
                "{\"schema\": \"domicile.workload/1\", \"name\": \"Mail\", \"startsOn\": \"2026-07-01\", \"location\":"
                        + " {\"inference\": [\"US\"]}, \"candidates\": [\"openai-direct\"]}");
        Path conditional = Files.writeString(
                folder.resolve("conditional.json"), Files.readString(passes).replace("openai-direct", "openai-azure"));
        assertThat(run("gate", passes).done().out()).isEmpty();
        CommandLineRun failed = run("gate", passes, conditional);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).startsWith("FAILED Mail: openai-azure is CONDITIONAL; INFERENCE_LOCATION: ");
        assertThat(failed.out().lines()).hasSize(1);
        assertThat(failed.err()).isEmpty();
        run("gate", passes, conditional, "--allow", "CONDITIONAL").done();
        assertThat(run("gate", EU, "--allow", "conditional").code()).isEqualTo(1);
        run("gate", EU, "--allow", "VERIFY_FIRST").refused("--allow", "SUITABLE, CONDITIONAL");
    }

    // --- report

    @Test
    void reportWritesEveryFileInOneRun() throws IOException {
        Path html = folder.resolve("r.html");
        Path pdf = folder.resolve("r.pdf");
        Path json = folder.resolve("r.json");
        Path csv = folder.resolve("r.csv");
        CommandLineRun run = run("report", EU, "--out", html, "--out", pdf, "--out", json, "--out", csv)
                .done();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(4);
        assertThat(html).content().contains("EU-only inference");
        assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(Schemas.errors("domicile.assessment/1", Files.readString(json)))
                .isEmpty();
        assertThat(csv).isNotEmptyFile();
        Path german = folder.resolve("german.html");
        run("report", EU, "--out", german, "--language", "de").done();
        assertThat(german).content().contains("lang=\"de\"");
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingIs() {
        Path good = folder.resolve("never.html");
        run("report", EU, "--out", good, "--out", folder.resolve("r.odt")).refused("r.odt");
        run("report", EU, "--out", good, "--out", folder.resolve("nowhere/r.html"))
                .refused("nowhere");
        run("report", EU).refused("--out");
        run("report", EU, "--out", good, "--language", "xx").refused("xx");
        assertThat(good).doesNotExist();
    }

    @Test
    void aFileThatIsReadIsNotWrittenOver() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        String text = Files.readString(EU);
        Path input = Files.writeString(own.resolve("s.json"), text);
        Path linked = Files.createSymbolicLink(own.resolve("link.json"), input);
        Path same = Files.createLink(own.resolve("same.json"), input);
        Path around = own.resolve("../own/s.json");
        for (Path read : List.of(input, linked, around)) {
            for (Path out : List.of(input, linked, same, around)) {
                run("report", read, "--out", own.resolve("r.html"), "--out", out)
                        .refused(out + ": this is the file that is read as " + read);
            }
        }
        Path picture = own.resolve("logo.html");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                picture.toFile());
        run("report", input, "--logo", picture, "--out", picture).refused("read as " + picture);
        Path letter = Files.writeString(own.resolve("letter-openai.html"), text);
        run("report", letter, "--kind", "letter", "--out", own.resolve("letter.html"))
                .refused("read as " + letter);
        assertThat(input).hasContent(text);
        assertThat(letter).hasContent(text);
        assertThat(own.resolve("r.html")).doesNotExist();
        assertThat(linked).isSymbolicLink();
    }

    @Test
    void filesOfCsvBeginWithAMarkAndStandardOutputDoesNot() throws IOException {
        Path csv = folder.resolve("mark.csv");
        for (String language : List.of("en", "de", "fr")) {
            run("report", EU, "--out", csv, "--language", language).done();
            assertThat(csv).content().startsWith("\uFEFFworkload,date,").doesNotContain("workload;");
        }
        run("report", EU, "--out", csv, "--csv-separator", "semicolon").done();
        assertThat(csv).content().startsWith("\uFEFFworkload;date;registerHash;");
        assertThat(run("list", "--format", "csv").done().out()).startsWith("offering,name,");
        assertThat(run("list", "--format", "csv", "--csv-separator", "tab")
                        .done()
                        .out())
                .startsWith("offering\tname\t");
        run("list", "--csv-separator", "tab").refused("--format csv");
        run("report", EU, "--out", folder.resolve("mark.html"), "--csv-separator", "tab")
                .refused("--csv-separator", ".csv");
        run("list", "--format", "csv", "--csv-separator", "|").refused("[comma, semicolon, tab]");
    }

    @Test
    void softHyphensOfATextProgramAreNotShown() throws IOException {
        Path file = Files.writeString(
                folder.resolve("soft.json"),
                Files.readString(EU).replace("EU-only inference", "EU-only in\u00ADfer\u00ADence"));
        Path csv = folder.resolve("soft.csv");
        Path html = folder.resolve("soft.html");
        run("report", file, "--out", csv, "--out", html).done();
        assertThat(csv).content().contains("EU-only inference").doesNotContain("U+00AD", "\u00AD");
        assertThat(html).content().containsPattern("<h1[^>]*>EU-only inference").doesNotContain("U+00AD");
        assertThat(run("assess", file).done().out()).startsWith("EU-only inference  (");
    }

    /** What was saved may be wrong in every answer that is read as something else than words. */
    @ParameterizedTest
    @CsvSource({
        "retention, RETENTION_MAX_DAYS, 0x",
        "retention, RETENTION_MAX_DAYS, 99999999999",
        "startsOn, STARTS_ON, soon",
        "dataCategories, DATA_CATEGORIES, SECRETS",
        "certifications, CERTIFICATIONS, SOC9",
        "fedramp, FEDRAMP_LEVEL, TOP",
        "training, TRAINING_REUSE, PERHAPS"
    })
    void aSavedAnswerThatCannotBeReadIsNamed(String name, String feeds, String value) {
        domicile.questionnaire.Questionnaire shipped = domicile.questionnaire.Questionnaire.shipped();
        String answers = shipped.questions().stream()
                .map(q -> "\"" + q.id() + "\": {\"values\": [\""
                        + (q.feeds().filter(f -> f.name().equals(feeds)).isPresent() ? value : "YES") + "\"]}")
                .filter(a -> !a.endsWith("[\"YES\"]}")
                        || shipped.questions().stream()
                                .anyMatch(q -> q.type() == domicile.questionnaire.Question.Type.YES_NO
                                        && a.startsWith("\"" + q.id() + "\"")))
                .collect(java.util.stream.Collectors.joining(","));
        Path register = folder.resolve("saved-" + name + value);
        try (domicile.register.RegisterStore store =
                domicile.register.RegisterStore.open(register.toString(), CommandLineRun.CLOCK)) {
            store.assessments()
                    .save(
                            java.util.UUID.randomUUID(),
                            "Broken one",
                            "{\"schema\":\"domicile.answers/1\",\"answers\":{" + answers + "},\"evidence\":[]}");
        }
        CommandLineRun.on(register, "minutes", "Broken one")
                .refused("Broken one: \"" + value + "\" is no possible answer to the question");
        for (List<String> call : List.of(List.of("register", "stale"), List.of("register", "diff", "data"))) {
            assertThat(CommandLineRun.on(register, call.toArray()).done().err())
                    .contains("\"Broken one\" cannot be read and is left out", "\"" + value + "\"")
                    .doesNotContain("fault");
        }
    }

    @Test
    void minutesOfASavedAssessment() {
        java.util.UUID id = java.util.UUID.randomUUID();
        try (domicile.register.RegisterStore store =
                domicile.register.RegisterStore.open(folder.resolve("minutes").toString(), CommandLineRun.CLOCK)) {
            store.assessments().save(id, "Claims triage", """
                    {"schema":"domicile.answers/1","answers":{},"evidence":[],
                     "meeting":{"heldOn":"2026-06-29","attendees":["Ada"],"decisions":[],"actions":[],"parked":["exit"],
                     "seconds":60}}""");
        }
        CommandLineRun run = CommandLineRun.on(folder.resolve("minutes"), "minutes", "Claims triage")
                .done();
        assertThat(Schemas.errors("domicile.minutes/1", run.out())).isEmpty();
        assertThat(run.out()).contains("Ada", "exit", "2026-06-29");
        CommandLineRun html =
                CommandLineRun.on(folder.resolve("minutes"), "minutes", id, "--format", "html", "--language", "de");
        assertThat(html.done().out()).contains(">Besprechung: Claims triage</h1>", "eine Minute");
        CommandLineRun.on(folder.resolve("minutes"), "minutes", "Claim").refused("Claim", "\"Claims triage\"");
    }

    // --- register

    @Test
    void registerVerifiesComparesExportsAndTellsHistory() throws IOException {
        assertThat(run("register", "verify", "data").done().out())
                .startsWith("data: sound, 14 offerings, ")
                .contains("24 sources", "sha256:");
        assertThat(run("register", "diff", "data").done().out()).isEqualToIgnoringNewLines("0 differences");
        Path pack = folder.resolve("export");
        run("register", "export", pack).done();
        run("register", "verify", pack, "data").done();
        assertThat(run("register", "verify").done().out()).contains(": sound, 1 changes");
        assertThat(run("register", "history", "groq").done().out())
                .contains("2026-06-01", "attestation/SOC2_TYPE_II#text", "Domicile");
        run("register", "export", pack).refused(pack.toString(), "not empty");
        run("register", "history", "grok").refused("grok");
        run("register").refused("verify, diff, import, export, history");
        Files.writeString(
                pack.resolve("groq.json"),
                Files.readString(pack.resolve("groq.json")).replace("2026-06-01", "2026-06-31"));
        run("register", "verify", pack).refused("groq.json#/offerings/0/facts/0/read (line ", "2026-06-31");
        run("register", "import", pack).refused("groq.json#/offerings/0/facts/0/read (line ");
        assertThat(run("register", "diff", "data").done().out())
                .as("unchanged")
                .isEqualToIgnoringNewLines("0 differences");
    }

    // --- help and usage

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list",
                "show",
                "assess",
                "report",
                "gate",
                "register",
                "register verify",
                "register diff",
                "register import",
                "register export",
                "register history",
                "register edit",
                "register undo",
                "register upgrade",
                "register encrypt",
                "register decrypt",
                "register rekey",
                "register approvals",
                "register copy",
                "register merge",
                "register stale",
                "register confirm",
                "register evidence",
                "source",
                "source list",
                "source capture",
                "source quote",
                "source suggest",
                "source check",
                "source diff",
                "source confirm",
                "source withdraw",
                "source compare",
                "document",
                "document read",
                "document accept",
                "document compare",
                "scan",
                "backup",
                "restore",
                "completion"
            })
    void everyCommandExplainsItself(String command) {
        List<String> args = new ArrayList<>(Arrays.asList(command.split(" ")));
        args.removeIf(String::isEmpty);
        args.add("--help");
        CommandLineRun help = CommandLineRun.of(args).done();
        assertThat(help.out()).startsWith("Usage: domicile " + command);
        assertThat(help.out())
                .contains("--register", "--passphrase-file", "--quiet", "--no-color", "--debug", "--help");
        assertThat(help.out()).doesNotContain("${");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void versionAndCompletion() {
        assertThat(CommandLineRun.of(List.of("--version")).done().out()).matches("Domicile [0-9]+\\.[0-9]+.*\\R");
        assertThat(CommandLineRun.of(List.of("list", "--version")).done().out()).startsWith("Domicile ");
        assertThat(CommandLineRun.of(List.of("completion")).done().out())
                .contains("_complete_domicile", "--max-age-days", "--max-document-age-days", "history")
                .doesNotContain("MODERATE_20X");
    }

    @Test
    void theCommonOptionsStandBeforeOrAfterTheCommand() {
        Path register = folder.resolve("register");
        assertThat(CommandLineRun.of(List.of("--register", register.toString(), "--quiet", "list"))
                        .done()
                        .out())
                .isEqualTo(run("list").out());
        assertThat(register).isDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lst                                  | there is no command 'lst'; did you mean list
            lis                                  | there is no command 'lis'; did you mean list
            list --inference eu                  | did you mean EU?
            register lis                         | there is no command 'lis'
            register undo two                    | no whole number
            assess @list                         | @list: there is no such file
            list --infrence EU                   | --infrence
            list --inference                     | --inference
            list --inference Atlantis            | Atlantis
            list --cert SOC_2                    | SOC_2
            list --cert                          | --cert
            list --fedramp VERY_HIGH             | VERY_HIGH
            list --fedramp MODERATE_20X          | [LI_SAAS, LOW, MODERATE, HIGH] but was 'MODERATE_20X'
            list --format xml                    | table, json, csv
            list --as-of yesterday               | YYYY-MM-DD
            list --as-of 2026-02-30              | YYYY-MM-DD
            list --as-of 2026-05-31              | 2026-06-01
            list all                             | all
            show                                 | OFFERING
            show grok                            | anthropic-bedrock
            show groq cerebras                   | cerebras
            assess                               | WORKLOAD.json
            assess none.json                     | none.json: there is no such file
            assess src                           | src
            assess w.json --date 1.7.2026        | YYYY-MM-DD
            assess w.json --max-age-days -1      | --max-age-days
            assess w.json --max-age-days many    | --max-age-days
            assess w.json --max-document-age-days -1 | --max-document-age-days
            gate w.json --max-document-age-days old | --max-document-age-days
            assess w.json --format csv           | table, json
            gate                                 | WORKLOAD.json
            register verify src                  | pack.json
            register import nowhere              | pack.json
            register import data --date 2026-13-01 | YYYY-MM-DD
            backup                               | FILE
            restore nowhere.zip                  | nowhere.zip
            --nonsense                           | --nonsense
            """)
    void wrongUsageIsRefusedInOneLine(String call, String saying) {
        run((Object[]) call.strip().split(" ")).refused(saying.strip());
    }

    @Test
    void withoutACommandTheDesktopOpensOnTheRegisterThatIsNamed() {
        CommandLineRun run = CommandLineRun.of(List.of("--quiet", "--register", "/some/where"));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("the desktop on /some/where");
    }

    @Test
    void aWorkloadFileOpensInTheDesktop() {
        CommandLineRun run = CommandLineRun.of(List.of("--register", "/some/where", EU.toString()));
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("the desktop on /some/where with " + EU.toAbsolutePath());
        CommandLineRun.of(List.of("nowhere.domicile")).refused("there is no such file", "nowhere.domicile");
        CommandLineRun.of(List.of("asess")).refused("asess", "did you mean", "assess");
        assertThat(CommandLineRun.of(List.of("completion")).done().out()).contains("compgen -f");
    }

    // --- input

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                            | the file is empty
            {                                                                             | ends in the middle
            {} {}                                                                         | (line 1)
            []                                                                            | w.json# (line 1)
            {"schema": "domicile.workload/2", "name": "a", "startsOn": "2026-07-01"}      | w.json#/schema (line 1)
            {"schema": "domicile.workload/1", "startsOn": "2026-07-01"}                   | "name" is missing
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-02-29"}      | w.json#/startsOn (line 1)
            {"schema": "domicile.workload/1", "name": "a", "name": "b"}                   | w.json#/name (line 1): the field "name" stands there twice
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "colour": "red"} | w.json#/colour (line 1): the field "colour" is unknown
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "candidates": ["grok"]} | w.json#/candidates/0 (line 1): there is no offering "grok"; use one of: groq
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "location": {"storage": ["eu"]}} | did you mean EU?
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "fedrampLevel": "high"} | use one of: LI_SAAS, LOW, MODERATE, HIGH
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "retention": {"maxDays": 30.0}} | w.json#/retention/maxDays (line 1): found 30.0; write 0, 1, 2
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "retention": {"maxDays": 1e5}}  | found 1e5
            {"schema": "domicile.workload/1", "name": "a", "startsOn": "2026-07-01", "retention": {"maxDays": 99999999999999999999}} | found 99999999999999999999
            """)
    void aWorkloadThatCannotBeReadIsRefusedWithItsPointer(String text, String saying) throws IOException {
        Path file = Files.writeString(folder.resolve("w.json"), text);
        for (String command : List.of("assess", "gate")) {
            run(command, EU, file).refused(file.toString(), saying.strip());
        }
        run("report", file, "--out", folder.resolve("w.html")).refused(saying.strip());
        assertThat(folder.resolve("w.html")).doesNotExist();
    }

    /**
     * However a file is damaged, the line that refuses it is of words; see what {@link CommandLineRun#refused} takes.
     */
    @Test
    void aDamagedFileIsRefusedInWords() throws IOException {
        String sound = Files.readString(EU);
        List<String> put = List.of(
                "'",
                "NaN",
                "-",
                "01",
                "//x",
                "/*",
                "+1",
                ".5",
                "\\",
                "\"",
                "\t",
                "}",
                ",",
                "[[",
                "1" + "0".repeat(60),
                "[".repeat(40),
                "\u0001",
                "tru",
                "\\u12",
                "\\q",
                "Infinity",
                "#");
        Path file = folder.resolve("damaged.json");
        domicile.Seeds.forAll(300, random -> {
            int at = random.nextInt(sound.length());
            Files.writeString(
                    file,
                    sound.substring(0, at) + domicile.Seeds.any(random, put) + sound.substring(at + random.nextInt(2)));
            CommandLineRun run = run("assess", file);
            if (run.code() != 0) {
                run.refused("damaged.json");
            }
        });
    }

    @Test
    void manyFilesAreReadBeforeTheFirstIsWritten() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{");
        List<Object> args = new ArrayList<>(List.of("assess", "--format", "json"));
        for (int i = 0; i < 50; i++) {
            args.add(EU);
        }
        assertThat(json(run(args.toArray()))).hasSize(50);
        args.add(bad);
        run(args.toArray()).refused("bad.json");
    }

    @Test
    void oneLineHoldsWhateverAFileHolds() throws IOException {
        Path file = Files.writeString(
                folder.resolve("evil.json"),
                "{\"schema\": \"domicile.workload/1\", \"a\\nb\\u001b[31m\\u202e\": 1, \"startsOn\": \"2026-07-01\"}");
        assertThat(run("assess", file).refused("evil.json").err()).doesNotContain("\u001b", "\u202e");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
        run("assess", file).refused("not UTF-8");
    }

    @Test
    void aRegisterThatCannotBeOpenedIsRefused() throws IOException {
        Path garbage = Files.write(
                folder.resolve("garbage.mv.db"), "no register".repeat(1000).getBytes(StandardCharsets.UTF_8));
        CommandLineRun.on(garbage, "list").refused("garbage");
        CommandLineRun.on("jdbc:oracle:thin:@x", "list").refused("jdbc:oracle");
        CommandLineRun.on("jdbc:postgresql://127.0.0.1:1/none", "list").refused("postgresql");
        CommandLineRun.on("", "list").refused("--register: no location is named");
        CommandLineRun.on("a\0b", "list").refused("can name no file on this system");
        run("assess", "a\0b").refused("can name no file on this system");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--register jdbc:oracle://u:SECRET@h/x list",
                "--register jdbc:oracle://h/x?PassWord=SECRET list --debug",
                "--register postgresql://u:SECRET@h/x\0 list",
                "--registr=jdbc:postgresql://u:SECRET@h/x list",
                "list jdbc:postgresql://h/x?p%61ssword=SECRET",
                "list --as-of postgres://u:SECRET@h/x",
                "assess postgres://u:SECRET@h/x --debug",
                "postgres://u:SECRET@h/x.json",
                "show ;PASSWORD=SECRET"
            })
    void noPasswordIsShown(String call) {
        CommandLineRun run = CommandLineRun.of(List.of(call.split(" ")));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out() + run.err()).isNotBlank().doesNotContain("SECRET");
    }

    @Test
    void noPasswordOfAnAddressIsShown() {
        for (String location : List.of(
                "jdbc:postgresql://u:SECRET@127.0.0.1:1/x",
                " JDBC:PostgreSQL://127.0.0.1:1/x?user=u&password=SECRET",
                "jdbc:postgresql://127.0.0.1:1/x?socketFactory=SECRET",
                " postgresql://u:SECRET@h/x",
                "jdbc:mysql://u:SECRET@h/x")) {
            CommandLineRun refused = CommandLineRun.on(location, "list", "--debug");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.out() + refused.err())
                    .containsIgnoringCase("postgresql")
                    .doesNotContain("SECRET");
        }
    }

    @Test
    void theStackTraceComesOnlyWhenAsked() {
        run("assess", "none.json").refused("none.json");
        CommandLineRun debug = run("assess", "none.json", "--debug");
        assertThat(debug.code()).isEqualTo(2);
        assertThat(debug.err()).startsWith("domicile: none.json").contains("\tat domicile.");
    }
}
