package domicile.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.json.StrictJson;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Gives a pack's sources the numbers that the register knows their pages by. Two publishers number their sources
 * independently: taking over a number that the register uses for another page would make every fact that cites it cite
 * the wrong page.
 */
final class SourceNumbers {

    private SourceNumbers() {}

    /** The pack's entries, with sources and citations renumbered where the register uses a number for another page. */
    static List<RegisterRecord> asIn(List<RegisterRecord> register, List<RegisterRecord> pack) {
        Map<Integer, ObjectNode> ours = sources(register);
        Map<Integer, ObjectNode> theirs = sources(pack);
        Map<Integer, Integer> numbers = new HashMap<>();
        int next = 1
                + Math.max(
                        ours.keySet().stream().mapToInt(n -> n).max().orElse(0),
                        theirs.keySet().stream().mapToInt(n -> n).max().orElse(0));
        for (Map.Entry<Integer, ObjectNode> their : theirs.entrySet()) {
            int number = their.getKey();
            Optional<ObjectNode> our = Optional.ofNullable(ours.get(number));
            if (our.isPresent() && samePage(our.get(), their.getValue())) {
                continue;
            }
            Optional<Integer> known = ours.entrySet().stream()
                    .filter(o -> samePage(o.getValue(), their.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (known.isPresent()) {
                numbers.put(number, known.get());
            } else if (our.isPresent()) {
                numbers.put(number, next++);
            }
        }
        if (numbers.isEmpty()) {
            return pack;
        }
        return pack.stream().map(e -> renumbered(e, numbers)).toList();
    }

    private static Map<Integer, ObjectNode> sources(List<RegisterRecord> entries) {
        Map<Integer, ObjectNode> sources = new LinkedHashMap<>();
        entries.stream()
                .filter(e -> e.kind() == RegisterKey.Kind.SOURCE)
                .forEach(e -> sources.put(Integer.parseInt(e.part().key()), RegisterJson.fields(e.payload())));
        return sources;
    }

    /** One address is one page; a page that moved keeps its publisher and title. */
    private static boolean samePage(ObjectNode one, ObjectNode other) {
        String url = one.path("url").asText();
        return (!url.isEmpty() && url.equals(other.path("url").asText()))
                || (one.path("publisher").equals(other.path("publisher"))
                        && one.path("title").equals(other.path("title")));
    }

    private static RegisterRecord renumbered(RegisterRecord entry, Map<Integer, Integer> numbers) {
        ObjectNode fields = RegisterJson.fields(entry.payload());
        if (entry.kind() == RegisterKey.Kind.SOURCE) {
            int number = numbers.getOrDefault(
                    Integer.valueOf(entry.part().key()),
                    Integer.valueOf(entry.part().key()));
            fields.put("number", number);
            return new RegisterRecord(RegisterKey.source(number), entry.ordinal(), fields.toString());
        }
        if (entry.kind() == RegisterKey.Kind.CAPTURE) {
            int number = fields.path("source").asInt();
            fields.put("source", numbers.getOrDefault(number, number));
            String payload = fields.toString();
            return new RegisterRecord(
                    RegisterKey.capture(
                            PackReader.capture(StrictJson.read(entry.part().text(), payload))),
                    entry.ordinal(),
                    payload);
        }
        if (entry.kind() == RegisterKey.Kind.OFFERING) {
            fields.path("models").forEach(m -> {
                if (m instanceof ObjectNode model) {
                    renumber(model, numbers);
                }
            });
            return entry.with(fields.toString());
        }
        return entry.kind() == RegisterKey.Kind.FACT
                ? entry.with(renumber(fields, numbers).toString())
                : entry;
    }

    private static ObjectNode renumber(ObjectNode citing, Map<Integer, Integer> numbers) {
        SortedMap<Integer, RegisterJson.Cited> cited = new TreeMap<>();
        // Two numbers that mean one page: it was read on the later of their days.
        RegisterJson.cited(citing)
                .forEach((number, read) -> cited.merge(
                        numbers.getOrDefault(number, number),
                        read,
                        BinaryOperator.maxBy(Comparator.comparing(RegisterJson.Cited::read))));
        return RegisterJson.cite(citing, cited);
    }
}
