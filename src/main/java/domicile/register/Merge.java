package domicile.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.register.Difference.Choice;
import domicile.residency.FactKinds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A register's parts on a day beside those of a pack: how they differ, and what the register would hold after any of it
 * is taken.
 *
 * <p>A pack speaks of the offerings that it names. What it does not name at all stays unless the comparison is
 * {@code complete}.
 */
final class Merge {
    private static final List<String> CITATION = List.of("source", "read", "quote");
    private static final String ORDER = "order";

    private final Map<RegisterKey, RegisterRecord> register = new LinkedHashMap<>();
    private final Map<RegisterKey, RegisterRecord> pack = new LinkedHashMap<>();
    private final Map<String, List<RegisterKey>> registerFacts;
    private final Map<String, List<RegisterKey>> packFacts;
    private final Set<String> reordered = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final FactKinds kinds;
    private final boolean complete;
    private final int unnamed;

    Merge(List<RegisterRecord> register, List<RegisterRecord> pack, boolean complete, FactKinds kinds) {
        this.kinds = kinds;
        this.complete = complete;
        register.forEach(e -> this.register.put(e.part(), e));
        pack.forEach(e -> this.pack.put(e.part(), withWords(e)));
        registerFacts = factsByOffering(this.register);
        packFacts = factsByOffering(this.pack);
        Set<String> named = pack.stream()
                .filter(e -> e.kind() == RegisterKey.Kind.OFFERING)
                .map(e -> e.part().key())
                .collect(Collectors.toSet());
        for (String offering : named) {
            if (!common(registerFacts, offering).equals(common(packFacts, offering))) {
                reordered.add(offering);
            }
        }
        this.pack.values().forEach(this::compare);
        int elsewhere = 0;
        for (RegisterRecord entry : register) {
            if (!this.pack.containsKey(entry.part())) {
                // a page that was taken in stays, whatever a pack says
                if (entry.kind() != RegisterKey.Kind.CAPTURE
                        && (complete || named.contains(entry.part().about()))) {
                    differences.add(new Difference(
                            Difference.Kind.REMOVED, entry.part(), Optional.of(entry.payload()), Optional.empty()));
                } else {
                    elsewhere++;
                }
            }
        }
        unnamed = elsewhere;
    }

