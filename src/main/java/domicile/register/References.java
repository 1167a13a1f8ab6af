package domicile.register;

import domicile.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a part names and cannot do without. */
final class References {

    private References() {}

    /** Each set names parts of which one has to be there. */
    static List<Set<Part>> of(Entry entry) {
        List<Set<Part>> needed = new ArrayList<>();
        Node node = entry.node();
        switch (entry.kind()) {
            case FACT -> fact(needed, entry.part().offering(), node);
            case OFFERING -> {
                needed.add(Set.of(provider(node.get("provider"))));
                needed.add(Set.of(provider(node.get("operator"))));
                node.find("models").ifPresent(all -> all.items().forEach(m -> sources(needed, m)));
            }
            case BLOC -> node.get("members").items().forEach(m -> needed.add(Set.of(country(m))));
            case REGION, ADEQUACY -> needed.add(Set.of(country(node.get("country"))));
            case COUNTRY, SOURCE, PROVIDER, CONTROL -> {
                // They stand by themselves.
            }
        }
        return needed;
    }

    private static void fact(List<Set<Part>> needed, String offering, Node line) {
        needed.add(Set.of(Part.offering(offering)));
        sources(needed, line);
        line.find("holder").ifPresent(h -> needed.add(Set.of(provider(h))));
        line.find("country").ifPresent(c -> needed.add(Set.of(country(c))));
        line.find("places").ifPresent(places -> places.items().forEach(p -> place(needed, p.text())));
        line.find("deployments")
                .ifPresent(all -> all.items()
                        .forEach(d -> needed.add(Set.of(Part.fact(offering, "placement/INFERENCE/" + d.text())))));
    }

    private static void sources(List<Set<Part>> needed, Node citing) {
        Node source = citing.get("source");
        (source.isArray() ? source.items() : List.of(source))
                .forEach(s -> needed.add(Set.of(Part.source(s.whole(0, Integer.MAX_VALUE)))));
    }

    private static void place(List<Set<Part>> needed, String code) {
        if (!code.equals("WORLD")) {
            needed.add(Set.of(
                    new Part(Part.Kind.COUNTRY, "", code),
                    new Part(Part.Kind.BLOC, "", code),
                    new Part(Part.Kind.REGION, "", code)));
        }
    }

    private static Part provider(Node id) {
        return new Part(Part.Kind.PROVIDER, "", id.text());
    }

    private static Part country(Node code) {
        return new Part(Part.Kind.COUNTRY, "", code.text());
    }
}
