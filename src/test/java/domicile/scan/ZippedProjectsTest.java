package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import domicile.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A zip is read as the folder that it was packed from, where it lies and within bounds. */
class ZippedProjectsTest {
    private static final String EU = "U = \"eu.anthropic.claude-sonnet-4-6\"\n";

    @TempDir
    private Path folder = Path.of(".");

    private Path tree = Path.of(".");
    private Path zip = Path.of(".");

    @BeforeEach
    void aProject() {
        tree = folder.resolve("tree");
        zip = folder.resolve("tree.zip");
        Trees.write(tree, "src/app.py", EU);
        Trees.write(tree, "infra/main.json", "{\"a\": ");
        Trees.write(tree, "node_modules/x.py", EU);
    }

    private interface Content {
        void pack(ZipArchiveOutputStream out) throws IOException;
    }

    private static void pack(Path zip, Content content) {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            content.pack(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ZipArchiveOutputStream out, String name, byte[] bytes) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(bytes);
        out.closeArchiveEntry();
    }

    private static void add(ZipArchiveOutputStream out, String name, String text) throws IOException {
        add(out, name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The tree below a name. */
    private void packTree(String below, Optional<Zip64Mode> large) {
        pack(zip, out -> {
            large.ifPresent(out::setUseZip64);
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    add(out, below + tree.relativize(file), Files.readAllBytes(file));
                }
            }
        });
    }

