package domicile.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.assessment.Requirement;
import domicile.desktop.help.Term;
import domicile.desktop.kit.Texts;
import domicile.residency.Attestation;
import domicile.residency.CorporateTie;
import domicile.residency.Evidence;
import domicile.residency.FactField;
import domicile.residency.FactKinds;
import domicile.search.Facet;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desktop's words: complete in every language, used, and none asked for that is not there. */
class BundlesTest {
    private static final Path SOURCES = Path.of("src/main/java/domicile/desktop");
    private static final Path RESOURCES = Path.of("src/main/resources/domicile/desktop");
    private static final Path FACTS = Path.of("src/main/resources/domicile/residency/Facts.properties");
    private static final List<String> LANGUAGES = List.of("", "_de", "_fr");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9-]*)+)\"");

    /** A mark without a space before it that no line breaks at, or an opening one without such a space after it. */
    private static final Pattern UNSPACED =
            Pattern.compile("[^\\u00A0\\u202F][:;?!\\u00BB](?![\\p{L}\\p{N}/])|\\u00AB[^\\u00A0\\u202F]");

    /** Whose values {@link Texts#of} is called with: a value needs a text, and a text needs a value. */
    private static final List<Class<? extends Enum<?>>> ENUMS = List.of(
            CorporateTie.Relation.class,
            domicile.assessment.DocumentNotCounted.Why.class,
            domicile.report.document.Kind.class,
            Facet.Group.class,
            Term.class,
            Term.Origin.class,
            Facet.Days.class,
            Facet.Age.class,
            domicile.source.Standing.class,
            domicile.page.QuoteState.class,
            domicile.residency.Capture.How.class);

    /** Keys that are put together in the code. */
    private static final List<String> BUILT = Stream.of(
                    Stream.of("register", "assessment", "maintenance", "compare", "help")
                            .map(name -> "nav." + name),
                    Stream.of("eu-personal-data", "us-health", "us-federal", "general")
                            .flatMap(name -> Stream.of("example." + name, "example." + name + ".text")),
                    // the columns that are not called by an attestation's name
                    Stream.of(
                                    "OFFERING",
                                    "DPA",
                                    "PROVIDER",
                                    "OPERATOR",
                                    "INFERENCE",
                                    "STORAGE",
                                    "ENDPOINT_SERVICES",
                                    "ZDR",
                                    "RETENTION",
                                    "TRAINING",
                                    "MODELS",
                                    "READ")
                            .map(name -> "Column." + name),
                    Stream.of("CONFLICT", "SILENT").map(name -> "Said." + name),
                    Stream.of("rules.changed.certification"),
                    Stream.of(Requirement.values())
                            .filter(r -> r.attestation()
                                    .filter(Attestation.Kind::certification)
                                    .isEmpty())
                            .map(r -> "rules.changed." + r),
                    FactKinds.SHIPPED.all().stream().map(k -> "fact." + k.id()),
                    // what is changed by hand, and how differences call it
                    Stream.concat(
                                    FactKinds.SHIPPED.all().stream()
                                            .flatMap(k -> k.fields().stream())
                                            .map(FactField::name),
                                    Stream.of(
                                            "cloud",
                                            "code",
                                            "members",
                                            "membersUnpublished",
                                            "note",
                                            "number",
                                            "operator",
                                            "order",
                                            "products",
                                            "provider",
                                            "publisher",
                                            "read",
                                            "quote",
                                            "source",
                                            "states",
                                            "text",
                                            "title",
                                            "variant"))
                            .map(name -> "field." + name),
                    Stream.of("id", "models", "services", "variant").map(name -> "hint." + name),
                    Stream.of("true", "false").map(name -> "value." + name),
                    Stream.of(Term.values()).map(t -> "TermText." + t),
                    Stream.of("eu-personal-data", "us-health", "us-federal", "general")
                            .map(name -> "template." + name),
                    Stream.of(Evidence.Kind.values()).map(kind -> "documents.shows." + kind),
                    Stream.of("questionnaire", "findings", "documents", "inUse", "meeting", "report")
                            .map(name -> "tab." + name))
            .flatMap(keys -> keys)
            .toList();

    private record Bundle(String name, Map<String, Map<String, String>> byLanguage) {
        Map<String, String> english() {
            return byLanguage.getOrDefault("", Map.of());
        }
    }

    @Test
    void everyLanguageHasEveryKeyWithTheSameArguments() throws IOException {
        for (Bundle bundle : bundles()) {
            for (String language : LANGUAGES) {
                Map<String, String> said = bundle.byLanguage().getOrDefault(language, Map.of());
                assertThat(said.keySet())
                        .as(bundle.name() + language)
                        .isEqualTo(bundle.english().keySet());
                bundle.english()
                        .forEach((key, english) -> assertThat(arguments(said.getOrDefault(key, "")))
                                .as("arguments of %s in %s%s", key, bundle.name(), language)
                                .isEqualTo(arguments(english)));
            }
        }
    }

    @Test
    void noTextIsEmptyOrHoldsAQuoteThatMessageFormatWouldEat() throws IOException {
        for (Bundle bundle : bundles()) {
            bundle.byLanguage()
                    .forEach((language, said) -> said.forEach((key, text) -> assertThat(text)
                            .as("%s in %s%s", key, bundle.name(), language)
                            .isNotBlank()
                            .doesNotContain("'")));
        }
    }

    /** Else a line could start with the mark. */
    @Test
    void inFrenchNoLineBreaksBeforeAMarkThatHasASpaceBeforeIt() throws IOException {
        List<String> breaking = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("_fr.properties")).toList()) {
                load(file).forEach((key, text) -> {
                    if (UNSPACED.matcher(text).find()) {
                        breaking.add(file.getFileName() + " " + key + "=" + text);
                    }
                });
            }
        }
        assertThat(breaking).isEmpty();
        assertThat(UNSPACED.matcher("lu : non").find()).isTrue();
        assertThat(UNSPACED.matcher("lu\u00A0: \u00AB\u00A0non\u00A0\u00BB ?").find())
                .isTrue();
        assertThat(UNSPACED.matcher("lu\u00A0: \u00AB non\u00A0\u00BB").find()).isTrue();
        assertThat(UNSPACED.matcher("lu\u00A0: \u00AB\u00A0non\u00A0\u00BB").find())
                .isFalse();
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> used = new TreeSet<>(literals());
        used.addAll(BUILT);
        used.addAll(enumKeys());
        for (Bundle bundle : bundles()) {
            assertThat(used)
                    .as("used of " + bundle.name())
                    .containsAll(bundle.english().keySet());
        }
    }

    @Test
    void everyKeyThatTheCodeAsksForIsThere() throws IOException {
        Set<String> known = new TreeSet<>();
        bundles().forEach(b -> known.addAll(b.english().keySet()));
        Set<String> families = new TreeSet<>();
        known.forEach(k -> families.add(k.substring(0, k.indexOf('.'))));
        assertThat(known).containsAll(enumKeys()).containsAll(BUILT);
        assertThat(known)
                .containsAll(literals().stream()
                        .filter(l -> families.contains(l.substring(0, l.indexOf('.'))))
                        .toList());
    }

    private static Set<String> enumKeys() {
        Set<String> keys = new TreeSet<>();
        for (Class<? extends Enum<?>> type : ENUMS) {
            for (Enum<?> value : type.getEnumConstants()) {
                keys.add(type.getSimpleName() + "." + value.name());
            }
        }
        return keys;
    }

    private static List<Bundle> bundles() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        try (Stream<Path> files = Stream.concat(Files.walk(RESOURCES), Stream.of(FACTS))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".properties"))
                    .filter(f -> !f.toString().matches(".*_[a-z]{2}\\.properties"))
                    .sorted()
                    .toList()) {
                String base = file.toString().replace(".properties", "");
                Map<String, Map<String, String>> byLanguage = new TreeMap<>();
                for (String language : LANGUAGES) {
                    byLanguage.put(language, load(Path.of(base + language + ".properties")));
                }
                bundles.add(new Bundle(RESOURCES.relativize(Path.of(base)).toString(), byLanguage));
            }
        }
        assertThat(bundles).hasSizeGreaterThanOrEqualTo(3);
        return bundles;
    }

    private static Map<String, String> load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Map<String, String> said = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> said.put(k, properties.getProperty(k)));
        return said;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(file));
                while (matcher.find()) {
                    literals.add(matcher.group(1));
                }
            }
        }
        return literals;
    }

    /** Which arguments a pattern says, such as 0 and 2; those inside a choice count too. */
    private static Set<Integer> arguments(String pattern) {
        Object[] marks = new Object[9];
        Set<Integer> said = new TreeSet<>();
        MessageFormat format = new MessageFormat(pattern, Locale.ROOT);
        Arrays.fill(marks, 0);
        for (int i = 0; i < format.getFormatsByArgumentIndex().length; i++) {
            if (Pattern.compile("\\{" + i + "[},]").matcher(pattern).find()) {
                said.add(i);
            }
        }
        assertThat(format.format(marks)).isNotNull();
        return said;
    }
}
