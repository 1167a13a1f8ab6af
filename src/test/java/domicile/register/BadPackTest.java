package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import domicile.Seeds;
import domicile.cli.Cli;
import domicile.cli.Console;
import domicile.problem.ProblemException;
import domicile.residency.FactKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packs that are wrong in every way a file can be: refused in one line with file, pointer and line; the register stays.
 */
class BadPackTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, byte[]> SHIPPED = shipped();
    private static final String WHERE = "\\S+\\.json(#\\S* \\(line \\d+\\))?: .+; .+";

    @TempDir
    private static Path folder;

    private static String hash = "";
    private static int count;

    @BeforeAll
    static void aRegister() {
        hash = registerHash();
    }

    private static String registerHash() {
        try (RegisterStore store = RegisterStore.open(folder.resolve("home").toString(), CLOCK)) {
            return store.asOf(TODAY).hash() + store.changes().size();
        }
    }

    private static Map<String, byte[]> shipped() {
        Map<String, byte[]> files = new HashMap<>();
        List<String> names = new java.util.ArrayList<>(List.of("pack.json"));
        names.addAll(Stream.of(new String(resource("pack.json"), StandardCharsets.UTF_8).split("\"", -1))
                .filter(s -> s.endsWith(".json"))
                .toList());
        names.forEach(name -> files.put(name, resource(name)));
        return files;
    }

    private static byte[] resource(String name) {
        try (InputStream in = BadPackTest.class.getResourceAsStream("/domicile/data/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Bad(String name, String file, UnaryOperator<String> how, String says) {}

    private static Bad bad(String name, String file, String from, String to, String says) {
        return new Bad(
                name,
                file,
                text -> {
                    assertThat(text).contains(from);
                    return text.replaceFirst(
                            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
                },
                says);
    }

    @TestFactory
    Stream<DynamicTest> isRefusedAndTheRegisterStays() {
        return Stream.of(
                        new Bad("cut off", "groq.json", t -> t.substring(0, t.length() / 2), "in the middle"),
                        new Bad("empty", "groq.json", t -> "", "is empty"),
                        new Bad("not JSON", "groq.json", t -> "PK\u0003\u0004 not JSON", "not JSON"),
                        new Bad("two values", "groq.json", t -> t + "{}", "something follows"),
                        new Bad("a byte order mark", "groq.json", t -> "\uFEFF" + t, "byte order mark"),
                        new Bad("nested 10,000 deep", "groq.json", t -> "[".repeat(10_000), "nested too deep"),
                        new Bad(
                                "nested 10,000 deep in a fact",
                                "groq.json",
                                t -> t.replaceFirst("\\[\"US\"]", "[".repeat(10_000) + "]".repeat(10_000)),
                                "nested too deep"),
                        bad(
                                "a key twice",
                                "groq.json",
                                "\"id\": \"groq\",",
                                "\"id\": \"groq\", \"id\": \"x\",",
                                "#/id"),
                        bad("a file twice", "pack.json", "\"aws.json\"", "\"groq.json\"", "#/files"),
                        bad(
                                "an offering twice",
                                "groq.json",
                                "\"id\": \"groq\",\n      \"name\"",
                                "\"id\": \"cohere\",\n      \"name\"",
                                "twice"),
                        bad("a provider twice", "groq.json", "\"id\": \"groq\"", "\"id\": \"cohere\"", "twice"),
                        bad("a source twice", "sources.json", "\"number\": 2,", "\"number\": 1,", "twice"),
                        bad(
                                "a fact twice",
                                "groq.json",
                                "\"variant\": \"text\"",
                                "\"variant\": \"index\"",
                                "#/offerings/0/facts/"),
                        bad(
                                "a dangling citation",
                                "groq.json",
                                "\"source\": 19",
                                "\"source\": 99",
                                "there is no source 99"),
                        bad("a dangling place", "groq.json", "[\"US\"]", "[\"XX\"]", "there is no place"),
                        bad(
                                "a dangling holder",
                                "groq.json",
                                "\"holder\": \"groq\"",
                                "\"holder\": \"nobody\"",
                                "no provider"),
                        bad("no citation", "groq.json", "\"source\": 19, ", "", "\"source\" is missing"),
                        bad("no day", "groq.json", ", \"read\": \"2026-06-01\"", "", "\"read\" is missing"),
                        bad("a future day", "groq.json", "2026-06-01", "2099-01-01", "in the future"),
                        bad("no such day", "groq.json", "2026-06-01", "2026-02-30", "is no date"),
                        bad(
                                "a bidirectional override",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"Gr\u202Eoq\"",
                                "U+202E"),
                        bad(
                                "an escaped override",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"Gr\\u202Eoq\"",
                                "U+202E"),
                        bad(
                                "a control character",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"Gr\\u0007oq\"",
                                "U+0007"),
                        bad("a raw line break", "groq.json", "\"name\": \"Groq\"", "\"name\": \"Gr\noq\"", "not JSON"),
                        bad(
                                "a zero width space",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"Gr\u200Boq\"",
                                "U+200B"),
                        bad(
                                "half a surrogate",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"Gr\\ud800oq\"",
                                "U+D800"),
                        bad(
                                "HTML in a name",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"<script>x</script>\"",
                                "markup"),
                        bad(
                                "a character reference",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"&lt;b&gt;\"",
                                "markup"),
                        bad(
                                "a script as an address",
                                "groq.json",
                                "https://trust.groq.com/",
                                "javascript:alert(1)",
                                "no web address"),
                        bad(
                                "a text of 3,000 letters",
                                "groq.json",
                                "\"name\": \"Groq\"",
                                "\"name\": \"" + "x".repeat(3_000) + "\"",
                                "has 3000 characters"),
                        bad("a number too large", "groq.json", "\"source\": 19", "\"source\": 1e99", "found 1e99"),
                        bad("an unknown field", "groq.json", "\"fact\"", "\"surprise\": 1, \"fact\"", "is unknown"),
                        bad("a file outside", "pack.json", "\"groq.json\"", "\"../groq.json\"", "#/files/"),
                        bad("a file that is not there", "pack.json", "\"groq.json\"", "\"grok.json\"", "no such file"),
                        bad("another schema", "pack.json", "domicile.pack/1", "domicile.pack/2", "schema"))
                .map(b -> dynamicTest(b.name(), () -> check(b)));
    }

    private static void check(Bad b) throws IOException {
        byte[] whole = Objects.requireNonNull(SHIPPED.get(b.file()));
        Path pack = write(Map.of(
                b.file(),
                b.how().apply(new String(whole, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        refused(pack, b.says());
    }

    private static Path write(Map<String, byte[]> changed) throws IOException {
        Path pack = folder.resolve("pack-" + count++);
        Map<String, byte[]> files = new HashMap<>(SHIPPED);
        files.putAll(changed);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = pack.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
        }
        return pack;
    }

    private static void refused(Path pack, String says) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Cli.run(
                new Console(new PrintWriter(out), new PrintWriter(err), CLOCK, false),
                List.of(
                        "register",
                        "import",
                        pack.toString(),
                        "--register",
                        folder.resolve("home").toString()),
                (register, file) -> {
                    throw new AssertionError("no desktop is opened");
                });
        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().strip()).matches("domicile: " + WHERE).contains(says);
        assertThat(registerHash()).isEqualTo(hash);
    }

    @org.junit.jupiter.api.Test
    void aFileOfAGibibyteIsRefusedBeforeItIsRead() throws IOException {
        Path pack = write(Map.of());
        try (RandomAccessFile file =
                new RandomAccessFile(pack.resolve("groq.json").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        refused(pack, "larger than 32 MiB");
    }

    @org.junit.jupiter.api.Test
    void manyLargeFilesAreRefusedTogether() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        byte[] padding = " ".repeat(16_000_000).getBytes(StandardCharsets.UTF_8);
        SHIPPED.forEach((name, bytes) -> {
            if (!name.equals("pack.json")) {
                ByteArrayOutputStream padded = new ByteArrayOutputStream();
                padded.writeBytes(bytes);
                padded.writeBytes(padding);
                files.put(name, padded.toByteArray());
            }
        });
        refused(write(files), "together");
    }

    @org.junit.jupiter.api.Test
    void aLinkToAnotherFileIsRefused() throws IOException {
        Path pack = write(Map.of());
        Path elsewhere =
                Files.write(folder.resolve("elsewhere.json"), Objects.requireNonNull(SHIPPED.get("groq.json")));
        Files.delete(pack.resolve("groq.json"));
        Files.createSymbolicLink(pack.resolve("groq.json"), elsewhere);
        refused(pack, "not a plain file");
    }

    /** Whatever happens to a file: the pack is read, or refused with file, pointer and line. Never anything else. */
    @Test
    void whateverHappensToAFileIsReadOrRefused() {
        Seeds.forAll(400, BadPackTest::readOrRefused);
    }

    private static void readOrRefused(Random random) {
        List<String> names = SHIPPED.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        Map<String, byte[]> files = new HashMap<>(SHIPPED);
        byte[] mangled = Objects.requireNonNull(SHIPPED.get(name));
        for (int i = 0; i <= random.nextInt(3); i++) {
            mangled = mangle(mangled, random);
        }
        files.put(name, mangled);
        try {
            Pack pack = new PackReader(
                            f -> Objects.requireNonNullElse(files.get(f), new byte[0]), TODAY, FactKinds.SHIPPED)
                    .read();
            ChangeWriter.holdsTogether(RegisterRecord.of(pack), TODAY, "fuzz", FactKinds.SHIPPED);
        } catch (ProblemException refused) {
            assertThat(refused.getMessage()).matches(WHERE);
        }
    }

    private static final String[] NASTY = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "\\",
        "\\u202e",
        "null",
        "0",
        "-1",
        "1e999",
        "true",
        "<b>",
        "\u0000",
        "\u202E",
        "\"\"",
        "{}",
        "[]",
        "\uD83D\uDE00",
        "99999999999999999999",
        "\"id\":\"groq\",",
        "/*",
        "NaN",
        "''"
    };

    private static byte[] mangle(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(60));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(6)) {
            case 0 -> {
                return out.toByteArray();
            }
            case 1 -> {
                out.write(bytes[at] ^ (1 << random.nextInt(8)));
                out.write(bytes, at + 1, bytes.length - at - 1);
            }
            case 2 -> out.write(bytes, to, bytes.length - to);
            case 3 -> {
                out.write(bytes, at, to - at);
                out.write(bytes, at, bytes.length - at);
            }
            case 4 -> {
                out.writeBytes(NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8));
                out.write(bytes, at, bytes.length - at);
            }
            default -> {
                out.writeBytes(NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.UTF_8));
                out.write(bytes, to, bytes.length - to);
            }
        }
        return out.toByteArray();
    }
}