    private static String said(ScanResult result) {
        return UsageJson.of(result).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop-main/"})
    void aZipGivesWhatItsFolderGives(String below) {
        packTree(below, Optional.empty());
        ScanResult result = Trees.scan(zip);
        assertThat(said(result)).isEqualTo(said(Trees.scan(tree)));
        assertThat(result.usages()).hasSize(1);
        assertThat(result.unreadable()).hasSize(1);
        assertThat(result.skipped()).containsEntry(Skipped.IGNORED_FOLDER, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"Never", "AlwaysWithCompatibility"})
    void aLargeListIsReadToo(Zip64Mode mode) {
        packTree("", Optional.of(mode));
        assertThat(said(Trees.scan(zip))).isEqualTo(said(Trees.scan(tree)));
    }

    @Test
    void whatAMacPutsBesideIsNotPartOfIt() {
        pack(zip, out -> {
            add(out, "shop/app.py", EU);
            add(out, "__MACOSX/shop/._app.py", new byte[] {0, 1});
        });
        assertThat(Trees.scan(zip).usages()).extracting(Usage::file).containsExactly("app.py");
    }

    @Test
    void aLinkIsCountedAndNotFollowed() throws IOException {
        Path outside = folder.resolve("outside.py");
        Files.writeString(outside, EU);
        pack(zip, out -> {
            add(out, "app/one.py", EU);
            ZipArchiveEntry link = new ZipArchiveEntry("app/two.py");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            out.putArchiveEntry(link);
            out.write(outside.toString().getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        });
        ScanResult result = Trees.scan(zip);
        assertThat(result.usages()).extracting(Usage::file).containsExactly("one.py");
        assertThat(result.skipped()).containsOnly(Map.entry(Skipped.LINK, 1));
        assertThat(result.read()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../out.py", "a/../../out.py"})
    void aNameThatLeadsOutIsRefusedAndNothingIsWritten(String name) throws IOException {
        pack(zip, out -> {
            add(out, "app.py", EU);
            add(out, name, EU);
        });
        List<Path> before = all();
        assertThatThrownBy(() -> Trees.scan(zip)).isInstanceOf(ProblemException.class);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void nothingIsUnpacked() throws IOException {
        packTree("", Optional.empty());
        List<Path> before = all();
        Trees.scan(zip);
        assertThat(all()).isEqualTo(before);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /** 70 files of 2 MB that say nothing are some 140 KB in a zip. */
    @Test
    void aZipThatBlowsUpIsRefused() {
        byte[] blanks = new byte[(int) Walker.MOST_BYTES];
        Arrays.fill(blanks, (byte) ' ');
        pack(zip, out -> {
            for (int i = 0; i < 70; i++) {
                add(out, "f" + i + ".py", blanks);
            }
        });
        assertThatThrownBy(() -> Trees.scan(zip))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.what()).contains("holds more than"));
    }

    @Test
    void aFileOfWhatIsLeftOutIsBoundedToo() {
        pack(zip, out -> {
            byte[] blanks = new byte[64 * 1024 + 1];
            Arrays.fill(blanks, (byte) '\n');
            add(out, ".domicileignore", blanks);
            add(out, "app.py", EU);
        });
        assertThatThrownBy(() -> Trees.scan(zip))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.where()).contains(".domicileignore"));
    }

    /** As older Windows packs them. */
    @Test
    void namesInAnotherEncodingAreNoHindrance() {
        pack(zip, out -> {
            out.setEncoding("Cp437");
            out.setUseLanguageEncodingFlag(false);
            add(out, "für.py", EU);
        });
        assertThat(Trees.scan(zip).usages())
                .singleElement()
                .satisfies(u -> assertThat(u.file()).startsWith("f").endsWith("r.py"));
    }

    @Test
    void aFileThatIsLargerThanItSaysIsLeftOut() throws IOException {
        byte[] blanks = new byte[(int) Walker.MOST_BYTES + 10];
        Arrays.fill(blanks, (byte) ' ');
        pack(zip, out -> add(out, "a.py", blanks));
        byte[] bytes = Files.readAllBytes(zip);
        // the size in the list at the end
        int list = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < 4; i++) {
            bytes[list + 24 + i] = i == 0 ? (byte) 5 : 0;
        }
        Files.write(zip, bytes);
        ScanResult result = Trees.scan(zip);
        assertThat(result.read()).isZero();
        assertThat(result.skipped()).containsOnly(Map.entry(Skipped.TOO_LARGE, 1));
    }

    private static int lastIndexOf(byte[] bytes, byte[] of) {
        for (int at = bytes.length - of.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + of.length, of, 0, of.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        for (String text : List.of("", "PK", "no zip at all, however long this text may be: ".repeat(9))) {
            Files.writeString(zip, text);
            assertThatThrownBy(() -> Trees.scan(zip)).as(text).isInstanceOf(ProblemException.class);
        }
        Path other = folder.resolve("tree.tar");
        Files.writeString(other, "x");
        assertThatThrownBy(() -> Trees.scan(other)).isInstanceOf(ProblemException.class);
        try (OutputStream out = Files.newOutputStream(zip)) {
            packTree("", Optional.empty());
            byte[] whole = Files.readAllBytes(zip);
            out.write(whole, 0, whole.length - 30);
        }
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 200));
        assertThatThrownBy(() -> Trees.scan(zip)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theTreesHashIsOfWhatIsReadAndOfNothingElse() throws IOException {
        String before = Trees.scan(tree).treeHash();
        Trees.write(tree, "node_modules/y.py", EU);
        Trees.write(tree, "picture.py", "a\0b");
        Trees.write(tree, "report.json", "{\"schema\": \"domicile.workload/1\"}");
        Trees.write(tree, "README.md", EU);
        assertThat(Trees.scan(tree).treeHash()).isEqualTo(before);
        Trees.write(tree, "infra/main.json", "{\"b\": ");
        String other = Trees.scan(tree).treeHash();
        assertThat(other).as("a file that is not readable has contents too").isNotEqualTo(before);
        Files.move(tree.resolve("src/app.py"), tree.resolve("src/app2.py"));
        assertThat(Trees.scan(tree).treeHash()).isNotEqualTo(other).startsWith("sha256:");
    }

    @Test
    void theWalkIsStoppedToo() {
        assertThatThrownBy(() -> Scan.of(
                        tree, Trees.REGISTER, domicile.scan.signature.Signatures.shipped(), Map.of(), (done, total) -> {
                            if (total == 0) {
                                throw new CancellationException("enough");
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whoIsToldHowFarItIsMayStopIt() {
        for (int i = 0; i < 50; i++) {
            Trees.write(tree, "f" + i + ".py", EU);
        }
        assertThatThrownBy(() -> Scan.of(
                        tree, Trees.REGISTER, domicile.scan.signature.Signatures.shipped(), Map.of(), (done, total) -> {
                            if (done > 3 && total > 0) {
                                throw new CancellationException("enough");
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }
}
