package domicile.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Brings a register from the wording that the shipped pack had for rules version 1 to the wording of version 2. The
 * program keeps the old wording of each fact that changed ({@code rules-1.jsonl}); the new one is the shipped pack's.
 *
 * <p>A fact that says what the old pack said is brought to its new form and keeps the day that its page was read.
 * Whatever somebody edited since stays as it is.
 */
public final class Upgrade {
    /** The reason that the audit trail gives unless a person gives another one. */
    public static final String WHY = "Worded for rules version 2";

    private static final String READ = ",\"read\":";
    private static final String PRODUCTS = "products";
    private static final String MODELS = "models";

    private final Map<RegisterKey, Old> facts = new LinkedHashMap<>();
    private final Map<RegisterKey, String> gone = new LinkedHashMap<>();

    /**
     * A fact as the pack of rules version 1 had it.
     *
     * @param says its JSON without the day that its page was read
     * @param becomes the facts of the shipped pack that say it now
     */
    private record Old(String says, List<RegisterKey> becomes) {}

    /**
     * What an upgrade changes.
     *
     * @param day the day from which the new wording is in force
     * @param facts how many facts are brought to their new form
     * @param differences every part that changes, with its old and its new form
     * @param edited the facts that changed between the versions and were edited in this register: they stay
     */
    public record Plan(LocalDate day, int facts, List<Difference> differences, List<RegisterKey> edited) {
        public Plan {
            differences = List.copyOf(differences);
            edited = List.copyOf(edited);
        }
    }

    /** A plan, and what is written for it. */
    record Worked(Plan plan, List<StoredEntry> entries) {}

    private Upgrade() {
        lines().filter(l -> !l.isBlank()).map(RegisterJson::fields).forEach(line -> {
            JsonNode row = line.path("adequacy");
            if (row.isObject()) {
                RegisterKey part = new RegisterKey(
                        RegisterKey.Kind.ADEQUACY,
                        "",
                        row.path("country").asText() + " " + row.path("since").asText());
                gone.put(part, row.toString());
                return;
            }
            RegisterKey part = RegisterKey.fact(
                    line.path("offering").asText(), line.path("fact").asText());
            List<RegisterKey> becomes = new ArrayList<>();
            line.path("becomes").forEach(b -> becomes.add(RegisterKey.fact(part.offering(), b.asText())));
            facts.put(part, new Old(unread(line.path("says").toString()), becomes.isEmpty() ? List.of(part) : becomes));
        });
    }

