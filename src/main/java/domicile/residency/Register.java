package domicile.residency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known about every offering as of one day.
 *
 * @param asOf the day
 * @param hash {@code sha256:} and the hash of the canonical form (RFC 8785), so that two machines agree
 * @param offerings sorted by id
 * @param sources sorted by number
 */
public record Register(
        LocalDate asOf,
        String hash,
        List<Provider> providers,
        List<Offering> offerings,
        List<Source> sources,
        Areas areas,
        List<Control> controls) {

    public Register {
        providers = List.copyOf(providers);
        offerings = List.copyOf(offerings);
        sources = List.copyOf(sources);
        controls = List.copyOf(controls);
    }

    /** The offering with this id. */
    public Optional<Offering> offering(String id) {
        return offerings.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** The source with this number. */
    public Optional<Source> source(int number) {
        return sources.stream().filter(s -> s.number() == number).findFirst();
    }

    /** The provider's name, or the id when the register does not know it. */
    public String providerName(String id) {
        return providers.stream()
                .filter(p -> p.id().equals(id))
                .map(Provider::name)
                .findFirst()
                .orElse(id);
    }
}