    /** All differences: by offering, what belongs to none first, then in the order of the pack. */
    List<Difference> differences() {
        Map<String, List<Difference>> groups = new LinkedHashMap<>();
        new TreeSet<>(differences.stream().map(d -> d.part().about()).toList())
                .forEach(about -> groups.put(about, new ArrayList<>()));
        differences.forEach(d ->
                groups.computeIfAbsent(d.part().about(), a -> new ArrayList<>()).add(d));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** How many parts of the register the pack says nothing about. */
    int unnamed() {
        return unnamed;
    }

    private void compare(RegisterRecord entry) {
        Optional<RegisterRecord> was = Optional.ofNullable(register.get(entry.part()));
        String about = entry.part().about();
        boolean moved = entry.kind() == RegisterKey.Kind.OFFERING && reordered.contains(about);
        if (was.map(RegisterRecord::payload).equals(Optional.of(entry.payload())) && !moved) {
            return;
        }
        if (was.isPresent() && entry.kind() == RegisterKey.Kind.CAPTURE) {
            return;
        }
        if (was.isEmpty()) {
            add(Difference.Kind.ADDED, entry, Optional.empty(), entry.payload());
        } else if (moved) {
            add(
                    Difference.Kind.CHANGED,
                    entry,
                    Optional.of(ordered(was.get(), common(registerFacts, about))),
                    ordered(entry, common(packFacts, about)));
        } else if (complete || !keptAsConflict(entry)) {
            add(kind(was.get(), entry), entry, Optional.of(was.get().payload()), entry.payload());
        }
    }

    private void add(Difference.Kind kind, RegisterRecord entry, Optional<String> before, String after) {
        differences.add(new Difference(kind, entry.part(), before, Optional.of(after)));
    }

    /** An offering's own fields and, where that differs, the order of its facts, which the rules read as content. */
    private static String ordered(RegisterRecord offering, List<RegisterKey> facts) {
        ObjectNode fields = RegisterJson.fields(offering.payload());
        facts.forEach(f -> fields.withArray(ORDER).add(f.key()));
        return fields.toString();
    }

    private List<RegisterKey> common(Map<String, List<RegisterKey>> facts, String offering) {
        return facts.getOrDefault(offering, List.of()).stream()
                .filter(p -> register.containsKey(p) && pack.containsKey(p))
                .toList();
    }

    /** Each offering's facts in their order; looked for offering by offering, a large pack would take hours. */
    private static Map<String, List<RegisterKey>> factsByOffering(Map<RegisterKey, RegisterRecord> in) {
        return in.keySet().stream()
                .filter(p -> p.kind() == RegisterKey.Kind.FACT)
                .collect(Collectors.groupingBy(RegisterKey::offering));
    }

    private static Difference.Kind kind(RegisterRecord before, RegisterRecord after) {
        if (before.kind() != RegisterKey.Kind.FACT) {
            return Difference.Kind.CHANGED;
        }
        if (uncited(before.payload()).equals(uncited(after.payload()))) {
            return Difference.Kind.CITATION_ONLY;
        }
        Set<String> both = sources(before.payload());
        both.retainAll(sources(after.payload()));
        return both.isEmpty() ? Difference.Kind.CONTRADICTS : Difference.Kind.CHANGED;
    }

    /** Whether the register already keeps what the pack says beside the value that it contradicts. */
    private boolean keptAsConflict(RegisterRecord entry) {
        String said = bare(entry.payload());
        return entry.kind() == RegisterKey.Kind.FACT
                && registerFacts.getOrDefault(entry.part().offering(), List.of()).stream()
                        .filter(p -> p.withoutVariant().equals(entry.part().withoutVariant()))
                        .flatMap(p -> Stream.ofNullable(register.get(p)))
                        .anyMatch(e -> bare(e.payload()).equals(said));
    }

    /** What a pack says without the words of a page keeps the words that the register has of it. */
    private RegisterRecord withWords(RegisterRecord entry) {
        RegisterRecord ours = register.get(entry.part());
        if (ours == null
                || entry.kind() != RegisterKey.Kind.FACT
                || !uncited(ours.payload()).equals(uncited(entry.payload()))) {
            return entry;
        }
        SortedMap<Integer, RegisterJson.Cited> known = RegisterJson.cited(RegisterJson.fields(ours.payload()));
        ObjectNode fields = RegisterJson.fields(entry.payload());
        SortedMap<Integer, RegisterJson.Cited> cited = RegisterJson.cited(fields);
        boolean none = cited.entrySet().stream()
                .noneMatch(c -> c.getValue().quote().isEmpty()
                        && Optional.ofNullable(known.get(c.getKey()))
                                .flatMap(RegisterJson.Cited::quote)
                                .isPresent());
        if (none) {
            return entry;
        }
        cited.replaceAll((source, page) -> new RegisterJson.Cited(
                page.read(),
                page.quote().or(() -> Optional.ofNullable(known.get(source)).flatMap(RegisterJson.Cited::quote))));
        return entry.with(RegisterJson.text(RegisterJson.cite(fields, cited)));
    }

    private static ObjectNode uncited(String payload) {
        return uncited(RegisterJson.fields(payload));
    }

    /** A fact's fields without its pages. */
    static ObjectNode uncited(ObjectNode fact) {
        return fact.deepCopy().remove(CITATION);
    }

    private static String bare(String payload) {
        return RegisterJson.fields(payload).without("variant").toString();
    }

    private static Set<String> sources(String payload) {
        return RegisterJson.cited(RegisterJson.fields(payload)).keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What would have to be written so that the choices hold. Whatever a part that is taken cannot do without, such as
     * a new source that it cites, is taken with it.
     */
    Taken take(Function<Difference, Choice> choose) {
        Map<RegisterKey, Choice> choices = new LinkedHashMap<>();
        differences.forEach(d -> choices.put(d.part(), choose.apply(d)));
        withWhatTheyNeed(choices);
        List<Difference> taken = differences().stream()
                .filter(d -> choices.getOrDefault(d.part(), Choice.LEAVE) != Choice.LEAVE)
                .toList();
        Map<RegisterKey, RegisterRecord> after = new LinkedHashMap<>(register);
        Set<String> touched = new LinkedHashSet<>();
        for (Difference d : taken) {
            touched.add(d.part().about());
            apply(d, choices.getOrDefault(d.part(), Choice.LEAVE), after);
        }
        Map<String, List<RegisterKey>> facts = factsByOffering(after);
        for (String offering : touched) {
            boolean leaveOrder = reordered.contains(offering)
                    && choices.getOrDefault(RegisterKey.offering(offering), Choice.LEAVE) == Choice.LEAVE;
            inOrder(offering, facts.getOrDefault(offering, List.of()), after, leaveOrder);
        }
        return new Taken(written(after), taken);
    }

    /** What is written, and the differences that it settles. */
    record Taken(List<StoredEntry> entries, List<Difference> differences) {}

    private void withWhatTheyNeed(Map<RegisterKey, Choice> choices) {
        if (!choices.containsValue(Choice.LEAVE)) {
            return; // whatever they need is taken already
        }
        List<RegisterKey> open = new ArrayList<>(choices.keySet());
        while (!open.isEmpty()) {
            RegisterKey part = open.removeLast();
            RegisterRecord entry = pack.get(part);
            if (entry == null || choices.get(part) == Choice.LEAVE) {
                continue;
            }
            References.of(entry, entry.node(), kinds).stream()
                    .flatMap(Set::stream)
                    .filter(needed -> !register.containsKey(needed) && choices.get(needed) == Choice.LEAVE)
                    .forEach(needed -> {
                        choices.put(needed, Choice.TAKE);
                        open.add(needed);
                    });
        }
    }

    private void apply(Difference d, Choice choice, Map<RegisterKey, RegisterRecord> after) {
        RegisterRecord said = pack.get(d.part());
        if (said == null) {
            after.remove(d.part());
            return;
        }
        boolean value = d.kind() == Difference.Kind.CONTRADICTS || d.kind() == Difference.Kind.CHANGED;
        if (choice == Choice.KEEP_BOTH && value && d.part().kind() == RegisterKey.Kind.FACT) {
            RegisterKey beside = beside(said, after.keySet());
            ObjectNode fields = RegisterJson.fields(said.payload());
            String variant =
                    beside.key().substring(beside.withoutVariant().key().length() + 1);
            fields.put("variant", variant);
            after.put(
                    beside,
                    new RegisterRecord(beside, said.ordinal(), RegisterJson.text(RegisterJson.inPackOrder(fields))));
        } else {
            after.put(d.part(), said);
        }
    }

    /** A name for the second value of a fact: by the page that says so. */
    private static RegisterKey beside(RegisterRecord fact, Set<RegisterKey> taken) {
        String base = fact.part().withoutVariant().key() + "#source-"
                + sources(fact.payload()).iterator().next();
        RegisterKey part = RegisterKey.fact(fact.part().offering(), base);
        for (int i = 2; taken.contains(part); i++) {
            part = RegisterKey.fact(fact.part().offering(), base + "-" + i);
        }
        return part;
    }

    /**
     * Numbers an offering's facts anew: in the pack's order with the others after their neighbours, or the other way
     * round.
     */
    private void inOrder(
            String offering, List<RegisterKey> facts, Map<RegisterKey, RegisterRecord> after, boolean leaveOrder) {
        List<RegisterKey> ours = registerFacts.getOrDefault(offering, List.of());
        List<RegisterKey> theirs = packFacts.getOrDefault(offering, List.of());
        List<RegisterKey> order = new ArrayList<>(leaveOrder ? ours : theirs);
        weave(leaveOrder ? theirs : ours, order);
        weave(besides(facts), order);
        int place = 0;
        for (RegisterKey part : order) {
            RegisterRecord entry = after.get(part);
            if (entry != null) {
                after.put(part, entry.at(place++));
            }
        }
    }

    /** Puts each part that is not in the list yet behind the one that it follows. */
    private static void weave(List<RegisterKey> parts, List<RegisterKey> into) {
        int place = 0;
        for (RegisterKey part : parts) {
            int at = into.indexOf(part);
            if (at < 0) {
                into.add(place, part);
                at = place;
            }
            place = at + 1;
        }
    }

    /** Each second value behind the fact that it disagrees with. */
    private List<RegisterKey> besides(List<RegisterKey> facts) {
        Map<RegisterKey, List<RegisterKey>> byKey = new HashMap<>();
        facts.forEach(p -> byKey.computeIfAbsent(p.withoutVariant(), k -> new ArrayList<>())
                .add(p));
        return facts.stream()
                .filter(p -> !register.containsKey(p) && !pack.containsKey(p))
                .flatMap(p -> byKey.getOrDefault(p.withoutVariant(), List.of()).stream())
                .distinct()
                .toList();
    }

    private List<StoredEntry> written(Map<RegisterKey, RegisterRecord> after) {
        List<StoredEntry> written = new ArrayList<>();
        after.values().stream()
                .filter(e -> !Optional.ofNullable(register.get(e.part())).equals(Optional.of(e)))
                .forEach(e -> written.add(e.stored()));
        register.values().stream()
                .filter(e -> !after.containsKey(e.part()))
                .forEach(e -> written.add(new StoredEntry(e.part(), e.ordinal(), Optional.empty())));
        return written;
    }
}