    private static Stream<String> lines() {
        try (InputStream in = Upgrade.class.getResourceAsStream("rules-1.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("rules-1.jsonl is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many facts of a register are worded for rules version 1 on a day. */
    public static int waiting(RegisterStore store, LocalDate day) {
        return store.waiting(day);
    }

    static int waiting(Handle handle, LocalDate day) {
        Upgrade upgrade = new Upgrade();
        Set<String> offerings =
                upgrade.facts.keySet().stream().map(RegisterKey::offering).collect(Collectors.toSet());
        return (int) Entries.facts(handle, day, offerings).stream()
                .filter(upgrade::waits)
                .count();
    }

    private boolean waits(RegisterRecord entry) {
        return Optional.ofNullable(facts.get(entry.part()))
                .filter(old -> old.says().equals(unread(entry.payload())))
                .isPresent();
    }

    /** A fact's JSON without its last field, the day that its page was read, and without what closes it. */
    private static String unread(String payload) {
        int read = payload.lastIndexOf(READ);
        return payload.substring(0, read < 0 ? payload.length() - 1 : read);
    }

    /**
     * What an upgrade changes and writes.
     *
     * @param today what says today what the old pack said is changed
     * @param from the day from which the new wording is to be in force; empty: the first one from which nothing that it
     *     changes has a later version
     */
    static Worked plan(Handle handle, LocalDate today, Optional<LocalDate> from) {
        return new Upgrade().worked(handle, today, from);
    }

    private Worked worked(Handle handle, LocalDate today, Optional<LocalDate> from) {
        Map<RegisterKey, RegisterRecord> shipped = new HashMap<>();
        RegisterRecord.of(Pack.shipped()).forEach(e -> shipped.put(e.part(), e));
        List<RegisterRecord> now = Entries.asOf(handle, today);
        Set<RegisterKey> due = changed(now, shipped).keySet();
        LocalDate day = from.orElseGet(() -> settledSince(handle, today, due));
        List<RegisterRecord> then = Entries.asOf(handle, day);
        Map<RegisterKey, List<RegisterRecord>> changes = changed(then, shipped);
        changes.keySet().retainAll(due);
        List<RegisterRecord> after = after(then, changes);
        if (!changes.isEmpty()) {
            newBlocs(then, shipped).forEach(after::add);
        }
        Map<RegisterKey, RegisterRecord> before = byPart(then);
        Map<RegisterKey, RegisterRecord> result = byPart(after);
        List<StoredEntry> written = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (RegisterRecord entry : after) {
            Optional<RegisterRecord> was = Optional.ofNullable(before.get(entry.part()));
            if (!was.equals(Optional.of(entry))) {
                written.add(entry.stored());
            }
            Optional<String> said = was.map(RegisterRecord::payload);
            if (!said.equals(Optional.of(entry.payload()))) {
                Difference.Kind kind = said.isPresent() ? Difference.Kind.CHANGED : Difference.Kind.ADDED;
                differences.add(new Difference(kind, entry.part(), said, Optional.of(entry.payload())));
            }
        }
        for (RegisterRecord entry : then) {
            if (!result.containsKey(entry.part())) {
                written.add(new StoredEntry(entry.part(), entry.ordinal(), Optional.empty()));
                differences.add(new Difference(
                        Difference.Kind.REMOVED, entry.part(), Optional.of(entry.payload()), Optional.empty()));
            }
        }
        int facts = (int) changes.keySet().stream()
                .filter(p -> p.kind() == RegisterKey.Kind.FACT)
                .count();
        return new Worked(new Plan(day, facts, differences, edited(handle, now, shipped)), written);
    }

    private static Map<RegisterKey, RegisterRecord> byPart(List<RegisterRecord> entries) {
        Map<RegisterKey, RegisterRecord> all = new LinkedHashMap<>();
        entries.forEach(e -> all.put(e.part(), e));
        return all;
    }

    /** The first day from which no part has a later version until today. */
    private static LocalDate settledSince(Handle handle, LocalDate today, Set<RegisterKey> parts) {
        Map<RegisterKey, LocalDate> since = Entries.inForceSince(handle, today);
        return parts.stream()
                .flatMap(p -> Optional.ofNullable(since.get(p)).stream())
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** Each part that an upgrade changes, with what takes its place: nothing where it goes. */
    private Map<RegisterKey, List<RegisterRecord>> changed(
            List<RegisterRecord> register, Map<RegisterKey, RegisterRecord> shipped) {
        Set<RegisterKey> there = byPart(register).keySet();
        Map<RegisterKey, List<RegisterRecord>> changed = new LinkedHashMap<>();
        for (RegisterRecord entry : register) {
            if (waits(entry)) {
                changed.put(entry.part(), newForms(entry, shipped, there));
            } else if (entry.kind() == RegisterKey.Kind.OFFERING) {
                Optional.ofNullable(shipped.get(entry.part()))
                        .flatMap(s -> named(entry, RegisterJson.fields(s.payload()), there))
                        .ifPresent(e -> changed.put(entry.part(), List.of(e)));
            } else if (Optional.of(entry.payload()).equals(Optional.ofNullable(gone.get(entry.part())))) {
                changed.put(entry.part(), List.of());
            }
        }
        return changed;
    }

    private List<RegisterRecord> newForms(
            RegisterRecord entry, Map<RegisterKey, RegisterRecord> shipped, Set<RegisterKey> there) {
        SortedMap<Integer, RegisterJson.Cited> read = RegisterJson.cited(RegisterJson.fields(entry.payload()));
        List<RegisterRecord> forms = new ArrayList<>();
        for (RegisterKey part : becomes(entry.part())) {
            // what the register says under the new name already stays
            if (part.equals(entry.part()) || !there.contains(part)) {
                Optional.ofNullable(shipped.get(part))
                        .ifPresent(
                                s -> forms.add(new RegisterRecord(part, entry.ordinal(), readAs(s.payload(), read))));
            }
        }
        return forms;
    }

    private List<RegisterKey> becomes(RegisterKey fact) {
        return Optional.ofNullable(facts.get(fact)).map(Old::becomes).orElse(List.of());
    }

    /** A fact with the days on which the pages of its old form were read. */
    private static String readAs(String payload, SortedMap<Integer, RegisterJson.Cited> read) {
        ObjectNode fields = RegisterJson.fields(payload);
        SortedMap<Integer, RegisterJson.Cited> cited = new TreeMap<>();
        RegisterJson.cited(fields).forEach((source, day) -> cited.put(source, read.getOrDefault(source, day)));
        return RegisterJson.cite(fields, cited).toString();
    }

    /** An offering with the shipped product names and models where it lists none; empty where it has them. */
    private static Optional<RegisterRecord> named(RegisterRecord offering, ObjectNode shipped, Set<RegisterKey> there) {
        ObjectNode fields = RegisterJson.fields(offering.payload());
        Optional<JsonNode> products = Optional.<JsonNode>ofNullable(fields.remove(PRODUCTS))
                .or(() -> Optional.ofNullable(shipped.get(PRODUCTS)));
        Optional<JsonNode> models = Optional.<JsonNode>ofNullable(fields.remove(MODELS))
                .or(() -> Optional.ofNullable(shipped.get(MODELS)).filter(m -> sourcesThere(m, there)));
        products.ifPresent(p -> fields.set(PRODUCTS, p));
        models.ifPresent(m -> fields.set(MODELS, m));
        String payload = fields.toString();
        return payload.equals(offering.payload()) ? Optional.empty() : Optional.of(offering.with(payload));
    }

    private static boolean sourcesThere(JsonNode models, Set<RegisterKey> there) {
        Set<RegisterKey> cited = new HashSet<>();
        models.forEach(m -> {
            if (m instanceof ObjectNode model) {
                RegisterJson.cited(model).keySet().forEach(n -> cited.add(RegisterKey.source(n)));
            }
        });
        return there.containsAll(cited);
    }

    /** The blocs of the shipped pack that the register does not know. */
    private static List<RegisterRecord> newBlocs(
            List<RegisterRecord> register, Map<RegisterKey, RegisterRecord> shipped) {
        Set<RegisterKey> there = byPart(register).keySet();
        return shipped.values().stream()
                .filter(e -> e.kind() == RegisterKey.Kind.BLOC && !there.contains(e.part()))
                .sorted(RegisterRecord.ORDER)
                .toList();
    }

    /**
     * The register with the changes in the places of what they change; an offering whose list grew or shrank is
     * numbered anew.
     */
    private static List<RegisterRecord> after(
            List<RegisterRecord> register, Map<RegisterKey, List<RegisterRecord>> changes) {
        List<RegisterRecord> after = new ArrayList<>();
        Set<String> renumbered = new HashSet<>();
        for (RegisterRecord entry : register) {
            List<RegisterRecord> forms = changes.getOrDefault(entry.part(), List.of(entry));
            after.addAll(forms);
            if (forms.size() != 1) {
                renumbered.add(entry.part().offering());
            }
        }
        Map<String, Integer> next = new HashMap<>();
        after.replaceAll(e -> e.kind() == RegisterKey.Kind.FACT
                        && renumbered.contains(e.part().offering())
                ? e.at(next.merge(e.part().offering(), 1, Integer::sum) - 1)
                : e);
        return after;
    }

    /** What changed between the versions and says something else here, though never what the shipped pack says. */
    private List<RegisterKey> edited(
            Handle handle, List<RegisterRecord> now, Map<RegisterKey, RegisterRecord> shipped) {
        return now.stream()
                .filter(e -> facts.containsKey(e.part()) && !waits(e))
                .map(RegisterRecord::part)
                .filter(p -> becomes(p).stream().noneMatch(b -> everSaid(handle, b, shipped)))
                .toList();
    }

    private static boolean everSaid(Handle handle, RegisterKey part, Map<RegisterKey, RegisterRecord> shipped) {
        Optional<String> says = Optional.ofNullable(shipped.get(part)).map(e -> unread(e.payload()));
        return Entries.history(handle, part).stream()
                .anyMatch(v -> v.json().map(Upgrade::unread).equals(says));
    }
}
