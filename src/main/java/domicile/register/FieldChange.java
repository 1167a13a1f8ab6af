package domicile.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One field in which two versions of a part differ.
 *
 * @param before its value as JSON; empty when it was not there
 * @param after its value as JSON; empty when it is no longer there
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after) {

    /** The fields in which two JSON objects differ, in the order in which they stand there. */
    public static List<FieldChange> between(Optional<String> before, Optional<String> after) {
        Optional<ObjectNode> old = before.map(RegisterJson::fields);
        Optional<ObjectNode> now = after.map(RegisterJson::fields);
        Set<String> names = new LinkedHashSet<>();
        old.ifPresent(o -> o.fieldNames().forEachRemaining(names::add));
        now.ifPresent(n -> n.fieldNames().forEachRemaining(names::add));
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            Optional<String> was = old.map(o -> o.get(name)).map(JsonNode::toString);
            Optional<String> is = now.map(n -> n.get(name)).map(JsonNode::toString);
            if (!was.equals(is)) {
                changes.add(new FieldChange(name, was, is));
            }
        }
        return changes;
    }

    /** Changes in one line, in no language: {@code status "HELD" → "NOT_HELD"}. */
    public static String line(List<FieldChange> changes) {
        return changes.stream()
                .map(c -> c.field() + " " + c.before().orElse("-") + " → "
                        + c.after().orElse("-"))
                .collect(Collectors.joining("; "));
    }
}
