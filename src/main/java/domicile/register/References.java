package domicile.register;

import domicile.json.JsonValue;
import domicile.residency.FactField;
import domicile.residency.FactKind;
import domicile.residency.FactKinds;
import domicile.residency.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a part names and cannot do without. */
final class References {

    private References() {}

    /**
     * Each set names parts of which one has to be there.
     *
     * @param node what the part says
     */
    static List<Set<RegisterKey>> of(RegisterRecord entry, JsonValue node, FactKinds kinds) {
        List<Set<RegisterKey>> needed = new ArrayList<>();
        switch (entry.kind()) {
            case FACT -> fact(needed, entry.part().offering(), node, kinds);
            case OFFERING -> {
                needed.add(Set.of(provider(node.get("provider"))));
                needed.add(Set.of(provider(node.get("operator"))));
                node.find("models").ifPresent(all -> all.items().forEach(m -> sources(needed, m)));
            }
            case BLOC -> node.get("members").items().forEach(m -> needed.add(Set.of(country(m))));
            case CAPTURE -> sources(needed, node);
            case REGION, ADEQUACY -> needed.add(Set.of(country(node.get("country"))));
            case COUNTRY, SOURCE, PROVIDER, CONTROL -> {
                // They stand by themselves.
            }
        }
        return needed;
    }

    private static void fact(List<Set<RegisterKey>> needed, String offering, JsonValue line, FactKinds kinds) {
        needed.add(Set.of(RegisterKey.offering(offering)));
        sources(needed, line);
        for (FactField<?, ?> field : kinds.find(line.get("fact").text())
                .map(FactKind::own)
                .<List<? extends FactField<?, ?>>>map(f -> f)
                .orElse(List.of())) {
            line.find(field.name())
                    .ifPresent(
                            said -> named(needed, offering, said, field.type().form()));
        }
    }

    private static void named(List<Set<RegisterKey>> needed, String offering, JsonValue said, FieldType.Form form) {
        switch (form) {
            case PROVIDER -> needed.add(Set.of(provider(said)));
            case COUNTRY -> needed.add(Set.of(country(said)));
            case PLACES -> said.items().forEach(p -> place(needed, p.text()));
            case DEPLOYMENTS ->
                said.items()
                        .forEach(
                                d -> needed.add(Set.of(RegisterKey.fact(offering, "placement/INFERENCE/" + d.text()))));
            case LINE, WORDS, ID, IDS, NAMES, MODELS, WHOLE, PUBLISHED_DATE, FLAG, ADDRESS, CHOICE -> {
                // They name no part.
            }
        }
    }

    private static void sources(List<Set<RegisterKey>> needed, JsonValue citing) {
        JsonValue source = citing.get("source");
        (source.isArray() ? source.items() : List.of(source))
                .forEach(s -> needed.add(Set.of(RegisterKey.source(s.whole(0, Integer.MAX_VALUE)))));
    }

    private static void place(List<Set<RegisterKey>> needed, String code) {
        if (!code.equals("WORLD")) {
            needed.add(Set.of(
                    new RegisterKey(RegisterKey.Kind.COUNTRY, "", code),
                    new RegisterKey(RegisterKey.Kind.BLOC, "", code),
                    new RegisterKey(RegisterKey.Kind.REGION, "", code)));
        }
    }

    private static RegisterKey provider(JsonValue id) {
        return new RegisterKey(RegisterKey.Kind.PROVIDER, "", id.text());
    }

    private static RegisterKey country(JsonValue code) {
        return new RegisterKey(RegisterKey.Kind.COUNTRY, "", code.text());
    }
}
