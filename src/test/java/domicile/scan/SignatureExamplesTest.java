package domicile.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import domicile.residency.Offering;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each signature has an example that it finds and one next to it that it does not. */
class SignatureExamplesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src", "test", "resources", "domicile", "scan", "examples.jsonl");

    @TempDir
    private Path folder = Path.of(".");

    private static List<JsonNode> examples() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String line : Files.readAllLines(EXAMPLES)) {
            all.add(MAPPER.readTree(line));
        }
        return all;
    }

    @Test
    void everySignatureHasAnExample() throws IOException {
        Set<String> named = new TreeSet<>();
        examples().forEach(e -> named.add(e.path("signature").asText()));
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Signatures.shipped().all().stream().map(Signature::id).toList());
        assertThat(named).hasSizeGreaterThan(200);
    }

    @Test
    void everySignatureNamesWhatTheRegisterHas() {
        for (Signature s : Signatures.shipped().all()) {
            if (s.offering().isPresent()) {
                Optional<Offering> offering =
                        Trees.REGISTER.offering(s.offering().get());
                assertThat(offering).as(s.id()).isPresent();
                s.deployment()
                        .ifPresent(d -> assertThat(offering.get().deployments().stream()
                                        .map(f -> f.value().id()))
                                .as(s.id())
                                .contains(d));
            }
            assertThat(Signatures.shipped().sourcesOf(s)).as(s.id()).isNotEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> theExamples() throws IOException {
        return examples().stream()
                .map(e -> dynamicTest(e.path("signature").asText(), () -> {
                    Path finds = folder.resolve(e.path("signature").asText() + "-finds");
                    Path leaves = folder.resolve(e.path("signature").asText() + "-leaves");
                    Trees.write(finds, e.path("file").asText(), e.path("finds").asText());
                    Trees.write(
                            leaves, e.path("file").asText(), e.path("leaves").asText());
                    Signature s = Signatures.shipped()
                            .signature(e.path("signature").asText())
                            .orElseThrow();
                    assertThat(meets(Trees.scan(finds), s, e)).as(e.toString()).isTrue();
                    assertThat(meets(Trees.scan(leaves), s, e)).as(e.toString()).isFalse();
                }));
    }

    private static boolean meets(ScanResult result, Signature s, JsonNode example) {
        if (s.kind() == Signature.Kind.SWITCH) {
            return result.switches().stream().anyMatch(k -> k.signature().equals(s.id()));
        }
        Optional<String> offering =
                example.has("offering") ? Optional.of(example.path("offering").asText()) : s.offering();
        Optional<String> deployment = example.has("deployment")
                ? Optional.of(example.path("deployment").asText())
                : s.deployment();
        List<String> places = new ArrayList<>();
        example.path("places").forEach(p -> places.add(p.asText()));
        List<String> wanted =
                (example.has("places") ? places : s.places()).stream().sorted().toList();
        return result.usages().stream()
                .anyMatch(u -> u.offering().equals(offering)
                        && (offering.isPresent() || u.service().equals(s.service()))
                        && u.deployment().equals(deployment)
                        && u.places().equals(wanted));
    }
}
