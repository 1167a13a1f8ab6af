package domicile.register;

import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Areas;
import domicile.residency.Capture;
import domicile.residency.Fact;
import domicile.residency.FactKinds;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One part of a register as it is stored: a provider, an offering, a fact, a source, a place or a control.
 *
 * @param ordinal the place in its list; for facts it is content, for everything else it only keeps a listing steady
 * @param payload the part as JSON
 */
record RegisterRecord(RegisterKey part, int ordinal, String payload) {

    RegisterKey.Kind kind() {
        return part.kind();
    }

    /** Sorted as {@link #pack} wants them, the same on every machine. */
    static final Comparator<RegisterRecord> ORDER = Comparator.comparing(RegisterRecord::kind)
            .thenComparing((RegisterRecord e) -> e.part().offering())
            .thenComparingInt(RegisterRecord::ordinal)
            .thenComparing(e -> e.part().key());

    /** The version that says this. */
    StoredEntry stored() {
        return new StoredEntry(part, ordinal, Optional.of(payload));
    }

    RegisterRecord with(String text) {
        return new RegisterRecord(part, ordinal, text);
    }

    RegisterRecord at(int place) {
        return new RegisterRecord(part, place, payload);
    }

    /** All the parts of a pack. */
    static List<RegisterRecord> of(Pack pack) {
        List<RegisterRecord> all = new ArrayList<>();
        Areas areas = pack.areas();
        add(all, RegisterKey.Kind.COUNTRY, areas.countries(), Areas.CountryDefinition::code, RegisterJson::country);
        add(all, RegisterKey.Kind.BLOC, areas.blocs(), Areas.BlocDefinition::code, RegisterJson::bloc);
        add(all, RegisterKey.Kind.REGION, areas.regions(), Areas.RegionDefinition::code, RegisterJson::region);
        add(
                all,
                RegisterKey.Kind.ADEQUACY,
                areas.adequacyDecisions(),
                a -> a.country() + " " + a.since(),
                RegisterJson::adequacy);
        add(all, RegisterKey.Kind.SOURCE, pack.sources(), s -> String.valueOf(s.number()), RegisterJson::source);
        add(
                all,
                RegisterKey.Kind.PROVIDER,
                pack.providers(),
                Provider::id,
                p -> RegisterJson.ordered("id", p.id(), "name", p.name()));
        add(
                all,
                RegisterKey.Kind.CONTROL,
                pack.controls(),
                FrameworkControl::id,
                c -> RegisterJson.ordered(
                        "framework", c.framework(), "version", c.version(), "control", RegisterJson.control(c)));
        add(
                all,
                RegisterKey.Kind.CAPTURE,
                pack.captures(),
                c -> RegisterKey.capture(c).key(),
                RegisterJson::capture);
        for (Offering o : pack.offerings()) {
            all.add(new RegisterRecord(RegisterKey.offering(o.id()), 0, RegisterJson.text(RegisterJson.offering(o))));
            int ordinal = 0;
            for (Fact<?> fact : o.facts()) {
                all.add(new RegisterRecord(
                        RegisterKey.fact(o.id(), fact.id()), ordinal++, RegisterJson.text(RegisterJson.fact(fact))));
            }
        }
        return all;
    }

    private static <T> void add(
            List<RegisterRecord> all,
            RegisterKey.Kind kind,
            Iterable<T> parts,
            Function<T, String> key,
            Function<T, Object> json) {
        int ordinal = 0;
        for (T part : parts) {
            all.add(new RegisterRecord(
                    new RegisterKey(kind, "", key.apply(part)), ordinal++, RegisterJson.text(json.apply(part))));
        }
    }

    /** The pack that these parts make; the reverse of {@link #of}. Entries come sorted by kind, subject and ordinal. */
    static Pack pack(List<RegisterRecord> entries, String id, String name, LocalDate published, FactKinds kinds) {
        return pack(entries, id, name, published, kinds, (entry, node) -> {});
    }

    /**
     * As {@link #pack(List, String, String, LocalDate, FactKinds)}.
     *
     * @param looks at every part, and what it says, before the pack takes it; at a fact only if there is its offering
     */
    static Pack pack(
            List<RegisterRecord> entries,
            String id,
            String name,
            LocalDate published,
            FactKinds kinds,
            BiConsumer<RegisterRecord, JsonValue> looks) {
        Function<RegisterRecord, JsonValue> said = entry -> {
            JsonValue node = entry.node();
            looks.accept(entry, node);
            return node;
        };
        var byKind = entries.stream().collect(Collectors.groupingBy(RegisterRecord::kind));
        Function<RegisterKey.Kind, List<JsonValue>> nodes =
                kind -> byKind.getOrDefault(kind, List.of()).stream().map(said).toList();
        List<Areas.CountryDefinition> countries = nodes.apply(RegisterKey.Kind.COUNTRY).stream()
                .map(PackReader::country)
                .toList();
        var codes = countries.stream().map(Areas.CountryDefinition::code).collect(Collectors.toSet());
        Areas areas = new Areas(
                countries,
                nodes.apply(RegisterKey.Kind.BLOC).stream()
                        .map(n -> PackReader.bloc(n, codes))
                        .toList(),
                nodes.apply(RegisterKey.Kind.REGION).stream()
                        .map(n -> PackReader.region(n, codes))
                        .toList(),
                nodes.apply(RegisterKey.Kind.ADEQUACY).stream()
                        .map(n -> PackReader.adequacy(n, codes))
                        .toList());
        List<Source> sources = nodes.apply(RegisterKey.Kind.SOURCE).stream()
                .map(PackReader::source)
                .sorted(Comparator.comparingInt(Source::number))
                .toList();
        List<Provider> providers = nodes.apply(RegisterKey.Kind.PROVIDER).stream()
                .map(n -> new Provider(n.get("id").id(), n.get("name").text()))
                .toList();
        FactReader reader = FactReader.among(areas, sources, providers, LocalDate.MAX, kinds);
        var facts = byKind.getOrDefault(RegisterKey.Kind.FACT, List.of()).stream()
                .collect(Collectors.groupingBy(e -> e.part().offering()));
        List<Offering> offerings = nodes.apply(RegisterKey.Kind.OFFERING).stream()
                .map(n -> PackReader.offering(
                        n,
                        n.get("provider").id(),
                        reader,
                        facts.getOrDefault(n.get("id").id(), List.of()).stream()
                                .<Fact<?>>map(e -> reader.read(said.apply(e)))
                                .toList()))
                .sorted(Comparator.comparing(Offering::id))
                .toList();
        List<FrameworkControl> controls = nodes.apply(RegisterKey.Kind.CONTROL).stream()
                .map(n -> PackReader.control(
                        n.get("control"),
                        n.get("framework").text(),
                        n.get("version").text()))
                .toList();
        List<Capture> captures = nodes.apply(RegisterKey.Kind.CAPTURE).stream()
                .map(PackReader::capture)
                .sorted(Comparator.comparing(Capture::taken))
                .toList();
        return new Pack(id, name, published, providers, offerings, sources, areas, controls, captures, Documents.NONE);
    }

    JsonValue node() {
        return StrictJson.read("register:" + part.text(), payload);
    }
}
