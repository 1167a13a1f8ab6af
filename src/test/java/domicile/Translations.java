package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A bundle's languages held against each other: a key that one lacks would be said in English. */
public final class Translations {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private Translations() {}

    /** Asserts that a language has the keys of the English bundle, each with the same arguments. */
    public static void agree(String bundle, String language) throws IOException {
        Properties english = read(bundle, "");
        Properties translated = read(bundle, language);
        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(translated.getProperty(key)))
                    .as(key + language)
                    .isEqualTo(arguments(english.getProperty(key)));
        }
    }

    /**
     * The texts of a bundle in a language.
     *
     * @param bundle such as {@code report/Report}
     * @param language such as {@code _de}; empty is English
     */
    public static Properties read(String bundle, String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src/main/resources/domicile/" + bundle + language + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(pattern).results().forEach(m -> arguments.add(m.group(1)));
        return arguments;
    }
}
