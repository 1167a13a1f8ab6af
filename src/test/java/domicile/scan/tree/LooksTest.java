package domicile.scan.tree;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What a quick look passes, the parser passes too: a look may ask the parser, and never the other way round. */
class LooksTest {
    private static final List<String> YAML = List.of(
            "a:",
            "a: b",
            "  b: c",
            "    c: d",
            "- a",
            "- a: b",
            "  - c",
            "  - d: e",
            "    f: g",
            "- - x",
            "a: |",
            "  text: [",
            "a: [",
            "a: {}",
            "a: \"x\"",
            "a: 'x",
            "# c",
            "  # c",
            "---",
            "",
            "x",
            "a: b: c",
            "a: http://h/x",
            " a: b",
            "-",
            "a: *x",
            "a: \"x\" y",
            "- \"q\"",
            "    - z",
            "b: >-");

    private static String lines(List<String> from, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            text.append(from.get(random.nextInt(from.size()))).append('\n');
        }
        return text.toString();
    }

    @Test
    void yamlThatLooksPlainIsYaml() {
        int[] plain = {0};
        Seeds.forAll(20_000, random -> {
            String text = lines(YAML, random);
            if (YamlText.plain(text)) {
                plain[0]++;
                assertThat(readable(() -> YamlText.check(text))).as(text).isTrue();
            }
        });
        assertThat(plain[0]).isGreaterThan(1_000);
    }

    @Test
    void brokenTomlDoesNotLookWhole() {
        for (String text : List.of(
                "a = \n",
                "a = [1,\n",
                "a = \"x\n",
                "[a\n",
                "a\n",
                "a = 1 ]\n",
                "= 1\n",
                "a = {x = 1\n",
                "a = '''x\n")) {
            assertThat(TomlText.whole(text)).as(text).isFalse();
            assertThat(readable(() -> TomlText.read(text))).as(text).isFalse();
        }
        for (String text :
                List.of("a = [1,\n 2]\n[b]\nc = \"\"\"x\n]\"\"\" # d\n", "\"q k\" = 1\r\n", "[[a.b]]\nx = {y = [1]}")) {
            assertThat(TomlText.whole(text)).as(text).isTrue();
            assertThat(readable(() -> TomlText.read(text))).as(text).isTrue();
        }
    }

    @FunctionalInterface
    private interface Reading {
        void run() throws UnreadableException;
    }

    private static boolean readable(Reading reading) {
        try {
            reading.run();
            return true;
        } catch (UnreadableException e) {
            return false;
        }
    }
}
