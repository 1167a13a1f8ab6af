package domicile.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Doubts;
import domicile.Exit;
import domicile.desktop.kit.Mark;
import domicile.desktop.kit.Texts;
import domicile.register.Pack;
import domicile.residency.Offering;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offerings side by side: layers apart, nothing dropped, every claim cited, what differs marked. */
class ComparisonTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.parse("2026-06-30"));
    private static final Texts TEXTS = new Texts(Locale.ENGLISH).screen("compare");

    private static Comparison compare(String... ids) {
        List<Offering> offerings = List.of(ids).stream()
                .map(id -> REGISTER.offering(id).orElseThrow())
                .toList();
        return Comparison.of(offerings, REGISTER, TEXTS.screen("register"));
    }

    private static Comparison.Row row(Comparison comparison, String label) {
        return comparison.rows().stream()
                .filter(r -> r.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theThreeLayersComeFirstAndSilenceIsNotNothing() {
        Comparison both = compare("groq", "aws-bedrock");
        assertThat(both.rows())
                .extracting(Comparison.Row::label)
                .startsWith("Inference", "Storage", "Endpoint services");
        assertThat(row(both, "Endpoint services").cells())
                .allSatisfy(cell -> assertThat(cell).singleElement().satisfies(e -> {
                    assertThat(e.text()).isEqualTo("? Unknown");
                    assertThat(e.citations()).isEmpty();
                }));
        assertThat(row(both, "Endpoint services").differs()).isFalse();
    }

    @Test
    void aConflictIsSaidFirstAndKeepsBothValuesWithoutTheColourOfOne() {
        List<Comparison.Entry> cell =
                row(compare("groq", "aws-bedrock"), "SOC 2 Type II").cells().getFirst();
        assertThat(cell).extracting(e -> e.text().charAt(0)).containsExactly('!', '✓', '?');
        assertThat(cell).extracting(Comparison.Entry::style).containsExactly(Mark.OPEN, "", "");
    }

    @Test
    void whatIsDisputedNarrowerOrListedBesideTheFactsIsCompared() {
        Register register = Doubts.register();
        Comparison both = Comparison.of(register.offerings(), register, TEXTS);
        assertThat(row(both, "Inference").cells().getFirst())
                .extracting(Comparison.Entry::text)
                .containsExactly(
                        "In US: United States · by default · since 2025-09 · only for claude-opus-4-6 · only with batch",
                        "! Conflict",
                        "In DE: Germany · selectable",
                        "In DE: Germany · by default",
                        "In JP: Japan · data centre named; whether it can be pinned is not published");
        assertThat(row(both, "Zero data retention").cells().getFirst())
                .extracting(Comparison.Entry::text)
                .startsWith("! Conflict", "Stateless", "To be verified");
        Comparison.Row products = row(both, "Called in contracts");
        assertThat(products.cells().getFirst())
                .extracting(Comparison.Entry::text)
                .containsExactly("Doubtful Cloud", "Doubtful API");
        assertThat(products.differs()).isTrue();
        assertThat(row(both, "Models listed").cells().getFirst())
                .extracting(Comparison.Entry::cited)
                .containsExactly("claude-opus-4-6 (claude), served until Dec 31, 2026 [2]");
    }

    @Test
    void aKindThatNobodyKnowsHasARowOfItsOwn(@TempDir Path folder) throws IOException {
        Register register = Exit.pack(folder, Exit.LINE).register(LocalDate.parse("2026-06-30"));
        Texts texts = new Texts(Locale.ENGLISH, Exit.KINDS).screen("compare");
        Comparison both = Comparison.of(register.offerings().subList(6, 9), register, texts);
        Comparison.Row row = row(both, "Getting out");
        assertThat(row.differs()).isTrue();
        assertThat(row.cells())
                .anySatisfy(cell -> assertThat(cell)
                        .singleElement()
                        .satisfies(e -> assertThat(e.cited()).contains("Notice in days: 90", "At a charge", "[19]")));
        assertThat(new ComparisonTable(both, register, texts, false).tsv()).contains("Getting out\tdiffers\t");
    }

    @Test
    void whoHoldsItIsNoDifferenceButWhatIsHeldIs() {
        Comparison both = compare("groq", "mistral-la-plateforme");
        assertThat(row(both, "Data processing agreement").differs()).isFalse();
        assertThat(row(both, "BAA").differs()).isTrue();
        assertThat(both.rows(true)).isNotEmpty().allMatch(Comparison.Row::differs);
        assertThat(both.rows(false)).hasSameSizeAs(both.rows());
    }

    @Test
    void whateverIsStatedIsCited() {
        // what contracts call an offering is no fact, and has no page of its own
        assertThat(compare("groq", "cerebras", "openai-direct", "cohere").rows())
                .filteredOn(row -> !row.label().equals("Called in contracts"))
                .allSatisfy(row -> assertThat(row.cells())
                        .allSatisfy(cell -> assertThat(cell)
                                .allSatisfy(e -> assertThat(e.citations().isEmpty())
                                        .isEqualTo(List.of("? Unknown", "! Conflict")
                                                .contains(e.text())))));
    }

    @Test
    void theCopiedTableHasALineARowAndItsSourcesBelow() {
        Comparison both = compare("groq", "aws-bedrock");
        ComparisonTable table = new ComparisonTable(both, REGISTER, TEXTS.screen("compare"), false);
        List<String> lines = table.tsv().lines().toList();
        assertThat(lines.getFirst().split("\t")).containsExactly("", "Differs?", "Groq", "AWS Bedrock");
        assertThat(lines.subList(0, both.rows().size() + 1)).allMatch(l -> l.split("\t").length == 4);
        assertThat(table.tsv()).contains("https://trust.groq.com/").contains(REGISTER.hash());
        assertThat(table.html()).contains("<th>Groq</th>").doesNotContain("\t");
        assertThat(table.html().split("<tr>")).hasSize(both.rows().size() + 2);
    }
}
