package domicile.desktop.assessment.common;

import static org.assertj.core.api.Assertions.assertThat;

import domicile.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of documents as a person writes them in one field, and as they are kept. */
class DocumentNamesTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Seeds.forAll(1_000, random -> {
            List<String> names = Seeds.list(random, 20, () -> Seeds.text(random, "abc,\"", 1, 6));
            assertThat(DocumentNames.read(DocumentNames.written(names))).isEqualTo(names);
        });
    }

    @Test
    void commasStandBetweenNamesAndQuotesAroundOneThatHoldsSome() {
        assertThat(DocumentNames.read("order.pdf, \"a, b.pdf\" ,c 1.pdf,, "))
                .containsExactly("order.pdf", "a, b.pdf", "c 1.pdf");
        assertThat(DocumentNames.read("")).isEmpty();
        assertThat(DocumentNames.written(List.of("the \"big\" one.pdf"))).isEqualTo("the \"big\" one.pdf");
    }

    @Test
    void quotesThatAreStillOpenArePartOfTheName() {
        assertThat(DocumentNames.read("\"a, b")).containsExactly("\"a", "b");
    }
}
