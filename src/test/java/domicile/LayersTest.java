package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of the layers is made from the classes; {@link ArchitectureTest} says which arrows may be there. */
class LayersTest {
    private static final Path PAGE = Path.of("src/site/layers.md");
    private static final String WRITE = "domicile.layers.write";
    private static final String ROOT = "domicile";
    /** Those whose parts are shown each. */
    private static final List<String> HOUSES = List.of("desktop", "report");

    @Test
    void thePictureShowsThePackagesAsTheyAre() throws IOException {
        String page = page(uses());
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as(
                        "packages use others than before; once that is meant: mvn -o test -Dtest=LayersTest -D%s=true",
                        WRITE)
                .hasContent(page);
    }

    /** The packages that each package uses. */
    private static SortedMap<String, SortedSet<String>> uses() {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT)) {
            String from = name(type);
            SortedSet<String> used = uses.computeIfAbsent(from, name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(t -> t.getPackageName().equals(ROOT)
                            || t.getPackageName().startsWith(ROOT + "."))
                    .map(LayersTest::name)
                    .filter(to -> !to.equals(from))
                    .forEach(used::add);
        }
        return uses;
    }

    /** {@code register} for all below {@code domicile.register}, {@code desktop.kit} for all below that. */
    private static String name(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        if (parts.length == 1) {
            return ROOT;
        }
        return HOUSES.contains(parts[1]) && parts.length > 2 ? parts[1] + "." + parts[2] : parts[1];
    }

    private static String page(SortedMap<String, SortedSet<String>> uses) {
        return """
                # Layers

                `LayersTest` makes this page from the classes and fails where it is another one; `ArchitectureTest` says what may use what.
                An arrow points to what is used. An arrow that follows from others is left out of the picture; the table has all.

                ```mermaid
                graph TD
                %s
                ```

                | package | uses |
                |---|---|
                %s
                """.formatted(picture(uses), table(uses));
    }

    private static String picture(Map<String, SortedSet<String>> uses) {
        String names = uses.keySet().stream()
                .map(n -> "    %s[%s]".formatted(id(n), n))
                .collect(Collectors.joining("\n"));
        String arrows = uses.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .filter(to -> e.getValue().stream().noneMatch(by -> !by.equals(to) && reaches(by, to, uses)))
                        .map(to -> "    %s --> %s".formatted(id(e.getKey()), id(to))))
                .collect(Collectors.joining("\n"));
        return names + "\n" + arrows;
    }

    /** Whether a package uses another, by itself or through others; packages form no circle. */
    private static boolean reaches(String from, String to, Map<String, SortedSet<String>> uses) {
        SortedSet<String> used = uses.getOrDefault(from, new TreeSet<>());
        return used.contains(to) || used.stream().anyMatch(by -> reaches(by, to, uses));
    }

    private static String table(Map<String, SortedSet<String>> uses) {
        return uses.entrySet().stream()
                .map(e -> "| %s | %s |".formatted(e.getKey(), String.join(", ", List.copyOf(e.getValue()))))
                .collect(Collectors.joining("\n"));
    }

    private static String id(String name) {
        return name.replace('.', '_');
    }
}
