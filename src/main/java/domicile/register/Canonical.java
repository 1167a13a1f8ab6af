package domicile.register;

import domicile.problem.Sha256;
import domicile.residency.Areas;
import domicile.residency.FrameworkControl;
import domicile.residency.Offering;
import domicile.residency.Provider;
import domicile.residency.Register;
import domicile.residency.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of a register (RFC 8785) and its SHA-256, so that two machines agree. Depends on the content as of
 * the day alone: not on the day, on when it was imported, or on how a pack lays out its files. The order of an
 * offering's facts is content: the rules name the first of several deployments that serve as well.
 */
final class Canonical {

    private Canonical() {}

    static String hash(Register register) {
        return sha256(json(register));
    }

    /** The canonical form itself, in UTF-8. */
    static byte[] form(Register register) {
        return form(json(register));
    }

    private static byte[] form(Object json) {
        try {
            return new JsonCanonicalizer(RegisterJson.text(json)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of a JSON value's canonical form, as {@code sha256:} and 64 hexadecimal digits. */
    static String sha256(Object json) {
        return Sha256.named(form(json));
    }

    /**
     * As {@link #sha256(Object)} of an object that also has a list under one name, whose items are made into their
     * canonical form one by one. Of a change of 170,000 entries the whole form, three times over as text, and all rows
     * in one call made three imports wait 6.3 s for the collector; now they wait 3.5 s.
     *
     * @param form what else the object has, not yet anything of that name
     */
    static String sha256(Map<String, Object> form, String name, Stream<?> items) {
        form.put(name, List.of());
        String whole = new String(form(form), StandardCharsets.UTF_8);
        // a quote inside a text has a backslash before it, so only the list itself is written like this
        String empty = '"' + name + "\":[]";
        int split = whole.indexOf(empty) + empty.length() - 1;
        MessageDigest digest = Sha256.digest();
        digest.update(whole.substring(0, split).getBytes(StandardCharsets.UTF_8));
        Iterator<?> all = items.iterator();
        while (all.hasNext()) {
            digest.update(form(all.next()));
            if (all.hasNext()) {
                digest.update((byte) ',');
            }
        }
        digest.update(whole.substring(split).getBytes(StandardCharsets.UTF_8));
        return Sha256.named(digest);
    }

    private static Map<String, Object> json(Register r) {
        Areas areas = r.areas();
        return RegisterJson.ordered(
                "schema",
                "domicile.register/1",
                "providers",
                r.providers().stream()
                        .sorted(Comparator.comparing(Provider::id))
                        .map(p -> RegisterJson.ordered("id", p.id(), "name", p.name()))
                        .toList(),
                "offerings",
                r.offerings().stream()
                        .sorted(Comparator.comparing(Offering::id))
                        .map(Canonical::offering)
                        .toList(),
                "sources",
                r.sources().stream()
                        .sorted(Comparator.comparingInt(Source::number))
                        .map(RegisterJson::source)
                        .toList(),
                "countries",
                areas.countries().stream().map(RegisterJson::country).toList(),
                "blocs",
                areas.blocs().stream().map(RegisterJson::bloc).toList(),
                "regions",
                areas.regions().stream().map(RegisterJson::region).toList(),
                "adequacy",
                areas.adequacyDecisions().stream()
                        .sorted(Comparator.comparing(Areas.AdequacyDecision::country)
                                .thenComparing(Areas.AdequacyDecision::since))
                        .map(RegisterJson::adequacy)
                        .toList(),
                "controls",
                r.controls().stream()
                        .sorted(Comparator.comparing(FrameworkControl::id))
                        .map(c -> RegisterJson.ordered(
                                "framework", c.framework(), "version", c.version(), "control", RegisterJson.control(c)))
                        .toList());
    }

    private static Map<String, Object> offering(Offering o) {
        Map<String, Object> json = RegisterJson.offering(o);
        json.put("facts", o.facts().stream().map(RegisterJson::fact).toList());
        return json;
    }
}
