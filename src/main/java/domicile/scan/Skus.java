package domicile.scan;

import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signature.Kind;
import domicile.scan.tree.Resolved;
import java.util.List;
import java.util.Optional;

/** What a deployment's SKU on Azure means, given the region of its account. */
final class Skus {
    private final Recognizer recognizer;

    Skus(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** What a SKU means, with what it was found by. */
    record Said(Meaning meaning, Resolved how) {}

    /**
     * What a SKU means as a template writes it.
     *
     * @param region of its account; empty where the account is not known, or where nothing depends on it
     */
    Said said(Resolved sku, Optional<Resolved> region) {
        if (!sku.known()) {
            return new Said(meaning("", Optional.empty()).opened(), sku);
        }
        Optional<String> known = region.filter(Resolved::known).map(Resolved::text);
        Meaning meaning = meaning(sku.text(), known);
        return new Said(
                region.isPresent() && known.isEmpty() ? meaning.opened() : meaning,
                region.map(sku::with).orElse(sku));
    }

    /** Whether what it means depends on the account's region. */
    boolean byRegion(Resolved sku) {
        return sku.known()
                && recognizer.signatures().of(Kind.SKU, sku.text()).stream()
                        .anyMatch(s -> s.account().isPresent() || s.narrows());
    }

    /** A SKU that no page names says nothing. */
    Meaning meaning(String sku, Optional<String> region) {
        List<Signature> all = recognizer.signatures().of(Kind.SKU, sku);
        if (all.isEmpty()) {
            Signature resource = recognizer
                    .signatures()
                    .of(Kind.RESOURCE, "Microsoft.CognitiveServices/accounts/deployments")
                    .getFirst();
            return Meaning.of(resource, sku);
        }
        Signature first = all.getFirst();
        if (first.account().isPresent()) {
            return all.stream()
                    .filter(s -> region.filter(r ->
                                    recognizer.locations().inside(r, s.account().orElse("")))
                            .isPresent())
                    .findFirst()
                    .map(s -> Meaning.of(s, sku))
                    .orElseGet(() -> Meaning.of(first, sku).nowhere());
        }
        Meaning plain = Meaning.of(first, sku);
        if (!first.narrows()) {
            return plain;
        }
        return region.flatMap(r -> recognizer.locations().region(r).map(p -> p.code()))
                .map(code -> plain.places(List.of(code)).staying(Optional.empty()))
                .orElse(plain);
    }
}
