package domicile.scan;

import domicile.problem.Sha256;
import domicile.scan.code.Language;
import domicile.scan.iac.BicepText;
import domicile.scan.iac.HclText;
import domicile.scan.tree.DotenvText;
import domicile.scan.tree.Field;
import domicile.scan.tree.JsonText;
import domicile.scan.tree.Mark;
import domicile.scan.tree.Node;
import domicile.scan.tree.PropertiesText;
import domicile.scan.tree.TomlText;
import domicile.scan.tree.UnreadableException;
import domicile.scan.tree.UnreadableException.Reason;
import domicile.scan.tree.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Reads one file once, by the reader of its format. */
final class FileReader {
    private static final int LOOKED_AT = 8 * 1024;
    private static final Pattern OURS = Pattern.compile("\"schema\"\\s*:\\s*\"domicile\\.");

    /** What a file turned out to be. */
    sealed interface Read {
        SourceFile file();

        /** It is left out after all. */
        record Left(SourceFile file, Skipped why) implements Read {}

        /** It cannot be read. */
        record Unreadable(SourceFile file, Mark mark, Reason reason) implements Read {}

        /** Nothing in it can be a usage. */
        record Nothing(SourceFile file) implements Read {}

        /** A configuration file; one that tells nothing only gives values to others. */
        record Config(SourceFile file, boolean telling, List<Project.Document> documents) implements Read {}

        record Hcl(SourceFile file, boolean telling, HclText.Body body) implements Read {}

        record Bicep(SourceFile file, BicepText.File bicep) implements Read {}

        /** Code, or a template that is read as code. */
        record Source(SourceFile file, Language language, String text) implements Read {}
    }

    /**
     * A file that was opened.
     *
     * @param sum SHA-256 of its bytes; empty where nobody got at them, or where it was left out
     */
    record Opened(Read read, Optional<String> sum) {}

    private final Needles needles;
    private final List<String> charts;
    private final ScanTree tree;
    private final AtomicLong total = new AtomicLong();

    /** @param charts the folders with a Helm chart */
    FileReader(Needles needles, List<String> charts, ScanTree tree) {
        this.needles = needles;
        this.charts = charts;
        this.tree = tree;
    }

    Opened open(Walker.Entry entry) {
        SourceFile file = entry.file();
        byte[] bytes;
        try {
            bytes = bytes(entry.path());
        } catch (IOException e) {
            return new Opened(new Read.Unreadable(file, new Mark(1, 1), Reason.CANNOT_OPEN), Optional.empty());
        }
        Read read = read(file, bytes);
        return new Opened(read, read instanceof Read.Left ? Optional.empty() : Optional.of(Sha256.hex(bytes)));
    }

    private Read read(SourceFile file, byte[] bytes) {
        try {
            if (bytes.length > Walker.MOST_BYTES) {
                return new Read.Left(file, Skipped.TOO_LARGE);
            }
            if (binary(bytes)) {
                return new Read.Left(file, Skipped.BINARY);
            }
            boolean hit = needles.in(bytes);
            boolean ascii = ascii(bytes);
            if (ascii && !hit && file.format() == Format.SOURCE) {
                return new Read.Nothing(file);
            }
            String text = ascii ? new String(bytes, StandardCharsets.ISO_8859_1) : decoded(bytes);
            return text(file, text, hit);
        } catch (UnreadableException e) {
            return new Read.Unreadable(file, e.mark(), e.reason());
        }
    }

    /** Its bytes, and no more than one too many: what a zip says of sizes need not be so. */
    private byte[] bytes(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) Walker.MOST_BYTES + 1);
            tree.check(total.addAndGet(bytes.length));
            return bytes;
        }
    }

    private static boolean binary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] bytes) throws UnreadableException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
        out.flip();
        if (result.isError()) {
            int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
            throw new UnreadableException(Reason.NOT_UTF8, new Mark(line, 1));
        }
        return out.toString();
    }

    private Read text(SourceFile file, String text, boolean hit) throws UnreadableException {
        // a value may be put together of variables, and their values stand elsewhere
        boolean telling = hit || text.indexOf('$') >= 0 || text.contains("os.environ/");
        boolean kept = telling || Project.referredTo(file);
        return switch (file.format()) {
            case SOURCE ->
                hit ? new Read.Source(file, Language.of(file.name()).orElseThrow(), text) : new Read.Nothing(file);
            case DOTENV -> config(file, telling, List.of(DotenvText.read(withoutMark(text))));
            case PROPERTIES ->
                kept ? config(file, telling, List.of(PropertiesText.read(withoutMark(text)))) : new Read.Nothing(file);
            case TOML ->
                !telling && TomlText.whole(withoutMark(text))
                        ? new Read.Nothing(file)
                        : config(file, telling, List.of(TomlText.read(withoutMark(text))));
            case JSON -> json(file, text, kept, telling);
            case YAML -> yaml(file, text, kept, telling);
            case HCL -> new Read.Hcl(file, hit, HclText.read(text));
            case BICEP -> new Read.Bicep(file, BicepText.read(text));
        };
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Read config(SourceFile file, boolean telling, List<Node> roots) {
        List<Field> fields = new ArrayList<>();
        roots.forEach(root -> fields.addAll(Field.of(root)));
        return new Read.Config(file, telling, List.of(new Project.Document(file, roots, fields)));
    }

    private static Read json(SourceFile file, String marked, boolean kept, boolean telling) throws UnreadableException {
        String text = withoutMark(marked);
        boolean ours = text.contains("\"domicile.") && OURS.matcher(text).find();
        if (!kept && !ours) {
            JsonText.check(text);
            return new Read.Nothing(file);
        }
        Optional<Node> root = JsonText.read(text);
        boolean own = ours
                && root.flatMap(r -> Node.text(r, "schema"))
                        .filter(s -> s.text().startsWith("domicile."))
                        .isPresent();
        return own
                ? new Read.Left(file, Skipped.DOMICILE_FILE)
                : config(file, telling, root.stream().toList());
    }

    private Read yaml(SourceFile file, String marked, boolean kept, boolean telling) throws UnreadableException {
        String text = withoutMark(marked);
        if (inChart(file)) {
            return template(file, text);
        }
        try {
            if (!kept) {
                if (!YamlText.plain(text)) {
                    YamlText.check(text);
                }
                return new Read.Nothing(file);
            }
            List<Node> roots = YamlText.read(text);
            Read.Config outer = (Read.Config) config(file, telling, roots);
            List<Project.Document> documents = new ArrayList<>(outer.documents());
            for (Node root : roots) {
                documents.addAll(Embedded.in(file, root));
            }
            return new Read.Config(file, telling, documents);
        } catch (UnreadableException e) {
            if (e.reason() == Reason.SYNTAX && text.contains("{{")) {
                return template(file, text);
            }
            throw e;
        }
    }

    private static Read template(SourceFile file, String text) {
        return new Read.Source(new SourceFile(file.path(), Format.SOURCE), Language.TEMPLATE, text);
    }

    private boolean inChart(SourceFile file) {
        return charts.stream()
                .anyMatch(chart -> file.path().startsWith((chart.isEmpty() ? "" : chart + "/") + "templates/"));
    }
}
