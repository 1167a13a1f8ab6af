package domicile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
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
}
