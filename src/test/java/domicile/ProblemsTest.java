package domicile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import domicile.json.JsonProblem;
import domicile.problem.Message;
import domicile.problem.Problem;
import domicile.problem.ProblemException;
import domicile.problem.SourceLocation;
import domicile.register.RegisterProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is refused is said in every language, and with all that its sentences ask for. */
class ProblemsTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("domicile");
    private static final Path SOURCES = Path.of("src/main/java/domicile");
    private static final Path BUNDLE = Path.of("src/main/resources/domicile/problem");
    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");
    private static final Pattern THROWN = Pattern.compile(
            "Problem\\.([A-Z0-9_]+)\\s*\\.(at|because)\\(|refuse\\(\\s*\\w+Problem\\.([A-Z0-9_]+)\\s*([,)])");
    private static final Pattern CHECKED = Pattern.compile("\"((?:damage|disk|opening)\\.[a-z]+)\"");

    @Test
    void everySentenceIsThereInEveryLanguageWithTheSameArguments() throws IOException {
        Map<String, String> english = load("");
        for (String language : List.of("_de", "_fr")) {
            Map<String, String> said = load(language);
            assertThat(said.keySet()).as(language).isEqualTo(english.keySet());
            english.forEach((key, text) -> {
                assertThat(said.getOrDefault(key, "")).as(key + language).isNotBlank();
                assertThat(arguments(said.getOrDefault(key, "")))
                        .as(key + language)
                        .isEqualTo(arguments(text));
                if (arguments(text).isEmpty() && !key.equals("or")) {
                    assertThat(said.getOrDefault(key, "")).as(key + language).isNotEqualTo(text);
                }
            });
        }
    }

    @Test
    void everyProblemHasASentenceAndARemedyAndIsUsed() throws IOException {
        String all = sources();
        TreeSet<String> keys = new TreeSet<>(List.of("or", "where", "another.file"));
        for (Enum<?> problem : problems()) {
            assertThat(keys.add(problem.name() + ".what"))
                    .as("one meaning of " + problem)
                    .isTrue();
            keys.add(problem.name() + ".remedy");
            assertThat(Pattern.compile(problem.getDeclaringClass().getSimpleName() + "\\." + problem.name() + "\\b")
                            .matcher(all)
                            .find())
                    .as("use of " + problem)
                    .isTrue();
        }
        Matcher checked = CHECKED.matcher(all);
        while (checked.find()) {
            keys.add(checked.group(1));
        }
        assertThat(load("").keySet()).isEqualTo(keys);
    }

    /** Else a person would read {1}. */
    @Test
    void whatIsThrownHasAllThatItsSentencesAskFor() throws IOException {
        Map<String, String> english = load("");
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        String all = sources();
        Matcher thrown = THROWN.matcher(all);
        while (thrown.find()) {
            seen++;
            boolean fromNode = thrown.group(1) == null;
            String name = fromNode ? thrown.group(3) : thrown.group(1);
            int before = fromNode ? 0 : thrown.group(2).equals("at") ? 1 : 2;
            int given = fromNode && thrown.group(4).equals(")") ? 0 : count(all, thrown.end()) - before;
            TreeSet<Integer> asked = new TreeSet<>(arguments(english.getOrDefault(name + ".what", "")));
            asked.addAll(arguments(english.getOrDefault(name + ".remedy", "")));
            if (given != (asked.isEmpty() ? 0 : asked.last() + 1)) {
                wrong.add(name + " is given " + given);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void whatTheDesktopCanShowIsAProblem() {
        noClasses()
                .that()
                .resideOutsideOfPackage("domicile.cli..")
                .and()
                .areNotAssignableFrom(Problem.class)
                .and()
                .areNotAssignableFrom(ProblemException.class)
                .should()
                .callConstructorWhere(new DescribedPredicate<JavaConstructorCall>("makes a ProblemException") {
                    @Override
                    public boolean test(JavaConstructorCall call) {
                        return call.getTargetOwner().isEquivalentTo(ProblemException.class);
                    }
                })
                .check(OURS);
    }

    @Test
    void thePlaceTheDayAndTheChoiceAreSaidInTheLanguageToo() {
        LocalDate day = LocalDate.of(2026, 6, 30);
        ProblemException refused = RegisterProblem.NEEDS_ANOTHER.at(
                new SourceLocation("groq.json", "/a", 3), "groq", List.of("a", "b"), day);
        assertThat(refused).hasMessageStartingWith("groq.json#/a (line 3): groq needs a or b, which");
        assertThat(refused.what(Locale.GERMAN))
                .isEqualTo("groq braucht a oder b, was das Register am 30.06.2026 nicht hätte");
        assertThat(refused.where(Locale.FRENCH)).isEqualTo("groq.json#/a (ligne 3)");
        assertThat(refused.remedy(Locale.GERMAN)).startsWith("es in derselben");
        assertThat(Message.of("damage.day", day, refused).in(Locale.GERMAN)).startsWith("Am 30.06.2026: groq braucht");
        assertThat(Message.of("damage.day", day, refused)).hasToString("as of 2026-06-30: " + refused.what());
        assertThat(refused.what(Locale.JAPANESE)).contains("groq needs a or b");
        assertThat(new ProblemException("what", "where", "remedy").what(Locale.GERMAN))
                .isEqualTo("what");
        assertThat(JsonProblem.BAD_DATE.at("a", "x\u202Ey").what(Locale.GERMAN))
                .isEqualTo("„x\\u202Ey“ ist kein Datum");
    }

    /** The problems of every layer. */
    private static List<Enum<?>> problems() {
        List<Enum<?>> all = new ArrayList<>();
        OURS.stream()
                .filter(c -> c.isAssignableTo(Problem.class) && !c.isInterface())
                .sorted(Comparator.comparing(JavaClass::getName))
                .forEach(c -> {
                    for (Object constant : c.reflect().getEnumConstants()) {
                        all.add((Enum<?>) constant);
                    }
                });
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    /** How many arguments stand from an index to the parenthesis that ends them. */
    private static int count(String source, int from) {
        int depth = 0;
        int commas = 0;
        boolean text = false;
        for (int i = from; ; i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                text = !text;
            } else if (!text && (c == '(' || c == '[')) {
                depth++;
            } else if (!text && (c == ')' || c == ']')) {
                if (depth == 0) {
                    return commas + 1;
                }
                depth--;
            } else if (!text && c == ',' && depth == 0) {
                commas++;
            }
        }
    }

    private static TreeSet<Integer> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> load(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE.resolve("Problems" + language + ".properties"))) {
            properties.load(in);
        }
        Map<String, String> said = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> said.put(k, properties.getProperty(k)));
        return said;
    }
}
