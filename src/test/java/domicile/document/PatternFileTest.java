package domicile.document;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Schemas;
import domicile.register.Pack;
import domicile.residency.Evidence;
import domicile.residency.Register;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped patterns: each has a text that it finds and one that it leaves. */
class PatternFileTest {
    private static final Register REGISTER = Pack.shipped().register(LocalDate.of(2026, 6, 30));

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void isAsItsSchemaSaysAndHasEveryKind(String language) {
        assertThat(Schemas.errors(
                        PatternFile.SCHEMA, Schemas.text(Path.of("data/clauses").resolve(language + ".json"))))
                .isEmpty();
        assertThat(PatternFile.shipped(language).kinds.keySet()).containsExactlyInAnyOrder(Evidence.Kind.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void eachPatternFindsItsTextAndLeavesTheOther(String language) {
        PatternFile.shipped(language)
                .kinds
                .forEach((kind, patterns) -> patterns.patterns().forEach(pattern -> {
                    assertThat(says(pattern, pattern.finds()))
                            .as(language + ": " + pattern.name() + " finds " + pattern.finds())
                            .isTrue();
                    assertThat(says(pattern, pattern.leaves()))
                            .as(language + ": " + pattern.name() + " leaves " + pattern.leaves())
                            .isFalse();
                }));
    }

    @Test
    void aPhraseIsWordsWithAnyLettersAndAnyWordsBetween() {
        assertThat(says("not ... stor*|kept", "Prompts are not ever stored")).isTrue();
        assertThat(says("not ... stor*|kept", "Prompts are not read; they are stored"))
                .isFalse();
        assertThat(says("*speicher*", "die datenspeicherung")).isTrue();
        assertThat(says("speicher", "die datenspeicherung")).isFalse();
        assertThat(says("^customer", "customer shall")).isTrue();
        assertThat(says("^customer", "the customer shall")).isFalse();
        assertThat(says("soc 2", "a SOC-2 report".toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
    }

    private static boolean says(String phrase, String lower) {
        return new Phrases(java.util.List.of(phrase)).in(Phrases.lower(lower));
    }

    private static boolean says(ClausePattern pattern, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ClauseFinder(
                        DocumentFile.of("x.txt", bytes, Optional.empty()).layout(), REGISTER, Optional.empty())
                .says(pattern, 0);
    }
}
