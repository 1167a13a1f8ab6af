package domicile.desktop.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Names of documents as a person writes them in one field, and as they are kept. */
class NamesTest {

    @Property
    void whatIsWrittenIsReadBack(
            @ForAll
                    List<@StringLength(min = 1, max = 6) @Chars({',', '"'}) @CharRange(from = 'a', to = 'c') String>
                            names) {
        assertThat(Names.read(Names.written(names))).isEqualTo(names);
    }

    @Test
    void commasStandBetweenNamesAndQuotesAroundOneThatHoldsSome() {
        assertThat(Names.read("order.pdf, \"a, b.pdf\" ,c 1.pdf,, "))
                .containsExactly("order.pdf", "a, b.pdf", "c 1.pdf");
        assertThat(Names.read("")).isEmpty();
        assertThat(Names.written(List.of("the \"big\" one.pdf"))).isEqualTo("the \"big\" one.pdf");
    }

    @Test
    void quotesThatAreStillOpenArePartOfTheName() {
        assertThat(Names.read("\"a, b")).containsExactly("\"a", "b");
    }
}
