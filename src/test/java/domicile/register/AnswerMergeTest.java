package domicile.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.Seeds;
import domicile.register.AnswerMerge.Conflict;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two states of one assessment become one, and nothing that either has said is lost without a word. */
class AnswerMergeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode answer(String state, int question) {
        return read(state).path("answers").path("q" + question);
    }

    /** A state with some of the answers given anew, or taken back. */
    private static String changed(String state, Random random) {
        ObjectNode all = (ObjectNode) read(state);
        ObjectNode answers = (ObjectNode) all.path("answers");
        for (int q = 0; q < 6; q++) {
            if (random.nextInt(3) == 0) {
                if (random.nextInt(4) == 0) {
                    answers.remove("q" + q);
                } else {
                    answers.putObject("q" + q).putArray("values").add(random.nextInt(3));
                }
            }
        }
        return all.toString();
    }

    @Test
    void whatOneHasChangedCountsAndWhatBothHaveChangedIsTold() {
        Seeds.forAll(500, random -> {
            String base = changed("{\"schema\":\"domicile.answers/1\",\"answers\":{},\"evidence\":[]}", random);
            String mine = changed(base, random);
            String theirs = changed(base, random);
            AnswerMerge.Merged merged = AnswerMerge.of(base, mine, theirs);
            for (int q = 0; q < 6; q++) {
                JsonNode b = answer(base, q);
                JsonNode m = answer(mine, q);
                JsonNode t = answer(theirs, q);
                JsonNode came = answer(merged.answers(), q);
                List<String> path = List.of("answers", "q" + q);
                boolean told =
                        merged.conflicts().stream().anyMatch(c -> c.path().equals(path));
                assertThat(told).isEqualTo(!m.equals(b) && !t.equals(b) && !m.equals(t));
                assertThat(came).isEqualTo(t.equals(b) ? m : t);
            }
            String decided = merged.answers();
            for (Conflict c : merged.conflicts()) {
                decided = AnswerMerge.with(decided, c, c.mine());
            }
            for (int q = 0; q < 6; q++) {
                JsonNode m = answer(mine, q);
                assertThat(answer(decided, q)).isEqualTo(m.equals(answer(base, q)) ? answer(theirs, q) : m);
            }
        });
    }

    @Test
    void listsAreMergedByTheirElements() {
        String base = "{\"answers\":{},\"evidence\":[{\"a\":1},{\"a\":2}],\"meeting\":{\"attendees\":[\"Kim\"],"
                + "\"seconds\":10}}";
        String mine = "{\"answers\":{},\"evidence\":[{\"a\":2},{\"a\":3}],\"meeting\":{\"attendees\":[\"Kim\","
                + "\"Lou\"],\"seconds\":40}}";
        String theirs = "{\"answers\":{},\"evidence\":[{\"a\":1},{\"a\":2},{\"a\":4}],\"meeting\":{\"attendees\":"
                + "[\"Kim\",\"Sam\"],\"seconds\":30}}";
        AnswerMerge.Merged merged = AnswerMerge.of(base, mine, theirs);
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.answers())
                .isEqualTo("{\"answers\":{},\"evidence\":[{\"a\":2},{\"a\":4},{\"a\":3}],\"meeting\":{\"attendees\":"
                        + "[\"Kim\",\"Sam\",\"Lou\"],\"seconds\":40}}");
    }

    @Test
    void oneRiskIsAcceptedOnce() {
        String state =
                "{\"answers\":{},\"accepted\":[{\"offering\":\"groq\",\"requirement\":\"ZDR\",\"reason\":\"%s\"}]}";
        AnswerMerge.Merged merged =
                AnswerMerge.of("{\"answers\":{}}", state.formatted("mine"), state.formatted("theirs"));
        assertThat(merged.answers()).isEqualTo(state.formatted("theirs"));
        assertThat(merged.conflicts()).singleElement().satisfies(c -> {
            assertThat(c.path()).containsExactly("accepted", "groq ZDR");
            assertThat(AnswerMerge.with(merged.answers(), c, c.mine())).isEqualTo(state.formatted("mine"));
            assertThat(AnswerMerge.with(merged.answers(), c, "")).isEqualTo("{\"answers\":{},\"accepted\":[]}");
        });
    }

    /** Whoever types on is not in conflict with themselves. */
    @Test
    void whatIsStoredAsIHaveWrittenItIsNobodyElses() {
        String state = "{\"answers\":{\"q\":{\"values\":[\"%s\"]}}}";
        AnswerMerge.Merged merged = AnswerMerge.of(
                state.formatted("a"), state.formatted("abc"), state.formatted("ab"), state.formatted("ab"));
        assertThat(merged).isEqualTo(new AnswerMerge.Merged(state.formatted("abc"), List.of()));
    }

    @Test
    void whatCannotBeReadIsShownWhole() {
        AnswerMerge.Merged merged = AnswerMerge.of("{}", "{\"answers\":{}}", "damaged");
        assertThat(merged.answers()).isEqualTo("damaged");
        assertThat(merged.conflicts())
                .singleElement()
                .satisfies(c ->
                        assertThat(AnswerMerge.with("damaged", c, c.mine())).isEqualTo("{\"answers\":{}}"));
    }
}
