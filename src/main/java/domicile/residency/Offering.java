package domicile.residency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is bought, by lane.
 *
 * @param id such as {@code anthropic-bedrock}
 * @param name as shown to people
 * @param provider the id of who sells
 * @param operator the id of who runs it
 * @param facts everything that the register says about it, in the order of the pack
 */
public record Offering(String id, String name, String provider, String operator, List<Fact<?>> facts) {

    public Offering {
        facts = List.copyOf(facts);
    }

    /** The facts of one type, in the order of the pack. */
    public <V extends FactValue> List<Fact<V>> facts(Class<V> type) {
        return facts.stream()
                .filter(f -> type.isInstance(f.value()))
                .map(f -> new Fact<>(type.cast(f.value()), f.text(), f.variant(), f.citations()))
                .toList();
    }

    /** The placements of a layer; empty when nothing is published. */
    public List<Fact<Placement>> placements(Layer layer) {
        return facts(Placement.class).stream()
                .filter(f -> f.value().layer() == layer)
                .toList();
    }

    /** The inference placements: what a buyer can select. */
    public List<Fact<Placement>> deployments() {
        return placements(Layer.INFERENCE);
    }

    /** All that is said about an attestation: none when the register is silent, two or more when sources disagree. */
    public List<Fact<Attestation>> attestations(Attestation.Kind kind) {
        return facts(Attestation.class).stream()
                .filter(f -> f.value().kind() == kind)
                .toList();
    }

    /** The retention default in force on a day; empty when none is published for it. */
    public Optional<Fact<FactValue.Retention>> retentionOn(LocalDate day) {
        return facts(FactValue.Retention.class).stream()
                .filter(f -> f.value().from().map(d -> !d.latest().isAfter(day)).orElse(true))
                .max(Comparator.comparing(
                        f -> f.value().from().map(PublishedDate::latest).orElse(LocalDate.MIN)));
    }

    /**
     * What is said about zero data retention; empty when nothing is. Where sources disagree it is to be verified, with the
     * citations of all of them: {@link #facts} has what each of them says.
     */
    public Optional<Fact<FactValue.ZeroRetention>> zeroRetention() {
        List<Fact<FactValue.ZeroRetention>> said = facts(FactValue.ZeroRetention.class);
        if (said.stream().map(Fact::value).distinct().count() < 2) {
            return said.stream().findFirst();
        }
        return Optional.of(new Fact<>(
                new FactValue.ZeroRetention(FactValue.Zdr.VERIFY),
                said.stream().map(Fact::text).collect(Collectors.joining(" / ")),
                said.stream().flatMap(f -> f.citations().stream()).distinct().toList()));
    }

    /** The facts that disagree, by key: each has two or more, with different values. */
    public Map<String, List<Fact<?>>> conflicts() {
        Map<String, List<Fact<?>>> byKey = new LinkedHashMap<>();
        facts.forEach(f -> byKey.computeIfAbsent(f.value().key(), k -> new java.util.ArrayList<>())
                .add(f));
        byKey.values()
                .removeIf(same -> same.stream().map(Fact::value).distinct().count() < 2);
        return byKey;
    }
}
