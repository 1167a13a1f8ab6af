package domicile.residency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is bought, by lane.
 *
 * @param id such as {@code anthropic-bedrock}
 * @param name as shown to people
 * @param provider the id of who sells
 * @param operator the id of who runs it
 * @param products what a contract calls it, such as {@code Amazon Bedrock}; empty while the register does not say
 * @param models the models that it serves, as far as the register lists them
 * @param facts everything that the register says about it, in the order of the pack
 */
public record Offering(
        String id,
        String name,
        String provider,
        String operator,
        List<String> products,
        List<Model> models,
        List<Fact<?>> facts) {

    public Offering {
        products = List.copyOf(products);
        models = List.copyOf(models);
        facts = List.copyOf(facts);
    }

    /** An offering of which the register lists neither products nor models. */
    public Offering(String id, String name, String provider, String operator, List<Fact<?>> facts) {
        this(id, name, provider, operator, List.of(), List.of(), facts);
    }

    /** The same offering with other facts. */
    public Offering withFacts(List<Fact<?>> others) {
        return new Offering(id, name, provider, operator, products, models, others);
    }

    @SuppressWarnings("unchecked") // a fact's type is its value's, which is asked
    private <V extends FactValue> List<Fact<V>> facts(Class<V> type, Predicate<V> test) {
        List<Fact<V>> all = new ArrayList<>();
        for (Fact<?> fact : facts) {
            if (type.isInstance(fact.value()) && test.test((V) fact.value())) {
                all.add((Fact<V>) fact);
            }
        }
        return all;
    }

    /** The facts of one type, in the order of the pack. */
    public <V extends FactValue> List<Fact<V>> facts(Class<V> type) {
        return facts(type, v -> true);
    }

    private <V extends FactValue> List<Fact<V>> whole(Class<V> type) {
        return facts(type, v -> v.appliesTo().whole());
    }

    /** What is published of a kind of fact that an offering has one of, such as {@link TrainingReuse}. */
    public <V extends FactValue> Published<V> published(Class<V> type) {
        return Published.of(whole(type));
    }

    /** What is published about an attestation. */
    public Published<Attestation> published(Attestation.Kind kind) {
        return Published.of(
                facts(Attestation.class, a -> a.kind() == kind && a.appliesTo().whole()));
    }

    /** What is published about zero data retention. */
    public Published<ZeroRetention> zeroRetention() {
        return published(ZeroRetention.class);
    }

    /** What is published about one placement: the facts that have its key. */
    public Published<Placement> published(Placement placement) {
        return Published.of(facts(Placement.class, placement::samePlacement));
    }

    /** Whether sources contradict each other about a placement. Asked of each one, and most are said once. */
    public boolean disputed(Placement placement) {
        int said = 0;
        for (Fact<?> fact : facts) {
            if (fact.value() instanceof Placement other && placement.samePlacement(other)) {
                said++;
            }
        }
        return said > 1 && published(placement).disputed();
    }

    /** The retention default in force on a day; silent when none is published for it. */
    public Published<Retention> retentionOn(LocalDate day) {
        List<Fact<Retention>> begun = whole(Retention.class).stream()
                .filter(f -> !begins(f.value()).isAfter(day))
                .toList();
        Optional<LocalDate> last = begun.stream().map(f -> begins(f.value())).max(Comparator.naturalOrder());
        return Published.of(begun.stream()
                .filter(f -> last.filter(begins(f.value())::equals).isPresent())
                .toList());
    }

    private static LocalDate begins(Retention retention) {
        return retention.from().map(PublishedDate::latest).orElse(LocalDate.MIN);
    }

    /** The placements of a layer, narrower ones too; empty when nothing is published. */
    public List<Fact<Placement>> placements(Layer layer) {
        return facts(Placement.class, p -> p.layer() == layer);
    }

    /** The inference placements: what a buyer can select. */
    public List<Fact<Placement>> deployments() {
        return placements(Layer.INFERENCE);
    }

    /** All that is said about an attestation, narrower facts too: none when the register is silent. */
    public List<Fact<Attestation>> attestations(Attestation.Kind kind) {
        return facts(Attestation.class, a -> a.kind() == kind);
    }

    /** The names by which facts narrower than the offering speak of its models. */
    public List<String> modelsOfNarrowerFacts() {
        TreeSet<String> all = new TreeSet<>();
        facts.forEach(f -> all.addAll(f.value().appliesTo().models()));
        return List.copyOf(all);
    }

    /** The names by which facts narrower than the offering speak of its services. */
    public List<String> servicesOfNarrowerFacts() {
        TreeSet<String> all = new TreeSet<>();
        facts.forEach(f -> all.addAll(f.value().appliesTo().services()));
        return List.copyOf(all);
    }

    /**
     * The offering as it is for one use: of the facts about one thing those that speak most closely of the model and
     * the service, said as facts of the whole. A layer's placements are one thing, and so are all defaults of
     * retention.
     */
    public Offering usedAs(Optional<String> model, Optional<String> service) {
        if (facts.stream().allMatch(f -> f.value().appliesTo().whole())) {
            return this;
        }
        Map<String, Integer> closest = new HashMap<>();
        for (Fact<?> fact : facts) {
            fact.value()
                    .appliesTo()
                    .closeness(model, service)
                    .ifPresent(near -> closest.merge(fact.value().subject(), near, Math::max));
        }
        List<Fact<?>> holding = new ArrayList<>();
        for (Fact<?> fact : facts) {
            Optional<Integer> near = fact.value().appliesTo().closeness(model, service);
            if (near.isPresent() && near.get().equals(closest.get(fact.value().subject()))) {
                holding.add(ofTheWhole(fact));
            }
        }
        return withFacts(holding);
    }

    private static Fact<?> ofTheWhole(Fact<?> fact) {
        return fact.value().appliesTo().whole()
                ? fact
                : new Fact<>(fact.value().applyingTo(AppliesTo.WHOLE), fact.text(), fact.variant(), fact.citations());
    }

    /** The facts that are {@link Published.Disputed}, by key: each has two or more that cannot all be true. */
    public Map<String, List<Fact<?>>> conflicts() {
        Map<String, List<Fact<?>>> byKey = new LinkedHashMap<>();
        facts.forEach(f ->
                byKey.computeIfAbsent(f.value().key(), k -> new ArrayList<>()).add(f));
        byKey.values().removeIf(same -> !Published.contradict(same));
        return byKey;
    }
}
