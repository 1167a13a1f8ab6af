package domicile.residency;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What is known about every offering as of one day. Two are equal when their day and their hash are. */
public final class Register {
    private final LocalDate asOf;
    private final Function<Register, String> hasher;
    private final AtomicReference<String> hash = new AtomicReference<>("");
    private final List<Provider> providers;
    private final List<Offering> offerings;
    private final List<Source> sources;
    private final Map<Integer, Source> byNumber = new HashMap<>();
    private final Areas areas;
    private final List<FrameworkControl> controls;
    private final List<Capture> captures;

    /**
     * @param asOf the day
     * @param hasher makes the hash, on the thread that first asks for it: for large registers that takes longer than
     *     reading them
     * @param offerings sorted by id
     * @param sources sorted by number
     * @param captures the pages that were taken in, oldest first; no part of the hash
     */
    public Register(
            LocalDate asOf,
            Function<Register, String> hasher,
            List<Provider> providers,
            List<Offering> offerings,
            List<Source> sources,
            Areas areas,
            List<FrameworkControl> controls,
            List<Capture> captures) {
        this.asOf = asOf;
        this.hasher = hasher;
        this.providers = List.copyOf(providers);
        this.offerings = List.copyOf(offerings);
        this.sources = List.copyOf(sources);
        this.sources.forEach(s -> byNumber.putIfAbsent(s.number(), s));
        this.areas = areas;
        this.controls = List.copyOf(controls);
        this.captures = List.copyOf(captures);
    }

    /** The same with other captures; the hash does not depend on them. */
    public Register withCaptures(List<Capture> others) {
        return new Register(asOf, hasher, providers, offerings, sources, areas, controls, others);
    }

    /** The day. */
    public LocalDate asOf() {
        return asOf;
    }

    /** {@code sha256:} and the hash of the canonical form (RFC 8785), so that two machines agree. */
    public String hash() {
        String known = hash.get();
        if (known.isEmpty()) {
            // two threads that ask at once both make it, and it is the same
            known = hasher.apply(this);
            hash.set(known);
        }
        return known;
    }

    /** The companies that make models or run them. */
    public List<Provider> providers() {
        return providers;
    }

    /** Sorted by id. */
    public List<Offering> offerings() {
        return offerings;
    }

    /** Sorted by number. */
    public List<Source> sources() {
        return sources;
    }

    /** Which place lies in which area. */
    public Areas areas() {
        return areas;
    }

    /** The controls of published frameworks, with the requirements that each asks for. */
    public List<FrameworkControl> controls() {
        return controls;
    }

    /** The pages that were taken in, oldest first. */
    public List<Capture> captures() {
        return captures;
    }

    /** The newest capture of a source that was not withdrawn. */
    public Optional<Capture> capture(int source) {
        return captures.stream().filter(c -> c.source() == source && c.inHand()).reduce((older, newer) -> newer);
    }

    /** The newest capture in which a quote of a source stands, withdrawn or not. */
    public Optional<Capture> capture(int source, Quote quote) {
        return captures.stream()
                .filter(c -> c.source() == source && c.sha256().equals(quote.capture()))
                .reduce((older, newer) -> newer);
    }

    /** The offering with this id. */
    public Optional<Offering> offering(String id) {
        return offerings.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** The ids of the models that its offerings list, each once, sorted. */
    public List<String> models() {
        return offerings.stream()
                .flatMap(o -> o.models().stream())
                .map(Model::id)
                .distinct()
                .sorted()
                .toList();
    }

    /** The source with this number. */
    public Optional<Source> source(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** The control with this id. */
    public Optional<FrameworkControl> control(String id) {
        return controls.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /** The offering's name, or the id when the register does not know it. */
    public String offeringName(String id) {
        return offering(id).map(Offering::name).orElse(id);
    }

    /** The provider's name, or the id when the register does not know it. */
    public String providerName(String id) {
        return providers.stream()
                .filter(p -> p.id().equals(id))
                .map(Provider::name)
                .findFirst()
                .orElse(id);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Register r && asOf.equals(r.asOf) && hash().equals(r.hash());
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, hash());
    }

    @Override
    public String toString() {
        return "register as of " + asOf + ", " + hash();
    }
}
