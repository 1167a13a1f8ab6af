package domicile.scan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file is run in, by its name or a folder's. */
public enum Environment {
    PROD("prod", "prod", "production", "live"),
    STAGING("staging", "staging", "stage", "stg"),
    DEV("dev", "dev", "development", "local"),
    TEST("test", "test", "qa", "ci");

    private static final Map<String, Environment> BY_NAME = Stream.of(values())
            .flatMap(e -> e.names.stream().map(name -> Map.entry(name, e)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Pattern PARTS = Pattern.compile("[^a-z0-9]+");

    private final String word;
    private final List<String> names;

    Environment(String word, String... names) {
        this.word = word;
        this.names = List.of(names);
    }

    /** As outputs and options have it. */
    public String word() {
        return word;
    }

    /** The environment that a person names. */
    public static Optional<Environment> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The environment of a file: its name speaks before its folders, the nearest folder first. */
    public static Optional<Environment> of(String path) {
        String[] parts = path.split("/");
        String name = parts[parts.length - 1];
        if (!Role.testFile(name)) {
            for (String part : PARTS.split(name.toLowerCase(Locale.ROOT))) {
                if (BY_NAME.containsKey(part)) {
                    return Optional.of(BY_NAME.get(part));
                }
            }
        }
        for (int i = parts.length - 2; i >= 0; i--) {
            String folder = parts[i].toLowerCase(Locale.ROOT);
            // a folder of tests is a role, not somewhere that a program runs
            if (!Role.testFolder(folder)) {
                String[] words = PARTS.split(folder);
                String last = words.length == 0 ? "" : words[words.length - 1];
                if (BY_NAME.containsKey(last)) {
                    return Optional.of(BY_NAME.get(last));
                }
            }
        }
        return Optional.empty();
    }
}
