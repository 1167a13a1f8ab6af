package domicile.desktop.register;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Exit;
import domicile.desktop.kit.FactTexts;
import domicile.desktop.kit.Texts;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Placement;
import domicile.residency.Register;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kind of fact that no screen knows stands in the detail, in the words of its bundle. */
class MadeUpDetailTest {
    @TempDir
    private Path folder;

    private Register register() throws IOException {
        return Exit.pack(folder, Exit.LINE).register(LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | Getting out | Topic: embeddings · Notice in days: 90 · Format: an open one · Handed over in: European Union, Switzerland · Tools: S3, by hand, rclone · Helped by: Groq · Seat: Switzerland · In force since: 2025-07 · At a charge · only with batch
            de | Ausstieg | Thema: embeddings · Vorlauf in Tagen: 90 · Format: ein offenes · Übergabe in: Europäische Union, Schweiz · Werkzeuge: S3, by hand, rclone · Hilfe von: Groq · Sitz: Schweiz · In Kraft seit: 2025-07 · Gegen Entgelt · nur mit batch""")
    void itIsSaidFieldByField(String language, String about, String says) throws IOException {
        Register register = register();
        Texts words = new Texts(Locale.of(language), Exit.KINDS);
        FactTexts texts = new FactTexts(words, register);
        Fact<Exit> fact =
                register.offering("groq").orElseThrow().facts(Exit.class).getFirst();
        assertThat(texts.about(fact.value())).isEqualTo(about);
        assertThat(texts.value(fact.value())).isEqualTo(says);
        assertThat(texts.style(fact.value())).isEmpty();
        assertThat(FactTexts.aboutId(fact.id(), words)).isEqualTo(about + ": embeddings (batch)");
        assertThat(texts.copy(register.offering("groq").orElseThrow(), fact)).contains(says, "We hand them over.");
    }

    /** Every fact stands in the detail: a placement in its layer, any other under one heading. */
    @Test
    void noFactIsLeftOut() throws IOException {
        Register register = register();
        for (Offering offering : register.offerings()) {
            List<Fact<?>> shown = DetailView.sections(offering).values().stream()
                    .flatMap(List::stream)
                    .toList();
            int layers = offering.facts(Placement.class).size();
            assertThat(shown).doesNotHaveDuplicates().hasSize(offering.facts().size() - layers);
        }
        assertThat(DetailView.sections(register.offering("groq").orElseThrow()).get("detail.other"))
                .anyMatch(f -> f.value() instanceof Exit);
    }
}
