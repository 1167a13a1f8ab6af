package domicile.assessment;

import domicile.residency.Attestation;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.FactValue.ModelFamilies;
import domicile.residency.FactValue.Retention;
import domicile.residency.FactValue.TrustPortal;
import domicile.residency.FactValue.Zdr;
import domicile.residency.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MODEL_AVAILABILITY and REGISTER_RECORD: what the register itself must be able to say. */
final class RegisterRules {

    private RegisterRules() {}

    static Optional<Finding> modelAvailability(Context c) {
        return c.workload().modelFamilies().isEmpty() ? Optional.empty() : Optional.of(models(c));
    }

    private static Finding models(Context c) {
        Requirement id = Requirement.MODEL_AVAILABILITY;
        List<String> asked = c.workload().modelFamilies();
        String names = String.join(", ", asked);
        List<Fact<ModelFamilies>> facts = c.offering().facts(ModelFamilies.class);
        List<String> offered =
                facts.stream().flatMap(f -> f.value().families().stream()).toList();
        // where sources disagree, a family counts that all of them name
        Optional<String> match = asked.stream()
                .filter(family -> !facts.isEmpty()
                        && facts.stream().allMatch(f -> f.value().families().contains(family)))
                .findFirst();
        if (match.isPresent()) {
            return c.finding(id, Status.MET, "models.offered", match.get())
                    .citing(facts)
                    .done();
        }
        boolean conflict = asked.stream().anyMatch(offered::contains);
        if (facts.isEmpty()
                || conflict
                || facts.stream().anyMatch(f -> f.value().openEnded())) {
            String why = facts.isEmpty() ? "models.silent" : conflict ? "models.conflict" : "models.openEnded";
            return c.finding(id, Status.UNVERIFIED, why, names)
                    .citing(facts)
                    .missing("missing.models", c.offering().name())
                    .lift("lift.models.verify", names)
                    .done();
        }
        return c.finding(id, Status.NOT_MET, "models.absent", names, String.join(", ", offered))
                .citing(facts)
                .lift("lift.models.other", names)
                .done();
    }

    static Optional<Finding> registerRecord(Context c) {
        boolean asked = c.workload().regulated() || c.workload().fedRampLevel().isPresent();
        return asked ? Optional.of(record(c)) : Optional.empty();
    }

    /** The five fields that an offering must have before it may carry a regulated workload, by the last part of their key. */
    private static Map<String, List<? extends Fact<? extends FactValue>>> fields(Context c) {
        Map<String, List<? extends Fact<? extends FactValue>>> fields = new LinkedHashMap<>();
        fields.put("inference", c.offering().deployments());
        fields.put("retention", c.retention().map(List::of).orElse(List.<Fact<Retention>>of()));
        fields.put(
                "zdr",
                c.zdr().filter(f -> f.value().zdr() != Zdr.VERIFY).map(List::of).orElse(List.of()));
        List<Fact<Attestation>> baa = c.offering().attestations(Attestation.Kind.BAA);
        Attestations.Reading reading = Attestations.read(baa);
        boolean stated = reading instanceof Attestations.Held || reading instanceof Attestations.NotHeld;
        fields.put("baa", stated ? baa : List.<Fact<Attestation>>of());
        fields.put("trustPortal", c.offering().facts(TrustPortal.class));
        return fields;
    }

    private static Finding record(Context c) {
        Requirement id = Requirement.REGISTER_RECORD;
        Map<String, List<? extends Fact<? extends FactValue>>> fields = fields(c);
        List<Fact<? extends FactValue>> facts = new ArrayList<>();
        fields.values().forEach(facts::addAll);
        List<String> missing = fields.entrySet().stream()
                .filter(e -> e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            return c.finding(id, Status.UNVERIFIED, "record.missing", list("field.", missing))
                    .citing(facts)
                    .missing("missing.record", c.offering().name(), list("field.", missing))
                    .lift("lift.record", list("field.", missing))
                    .done();
        }
        List<String> secondHand = fields.entrySet().stream()
                .filter(e -> e.getValue().stream().allMatch(f -> secondHand(c, f)))
                .map(Map.Entry::getKey)
                .toList();
        return secondHand.isEmpty()
                ? c.finding(id, Status.MET, "record.complete").citing(facts).done()
                : c.finding(id, Status.MET, "record.secondHand", list("field.", secondHand))
                        .citing(facts)
                        .done();
    }

    private static boolean secondHand(Context c, Fact<?> fact) {
        return fact.citations().stream()
                .allMatch(cited -> c.register()
                        .source(cited.source())
                        .map(s -> s.kind() == Source.Kind.COMPILED)
                        .orElse(true));
    }

    /** A list of up to five named things as one sentence. */
    private static Sentence list(String prefix, List<String> keys) {
        Sentence joined = Sentence.of(prefix + keys.getFirst());
        for (String key : keys.subList(1, keys.size())) {
            joined = Sentence.of("list.and", joined, Sentence.of(prefix + key));
        }
        return joined;
    }
}
