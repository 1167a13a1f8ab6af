package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalTest {
    private static Stream<List<Map<String, Object>>> lists() {
        Map<String, Object> plain = RegisterJson.ordered("z", 1, "a", "text");
        Map<String, Object> nested = RegisterJson.ordered("é", List.of(1, 2), "payload", "{\"entries\":[]}");
        return Stream.of(List.of(), List.of(plain), List.of(nested, plain, nested));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void itemsOneByOneGiveTheSumOfTheWhole(List<Map<String, Object>> items) {
        Map<String, Object> whole = form();
        whole.put("entries", items);

        assertThat(Canonical.sha256(form(), "entries", items.stream())).isEqualTo(Canonical.sha256(whole));
    }

    /** Its texts look like the list itself. */
    private static Map<String, Object> form() {
        return new LinkedHashMap<>(RegisterJson.ordered(
                "who", "\"entries\":[]", "cited", RegisterJson.ordered("b", 2, "a", "\\\"entries\":[]")));
    }
}
