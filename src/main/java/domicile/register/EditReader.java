package domicile.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.residency.Citation;
import domicile.residency.Fact;
import domicile.residency.FactKinds;
import domicile.residency.Provider;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.List;

/** Reads what a person wrote for one part, as strictly as a pack. */
final class EditReader {

    private EditReader() {}

    /** What an edit changes. What is new is called as its own fields say. */
    static RegisterKey part(List<RegisterRecord> others, Edit edit, LocalDate today, FactKinds kinds) {
        return switch (edit) {
            case Edit.Put put -> put.part();
            case Edit.Remove remove -> remove.part();
            case Edit.Add add -> added(others, add, today, kinds);
        };
    }

    private static RegisterKey added(List<RegisterRecord> others, Edit.Add add, LocalDate today, FactKinds kinds) {
        JsonValue node = StrictJson.read("new", add.json());
        return switch (add.kind()) {
            case FACT ->
                RegisterKey.fact(
                        add.offering(), reader(others, today, kinds).read(node).id());
            case OFFERING -> RegisterKey.offering(node.get("id").id());
            case SOURCE -> RegisterKey.source(node.get("number").whole(0, Source.HIGHEST));
            case PROVIDER ->
                new RegisterKey(RegisterKey.Kind.PROVIDER, "", node.get("id").id());
            case COUNTRY, BLOC, REGION, ADEQUACY, CONTROL, CAPTURE -> new RegisterKey(add.kind(), "", "");
        };
    }

    /**
     * The part as it will be stored.
     *
     * @param others what the register holds beside it
     * @param text its JSON
     * @param cited a fact has to cite this page, read on that day
     */
    static RegisterRecord read(
            List<RegisterRecord> others,
            RegisterKey part,
            String text,
            int ordinal,
            Citation cited,
            LocalDate today,
            FactKinds kinds) {
        JsonValue node = StrictJson.read(part.text(), text);
        Object json = switch (part.kind()) {
            case FACT -> RegisterJson.fact(fact(others, part, node, cited, today, kinds));
            case OFFERING -> {
                node.only("id", "name", "provider", "operator", "products", "models");
                same(part, node.get("id").id());
                yield RegisterJson.offering(
                        PackReader.offering(node, node.get("provider").id(), reader(others, today, kinds), List.of()));
            }
            case SOURCE -> {
                Source source = PackReader.source(node);
                same(part, String.valueOf(source.number()));
                yield RegisterJson.source(source);
            }
            case PROVIDER -> {
                node.only("id", "name");
                Provider provider =
                        new Provider(node.get("id").id(), node.get("name").text());
                same(part, provider.id());
                yield RegisterJson.ordered("id", provider.id(), "name", provider.name());
            }
            case COUNTRY, BLOC, REGION, ADEQUACY, CONTROL, CAPTURE ->
                throw new IllegalArgumentException("not changed by hand: " + part);
        };
        return new RegisterRecord(part, ordinal, RegisterJson.text(json));
    }

    private static Fact<?> fact(
            List<RegisterRecord> others,
            RegisterKey part,
            JsonValue node,
            Citation cited,
            LocalDate today,
            FactKinds kinds) {
        Fact<?> fact = reader(others, today, kinds).read(node);
        same(part, fact.id());
        if (fact.citations().stream().noneMatch(cited::samePage) && !leaves(others, part, fact, cited)) {
            throw RegisterProblem.NOT_CITED.at(part.text(), cited.source(), cited.read());
        }
        return fact;
    }

    /** Whether a fact stays as it is on its other pages, because the page that was read no longer says so. */
    private static boolean leaves(List<RegisterRecord> others, RegisterKey part, Fact<?> fact, Citation cited) {
        ObjectNode now = RegisterJson.fields(RegisterJson.text(RegisterJson.fact(fact)));
        return others.stream()
                .filter(e -> e.part().equals(part))
                .map(e -> RegisterJson.fields(e.payload()))
                .anyMatch(was -> RegisterJson.cited(was).containsKey(cited.source())
                        && !RegisterJson.cited(now).containsKey(cited.source())
                        && Merge.uncited(was).equals(Merge.uncited(now)));
    }

    private static FactReader reader(List<RegisterRecord> others, LocalDate today, FactKinds kinds) {
        Pack around = RegisterRecord.pack(
                others.stream().filter(e -> e.kind() != RegisterKey.Kind.FACT).toList(), "edit", "edit", today, kinds);
        return FactReader.among(around.areas(), around.sources(), around.providers(), today, kinds);
    }

    private static void same(RegisterKey part, String found) {
        if (!part.key().equals(found)) {
            throw RegisterProblem.OTHER_ID.at(part.text(), found, part.key());
        }
    }
}
