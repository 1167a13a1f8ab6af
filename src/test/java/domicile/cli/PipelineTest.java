package domicile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Pipes;
import domicile.register.RegisterStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command where its data finds no taker: a full device is told in one line, a reader who left is not. */
@EnabledOnOs(OS.LINUX)
class PipelineTest {
    /** Words that stand once in the README. */
    static final String QUOTE = "You need Maven and a JDK 25 or newer";

    private static final String WORKLOAD = "src/test/resources/cases/eu-inference.workload.json";

    /** A call of each command that does what it is for; NEW is a file that does not exist. */
    private static final Map<String, List<String>> CALLS = new TreeMap<>(Map.ofEntries(
            Map.entry("list", List.of()),
            Map.entry("show", List.of("groq")),
            Map.entry("assess", List.of(WORKLOAD, WORKLOAD)),
            Map.entry("report", List.of(WORKLOAD, "--out", "NEW.html")),
            Map.entry("minutes", List.of("Saved")),
            Map.entry("verify", List.of("REPORT")),
            Map.entry("gate", List.of(WORKLOAD)),
            Map.entry("scan", List.of("src/test/resources/domicile/scan/projects")),
            Map.entry("backup", List.of("NEW.zip")),
            Map.entry("restore", List.of("BACKUP")),
            Map.entry("completion", List.of()),
            Map.entry("source compare", List.of("README.md", "README.md")),
            Map.entry("document read", List.of("README.md")),
            Map.entry("document accept", clause("README.md", "--offering", "groq", "--kind", "DPA_SIGNED")),
            Map.entry("document compare", List.of("README.md", "README.md", "--workload", "CLAUSES")),
            Map.entry("source list", List.of()),
            Map.entry("source capture", List.of("5", "README.md")),
            Map.entry("source quote", List.of("groq:trustPortal", "--text", "Groq keeps a trust portal.")),
            Map.entry("source suggest", List.of("19")),
            Map.entry("source check", List.of("19")),
            Map.entry("source diff", List.of("19")),
            Map.entry("source confirm", List.of("19")),
            Map.entry("source withdraw", List.of("19", "PAGE", "--why", "x")),
            Map.entry("register verify", List.of("data")),
            Map.entry("register diff", List.of("data", "--workload", WORKLOAD)),
            Map.entry("register import", List.of("data")),
            Map.entry("register export", List.of("NEW")),
            Map.entry("register history", List.of()),
            Map.entry("register evidence", List.of(WORKLOAD, "--offering", "groq")),
            Map.entry("register stale", List.of("--max-age-days", "1")),
            Map.entry("register confirm", List.of("groq:attestation/BAA")),
            Map.entry(
                    "register edit",
                    List.of(
                            "groq:attestation/BAA",
                            "--set",
                            "status=HELD",
                            "--source",
                            "19",
                            "--read",
                            "2026-06-29",
                            "--why",
                            "x")),
            Map.entry("register undo", List.of("2")),
            Map.entry("register upgrade", List.of("--dry-run")),
            Map.entry("register encrypt", List.of("--passphrase-file", "SECRET")),
            Map.entry("register decrypt", List.of()),
            Map.entry("register rekey", List.of("--new-passphrase-file", "SECRET")),
            Map.entry("register copy", List.of("--into", "NEW")),
            Map.entry("register merge", List.of()),
            Map.entry("register approvals", List.of())));

    /** Those that want a register that is encrypted. */
    private static final List<String> SEALED = List.of("register decrypt", "register rekey");

    private static List<String> clause(String... more) {
        return Stream.concat(
                        Stream.of(more),
                        Stream.of(
                                "--workload", WORKLOAD, "--quote", QUOTE, "--date", "2026-06-01", "--out", "NEW.json"))
                .toList();
    }

    @TempDir
    private static Path folder;

    private static Path register;
    private static Path sealed;
    private static EmbeddedPostgres server;
    private static String url = "";
    /** A copy of the server's register. */
    private static Path copied;

    private static Path secret;
    private static Path backup;
    private static Path report;
    private static Path clauses;
    private static String page = "";

