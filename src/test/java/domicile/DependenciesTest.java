package domicile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ships, by its bill of materials, beside the list of published faults in {@code .ci/advisories.csv}. */
class DependenciesTest {
    private record Part(String name, String version) {}

    private record Advisory(String part, String mended, String id) {
        boolean hits(Part p) {
            return p.name().equals(part) && Version.parse(p.version()).compareTo(Version.parse(mended)) < 0;
        }
    }

    @Test
    void noPartThatShipsHasAFaultOfTheList() throws IOException {
        List<Part> parts = parts();
        List<Advisory> advisories = advisories();

        assertThat(parts).extracting(Part::name).contains("com.h2database:h2", "org.openjfx:javafx-base");
        assertThat(advisories).hasSizeGreaterThan(40);
        assertThat(parts)
                .as("mend by a newer version, or take the part out")
                .allSatisfy(p -> assertThat(advisories.stream().filter(a -> a.hits(p)))
                        .as(p.toString())
                        .isEmpty());
    }

    @Test
    void anOlderVersionWouldBeFound() throws IOException {
        assertThat(advisories().stream().filter(a -> a.hits(new Part("org.postgresql:postgresql", "42.7.6"))))
                .extracting(Advisory::id)
                .containsExactly("CVE-2025-49146");
        assertThat(advisories().stream().filter(a -> a.hits(new Part("org.postgresql:postgresql", "42.7.14"))))
                .isEmpty();
    }

    /**
     * One way from each library's log to ours, no server that nobody asked for, nothing that makes objects of a file.
     */
    @Test
    void whatNothingNeedsDoesNotShip() throws IOException {
        assertThat(parts())
                .extracting(Part::name)
                .doesNotContain(
                        "org.apache.logging.log4j:log4j-core",
                        "org.slf4j:jcl-over-slf4j",
                        "org.flywaydb:flyway-database-cockroachdb",
                        "org.yaml:snakeyaml")
                .doesNotHaveDuplicates();
    }

    /** The parts as the bill of materials lists them. */
    static JsonNode bill() throws IOException {
        Path bill = Path.of("target/bom.json");
        assertThat(bill).as("mvn test writes it").exists();
        return new ObjectMapper().readTree(bill.toFile()).get("components");
    }

    private static List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        for (JsonNode c : bill()) {
            parts.add(new Part(
                    c.get("group").asText() + ":" + c.get("name").asText(),
                    c.get("version").asText()));
        }
        return parts.stream().distinct().toList();
    }

    private static List<Advisory> advisories() throws IOException {
        return Files.readAllLines(Path.of(".ci/advisories.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", 4))
                .map(c -> new Advisory(c[0], c[1], c[2]))
                .toList();
    }
}
