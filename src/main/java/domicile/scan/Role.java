package domicile.scan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is there for, by its name and its folders. */
public enum Role {
    SHIPPED,
    TEST,
    EXAMPLE;

    private static final Set<String> TEST_FOLDERS = Set.of("test", "tests", "__tests__", "spec", "e2e", "fixtures");
    private static final Set<String> EXAMPLES = Set.of("example", "sample", "template", "dist");
    private static final Pattern PARTS = Pattern.compile("[^A-Za-z0-9]+");

    /** The role of a file, by its path with {@code /}. */
    public static Role of(String path) {
        String[] parts = path.split("/");
        for (int i = 0; i < parts.length - 1; i++) {
            if (testFolder(parts[i])) {
                return TEST;
            }
        }
        String name = parts[parts.length - 1];
        return testFile(name) ? TEST : exampleFile(name) ? EXAMPLE : SHIPPED;
    }

    /** Whether all files below a folder of this name are tests. */
    static boolean testFolder(String name) {
        return TEST_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a file's name says that it is a test. */
    static boolean testFile(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        int dot = small.lastIndexOf('.');
        String stem = dot > 0 ? small.substring(0, dot) : small;
        return small.startsWith("test_") || stem.endsWith("_test") || stem.endsWith(".test") || stem.endsWith(".spec");
    }

    private static boolean exampleFile(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        // what CloudFormation calls its files
        if (small.startsWith("template.")) {
            return false;
        }
        for (String part : PARTS.split(small)) {
            if (EXAMPLES.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