    @BeforeAll
    static void aRegisterWithAChangeAndASavedAssessment() throws IOException {
        register = folder.resolve("register");
        try (RegisterStore store = RegisterStore.open(register.toString(), CommandLineRun.CLOCK)) {
            store.assessments()
                    .save(
                            UUID.randomUUID(),
                            "Saved",
                            "{\"schema\":\"domicile.answers/1\",\"answers\":{},\"evidence\":[]}");
        }
        CommandLineRun.on(register, "register", "confirm", "groq:attestation/BAA")
                .done();
        Path older = Files.writeString(folder.resolve("older.txt"), "Groq keeps a trust portal. It is open.");
        Path newer = Files.writeString(folder.resolve("newer.txt"), "Groq keeps a trust portal. It is closed.");
        page = CommandLineRun.on(register, "source", "capture", "19", older)
                .done()
                .out()
                .strip();
        CommandLineRun.on(register, "source", "quote", "groq:trustPortal", "--text", "Groq keeps a trust portal.")
                .done();
        CommandLineRun.on(register, "source", "capture", "19", newer).done();
        clauses = clauses(register, folder);
        backup = folder.resolve("backup.zip");
        CommandLineRun.on(register, "backup", backup).done();
        secret = Files.writeString(folder.resolve("secret.txt"), "a passphrase of some words");
        sealed = folder.resolve("sealed");
        CommandLineRun.on(sealed, "restore", backup).done();
        CommandLineRun.on(sealed, "register", "encrypt", "--passphrase-file", secret)
                .done();
        server = EmbeddedPostgres.start();
        url = server.getJdbcUrl("postgres", "postgres");
        copied = folder.resolve("copied");
        CommandLineRun.on(url, "register", "copy", "--into", copied).done();
        report = folder.resolve("report.pdf");
        CommandLineRun.on(register, "report", WORKLOAD, "--out", report).done();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** A workload with a clause of the README. */
    static Path clauses(Path register, Path folder) {
        Path file = folder.resolve("clauses.json");
        List<Object> accept = new ArrayList<>(List.of("document", "accept"));
        clause("README.md", "--offering", "groq", "--kind", "DPA_SIGNED")
                .forEach(a -> accept.add(a.replace("NEW.json", file.toString())));
        CommandLineRun.on(register, accept.toArray()).done();
        return file;
    }

    static Stream<String> commands() {
        return CALLS.keySet().stream();
    }

    /** The names of all commands that have none below them. */
    static List<String> leaves(CommandLine line, String before) {
        if (line.getSubcommands().isEmpty()) {
            return List.of(before);
        }
        return line.getSubcommands().entrySet().stream()
                .flatMap(c -> leaves(c.getValue(), before.isEmpty() ? c.getKey() : before + " " + c.getKey()).stream())
                .toList();
    }

    static CommandLine all() {
        return Cli.commandLine(
                new Console(new StringWriter(), new StringWriter(), CommandLineRun.CLOCK, false), (r, f) -> 0);
    }

    @Test
    void everyCommandIsTried() {
        assertThat(new TreeSet<>(leaves(all(), ""))).isEqualTo(CALLS.keySet());
    }

    private record Ended(int code, String err) {}

    private Ended run(OutputStream out, boolean pipe, List<String> args) {
        StringWriter err = new StringWriter();
        int code = Cli.run(
                new Console(new StandardOutput(out, pipe), err, CommandLineRun.CLOCK, false), args, (r, f) -> 0);
        return new Ended(code, err.toString());
    }

    /** The call, on a copy of the register that no other call has changed. */
    private List<String> fresh(String command) throws IOException {
        Path own = Files.createTempDirectory(folder, "run");
        Path copy = Files.createDirectory(own.resolve("register"));
        Path from = SEALED.contains(command) ? sealed : command.equals("register merge") ? copied : register;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(from.relativize(file));
                Files.createDirectories(to.resolveSibling("."));
                Files.copy(file, to);
            }
        }
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        for (String arg : CALLS.getOrDefault(command, List.of())) {
            args.add(arg.replace("NEW", own.resolve("new").toString())
                    .replace("BACKUP", backup.toString())
                    .replace("SECRET", secret.toString())
                    .replace("REPORT", report.toString())
                    .replace("CLAUSES", clauses.toString())
                    .replace("PAGE", page));
        }
        args.addAll(List.of("--register", command.equals("register copy") ? url : copy.toString()));
        return args;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFullDeviceIsTold(String command) throws IOException {
        CommandLineRun well = CommandLineRun.of(fresh(command));
        assertThat(well.code()).as(well.err()).isIn(0, 1);
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            Ended ended = run(full, false, fresh(command));
            if (well.out().isEmpty()) {
                assertThat(ended.code()).as(ended.err()).isEqualTo(well.code());
            } else {
                assertThat(ended)
                        .isEqualTo(new Ended(
                                2,
                                "domicile: standard output: it cannot be written (the disk is full); send it where"
                                        + " there is room" + System.lineSeparator()));
            }
        }
        List<String> help = new ArrayList<>(List.of(command.split(" ")));
        help.add("--help");
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            assertThat(run(full, false, help).code()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aReaderWhoLeftIsNotTold(String command) throws Exception {
        CommandLineRun well = CommandLineRun.of(fresh(command));
        Ended ended = run(closedPipe(), false, fresh(command));
        assertThat(ended.code()).as(ended.err()).isEqualTo(well.code());
        assertThat(ended.err())
                .as("nothing is said once the data found no taker")
                .isEqualTo(well.out().isEmpty() ? ended.err() : "");
    }

    /** A pipe whose reader has gone. */
    private static OutputStream closedPipe() throws Exception {
        Path pipe = Pipes.at(folder.resolve("pipe-" + UUID.randomUUID()));
        try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw")) {
            assertThat(reader.getFD().valid()).isTrue();
            return new FileOutputStream(pipe.toFile());
        }
    }

    @Test
    void whatThePipeSaysInAnotherLanguageIsNoError() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("断开的管道");
            }
        };
        assertThat(run(gone, true, List.of("completion"))).isEqualTo(new Ended(0, ""));
        assertThat(run(gone, false, List.of("completion")).code()).isEqualTo(2);
    }

    @Test
    void assessStopsWhenNobodyReads() throws Exception {
        List<String> args = new ArrayList<>(List.of("assess", "--register", register.toString()));
        for (int i = 0; i < 1_000; i++) {
            args.add(WORKLOAD);
        }
        int[] written = {0};
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                written[0]++;
                throw new IOException("Broken pipe");
            }
        };
        long start = System.nanoTime();
        assertThat(run(gone, true, args)).isEqualTo(new Ended(0, ""));
        assertThat(written[0]).isEqualTo(1);
        assertThat(System.nanoTime() - start).isLessThan(60_000_000_000L);
    }
}
