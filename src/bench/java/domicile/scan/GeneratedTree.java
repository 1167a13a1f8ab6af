package domicile.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * A tree of 10,000 files and 200 MB, as a large company's repository mixes them: source for the most part, then JSON, YAML,
 * properties, Terraform, TOML and documents; one file in a hundred uses an offering.
 */
final class GeneratedTree {
    static final int FILES = 10_000;
    private static final int BYTES = 20_000;
    private static final List<String> HOSTS = List.of(
            "https://api.openai.com/v1", "https://api.eu.mistral.ai/v1", "https://api.groq.com/openai/v1", "https://api.x.ai/v1");

    private GeneratedTree() {}

    static void make(Path root) throws IOException {
        Random random = new Random(7);
        for (int file = 0; file < FILES; file++) {
            int i = file;
            Path folder = root.resolve("part" + i % 100).resolve("sub" + i % 7);
            Files.createDirectories(folder);
            String host = i % 100 == 0 ? HOSTS.get(random.nextInt(HOSTS.size())) : "https://service" + i + ".example.org";
            int kind = random.nextInt(100);
            String name = "file" + i;
            if (kind < 62) {
                List<String> endings = List.of(".py", ".ts", ".java", ".go", ".cs", ".rb");
                String ending = endings.get(random.nextInt(endings.size()));
                boolean hash = ending.equals(".py") || ending.equals(".rb");
                Files.writeString(folder.resolve(name + ending), lines(random, hash ? "# " : "// ", n -> "value" + n + " = call(\"" + host + "\", " + n + ")", BYTES));
            } else if (kind < 77) {
                Files.writeString(folder.resolve(name + ".json"), "{\n" + lines(random, "", n -> "\"key" + n + "\": {\"a\": [1, 2, \"" + host + "\"]},", BYTES) + "\"end\": 1}\n");
            } else if (kind < 87) {
                Files.writeString(folder.resolve(name + ".yaml"), lines(random, "# ", n -> "key" + n + ":\n  - name: a" + n + "\n    url: " + host, BYTES));
            } else if (kind < 91) {
                Files.writeString(folder.resolve(name + ".properties"), lines(random, "# ", n -> "key." + n + " = " + host, BYTES));
            } else if (kind < 94) {
                Files.writeString(folder.resolve(name + ".tf"), lines(random, "# ", n -> "resource \"thing\" \"r" + i + "_" + n + "\" {\n  name = \"n" + n + "\"\n  url  = \"" + host + "\"\n}", BYTES));
            } else if (kind < 95) {
                Files.writeString(folder.resolve(name + ".toml"), lines(random, "# ", n -> "key" + n + " = \"" + host + "\"", BYTES));
            } else {
                Files.writeString(folder.resolve(name + ".md"), lines(random, "", n -> "Words about " + host + " and others.", BYTES));
            }
        }
    }

    @FunctionalInterface
    private interface Line {
        String of(int number);
    }

    private static String lines(Random random, String comment, Line line, int bytes) {
        StringBuilder text = new StringBuilder(bytes + 200);
        int n = 0;
        while (text.length() < bytes) {
            text.append(line.of(n++)).append('\n');
            if (!comment.isEmpty() && n % 3 == 0) {
                text.append(comment);
                for (int i = 0; i < 12; i++) {
                    text.append(Integer.toString(1_000 + random.nextInt(40_000), 36)).append(' ');
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
