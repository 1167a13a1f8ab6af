package domicile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The helper of the properties: it makes as many different tries as asked for, and tells where one fails. */
class SeedsTest {

    @Test
    void everyTryIsAnother() {
        Set<Long> seen = new HashSet<>();
        Seeds.forAll(500, random -> seen.add(random.nextLong()));
        assertThat(seen).hasSize(500);
    }

    @Test
    void aFailureNamesItsSeedAndWhatFailed() {
        int[] tries = {0};
        assertThatThrownBy(
                        () -> Seeds.forAll(10, random -> assertThat(tries[0]++).isLessThan(3)))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)does not hold for -Dseed=-?[0-9]+: .*less than.*");
        assertThat(tries[0]).isEqualTo(4);
    }

    @Test
    void whatIsThrownIsAFailureToo() {
        assertThatThrownBy(() -> Seeds.forAll(1, random -> {
                    throw new java.io.IOException("no disk");
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("no disk");
    }

    @Test
    void soIsWhatTheMachineThrows() {
        assertThatThrownBy(() -> Seeds.forAll(1, random -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("does not hold for -Dseed=0: deep");
    }

    @Test
    void generatorsReachTheirEdges() {
        Set<Integer> numbers = new HashSet<>();
        Set<Integer> sizes = new HashSet<>();
        Set<Character> letters = new HashSet<>();
        Seeds.forAll(200, random -> {
            numbers.add(Seeds.between(random, -2, 1_000_000));
            sizes.add(Seeds.some(random, List.of("a", "b", "c")).size());
            sizes.add(10 + Seeds.list(random, 2, () -> 1).size());
            for (char c : Seeds.text(random, "xyz", 0, 5).toCharArray()) {
                letters.add(c);
            }
        });
        assertThat(numbers).contains(-2, 1_000_000).allMatch(n -> n >= -2 && n <= 1_000_000);
        assertThat(sizes).containsExactlyInAnyOrder(0, 1, 2, 3, 10, 11, 12);
        assertThat(letters).containsExactlyInAnyOrder('x', 'y', 'z');
    }
}
