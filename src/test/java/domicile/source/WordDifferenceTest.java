package domicile.source;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {

    @Test
    void theWordsThatDifferAreMarkedOnBothSides() {
        WordDifference difference =
                WordDifference.of("It covers all endpoints and regions.", "It covers most endpoints, and regions.");
        assertThat(difference.before())
                .containsExactly(
                        new WordDifference.Piece("It covers", false),
                        new WordDifference.Piece("all endpoints", true),
                        new WordDifference.Piece("and regions.", false));
        assertThat(difference.after())
                .containsExactly(
                        new WordDifference.Piece("It covers", false),
                        new WordDifference.Piece("most endpoints,", true),
                        new WordDifference.Piece("and regions.", false));
        assertThat(WordDifference.of("", "All new").after()).containsExactly(new WordDifference.Piece("All new", true));
    }

    @Test
    void noWordIsLostAndWhatIsNotMarkedStandsOnBothSides() {
        Seeds.forAll(200, random -> {
            List<String> was = words(random);
            List<String> is = words(random);
            WordDifference difference = WordDifference.of(String.join(" ", was), String.join(" ", is));
            assertThat(text(difference.before(), true)).isEqualTo(String.join(" ", was));
            assertThat(text(difference.after(), true)).isEqualTo(String.join(" ", is));
            assertThat(text(difference.before(), false)).isEqualTo(text(difference.after(), false));
        });
    }

    private static List<String> words(java.util.random.RandomGenerator random) {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            words.add(List.of("all", "no", "data", "stays", "in", "30").get(random.nextInt(6)));
        }
        return words;
    }

    private static String text(List<WordDifference.Piece> pieces, boolean all) {
        return pieces.stream()
                .filter(p -> all || !p.differs())
                .map(WordDifference.Piece::text)
                .collect(Collectors.joining(" "));
    }
}
