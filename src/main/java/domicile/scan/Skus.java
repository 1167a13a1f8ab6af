package domicile.scan;

import domicile.scan.signature.Locations;
import domicile.scan.signature.Meaning;
import domicile.scan.signature.Recognizer;
import domicile.scan.signature.Signature;
import domicile.scan.signature.Signature.Kind;
import java.util.List;
import java.util.Optional;

/** What a deployment's SKU on Azure means, given the region of its account. */
final class Skus {
    private final Recognizer recognizer;

    Skus(Recognizer recognizer) {
        this.recognizer = recognizer;
    }

    /** Whether what it means depends on the account's region. */
    boolean byRegion(String sku) {
        return recognizer.signatures().of(Kind.SKU, sku).stream()
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

    /** A region as it is compared. */
    static String plain(String region) {
        return Locations.plain(region);
    }
}
