package domicile.register;

import domicile.json.Node;
import domicile.json.StrictJson;
import domicile.residency.Areas;
import domicile.residency.Control;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One part of a register as it is stored: a provider, an offering, a fact, a source, a place or a control.
 *
 * @param subject the offering's id for a fact; empty otherwise
 * @param key unique among the entries of one kind and subject
 * @param ordinal the place in its list; for facts it is content, for everything else it only keeps a listing steady
 * @param payload the part as JSON
 */
record Entry(Kind kind, String subject, String key, int ordinal, String payload) {

    enum Kind {
        COUNTRY,
        BLOC,
        REGION,
        ADEQUACY,
        SOURCE,
        PROVIDER,
        OFFERING,
        FACT,
        CONTROL
    }

    /** What identifies an entry across versions. */
    record Id(Kind kind, String subject, String key) {}

    Id id() {
        return new Id(kind, subject, key);
    }

    /** All the parts of a pack. */
    static List<Entry> of(Pack pack) {
        List<Entry> all = new ArrayList<>();
        Areas areas = pack.areas();
        add(all, Kind.COUNTRY, areas.countries(), Areas.CountryDefinition::code, RegisterJson::country);
        add(all, Kind.BLOC, areas.blocs(), Areas.BlocDefinition::code, RegisterJson::bloc);
        add(all, Kind.REGION, areas.regions(), Areas.RegionDefinition::code, RegisterJson::region);
        add(all, Kind.ADEQUACY, areas.adequacyDecisions(), a -> a.country() + " " + a.since(), RegisterJson::adequacy);
        add(all, Kind.SOURCE, pack.sources(), s -> String.valueOf(s.number()), RegisterJson::source);
        add(
                all,
                Kind.PROVIDER,
                pack.providers(),
                Provider::id,
                p -> RegisterJson.ordered("id", p.id(), "name", p.name()));
        add(
                all,
                Kind.CONTROL,
                pack.controls(),
                Control::id,
                c -> RegisterJson.ordered(
                        "framework", c.framework(), "version", c.version(), "control", RegisterJson.control(c)));
        for (Offering o : pack.offerings()) {
            all.add(new Entry(
                    Kind.OFFERING,
                    "",
                    o.id(),
                    0,
                    RegisterJson.text(RegisterJson.ordered(
                            "id", o.id(), "name", o.name(), "provider", o.provider(), "operator", o.operator()))));
            int ordinal = 0;
            for (Fact<?> fact : o.facts()) {
                all.add(new Entry(Kind.FACT, o.id(), fact.id(), ordinal++, RegisterJson.text(RegisterJson.fact(fact))));
            }
        }
        return all;
    }

    private static <T> void add(
            List<Entry> all, Kind kind, Iterable<T> parts, Function<T, String> key, Function<T, Object> json) {
        int ordinal = 0;
        for (T part : parts) {
            all.add(new Entry(kind, "", key.apply(part), ordinal++, RegisterJson.text(json.apply(part))));
        }
    }

    /** The pack that these parts make; the reverse of {@link #of}. Entries come sorted by kind, subject and ordinal. */
    static Pack pack(List<Entry> entries, String id, String name, LocalDate published) {
        var byKind = entries.stream().collect(Collectors.groupingBy(Entry::kind));
        Function<Kind, List<Node>> nodes = kind ->
                byKind.getOrDefault(kind, List.of()).stream().map(Entry::node).toList();
        List<Areas.CountryDefinition> countries =
                nodes.apply(Kind.COUNTRY).stream().map(PackReader::country).toList();
        var codes = countries.stream().map(Areas.CountryDefinition::code).collect(Collectors.toSet());
        Areas areas = new Areas(
                countries,
                nodes.apply(Kind.BLOC).stream()
                        .map(n -> PackReader.bloc(n, codes))
                        .toList(),
                nodes.apply(Kind.REGION).stream()
                        .map(n -> PackReader.region(n, codes))
                        .toList(),
                nodes.apply(Kind.ADEQUACY).stream()
                        .map(n -> PackReader.adequacy(n, codes))
                        .toList());
        List<Source> sources =
                nodes.apply(Kind.SOURCE).stream().map(PackReader::source).toList();
        List<Provider> providers = nodes.apply(Kind.PROVIDER).stream()
                .map(n -> new Provider(n.get("id").id(), n.get("name").text()))
                .toList();
        FactReader reader = new FactReader(
                areas,
                sources.stream().map(Source::number).collect(Collectors.toSet()),
                providers.stream().map(Provider::id).collect(Collectors.toSet()),
                LocalDate.MAX);
        var facts = byKind.getOrDefault(Kind.FACT, List.of()).stream().collect(Collectors.groupingBy(Entry::subject));
        List<Offering> offerings = nodes.apply(Kind.OFFERING).stream()
                .map(n -> new Offering(
                        n.get("id").id(),
                        n.get("name").text(),
                        n.get("provider").id(),
                        n.get("operator").id(),
                        facts.getOrDefault(n.get("id").id(), List.of()).stream()
                                .<Fact<?>>map(e -> reader.read(e.node()))
                                .toList()))
                .sorted(java.util.Comparator.comparing(Offering::id))
                .toList();
        List<Control> controls = nodes.apply(Kind.CONTROL).stream()
                .map(n -> PackReader.control(
                        n.get("control"),
                        n.get("framework").text(),
                        n.get("version").text()))
                .toList();
        return new Pack(id, name, published, providers, offerings, sources, areas, controls);
    }

    private Node node() {
        return StrictJson.read("register:" + kind + "/" + subject + "/" + key, payload);
    }
}
