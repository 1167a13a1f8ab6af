package domicile.register;

import domicile.json.JsonValue;
import domicile.json.StrictJson;
import domicile.problem.ProblemException;
import domicile.residency.Areas;
import domicile.residency.Fact;
import domicile.residency.FactKinds;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Register;
import domicile.residency.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A whole register as one JSON document, {@code domicile.register/1}: the canonical form that its hash is taken of. */
public final class RegisterFile {
    private static final String SCHEMA = "domicile.register/1";

    private RegisterFile() {}

    /** The document, in UTF-8; its SHA-256 is the register's hash. */
    public static byte[] write(Register register) {
        return Canonical.form(register);
    }

    /**
     * Reads a document; the hash is worked out anew from what it says.
     *
     * @param name for messages
     * @param asOf the day that it is the register of; the document does not say
     * @throws ProblemException when anything in it is wrong, with JSON pointer and line
     */
    public static Register read(String name, byte[] bytes, LocalDate asOf) {
        return read(name, bytes, asOf, FactKinds.SHIPPED);
    }

    /** As {@link #read(String, byte[], LocalDate)}, with facts of these kinds. */
    public static Register read(String name, byte[] bytes, LocalDate asOf, FactKinds kinds) {
        JsonValue root = StrictJson.read(name, bytes)
                .only(
                        "schema",
                        "providers",
                        "offerings",
                        "sources",
                        "countries",
                        "blocs",
                        "regions",
                        "adequacy",
                        "controls");
        PackReader.schema(root, SCHEMA);
        Areas areas = areas(root);
        List<Source> sources = root.get("sources").items().stream()
                .map(PackReader::source)
                .sorted(Comparator.comparingInt(Source::number))
                .toList();
        List<Provider> providers = root.get("providers").items().stream()
                .map(n -> new Provider(n.get("id").id(), n.get("name").text()))
                .toList();
        FactReader facts = FactReader.among(areas, sources, providers, LocalDate.MAX, kinds);
        List<Offering> offerings = root.get("offerings").items().stream()
                .map(n -> offering(n, facts))
                .sorted(Comparator.comparing(Offering::id))
                .toList();
        Pack pack = new Pack(
                "register",
                name,
                asOf,
                providers,
                offerings,
                sources,
                areas,
                root.get("controls").items().stream()
                        .map(n -> PackReader.control(
                                n.get("control"),
                                n.get("framework").text(),
                                n.get("version").text()))
                        .toList(),
                List.of(),
                Documents.NONE);
        return pack.register(asOf);
    }

    private static Areas areas(JsonValue root) {
        List<Areas.CountryDefinition> countries =
                root.get("countries").items().stream().map(PackReader::country).toList();
        Set<String> codes =
                countries.stream().map(Areas.CountryDefinition::code).collect(Collectors.toSet());
        return new Areas(
                countries,
                root.get("blocs").items().stream()
                        .map(n -> PackReader.bloc(n, codes))
                        .toList(),
                root.get("regions").items().stream()
                        .map(n -> PackReader.region(n, codes))
                        .toList(),
                root.get("adequacy").items().stream()
                        .map(n -> PackReader.adequacy(n, codes))
                        .toList());
    }

    private static Offering offering(JsonValue n, FactReader facts) {
        return PackReader.offering(
                n,
                n.get("provider").id(),
                facts,
                n.get("facts").items().stream().<Fact<?>>map(facts::read).toList());
    }
}
