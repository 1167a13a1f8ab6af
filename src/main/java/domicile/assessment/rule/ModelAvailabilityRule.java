package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Citation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Model;
import domicile.residency.ModelFamilies;
import domicile.residency.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** MODEL_AVAILABILITY: are all model families and models that are asked for offered, on the first day too? */
final class ModelAvailabilityRule implements Rule {

    @Override
    public Requirement id() {
        return Requirement.MODEL_AVAILABILITY;
    }

    @Override
    public boolean asked(Workload workload) {
        return !workload.modelFamilies().isEmpty() || !workload.models().isEmpty();
    }

    private static String names(Candidate c) {
        return String.join(
                ", ",
                Stream.concat(c.workload().modelFamilies().stream(), c.workload().models().stream())
                        .toList());
    }

    /** The worst of what is asked for. */
    @Override
    public Outcome decide(Candidate c) {
        List<Outcome> all = new ArrayList<>();
        c.workload().modelFamilies().forEach(family -> all.add(family(c, family)));
        c.workload().models().forEach(model -> all.add(model(c, model)));
        Outcome worst = all.getFirst();
        for (Outcome one : all) {
            if (one.settled(c).status().compareTo(worst.settled(c).status()) < 0) {
                worst = one;
            }
        }
        return worst.status() == domicile.assessment.Status.MET && all.size() > 1
                ? worst.because(worst.status(), "models.offered", names(c))
                : worst;
    }

    private static Outcome family(Candidate c, String family) {
        List<Fact<ModelFamilies>> facts = c.offering().facts(ModelFamilies.class);
        List<String> named = facts.stream()
                .flatMap(f -> f.value().families().stream())
                .distinct()
                .toList();
        // where sources disagree about the list, a family is agreed that all of them name
        boolean byAll = facts.stream().allMatch(f -> f.value().families().contains(family));
        Outcome said;
        if (facts.isEmpty()) {
            said = Outcome.unverified("models.silent", family);
        } else if (byAll) {
            said = Outcome.met("models.offered", family);
        } else if (named.contains(family)) {
            said = Outcome.unverified("models.conflict", family);
        } else if (facts.stream().anyMatch(f -> f.value().openEnded())) {
            said = Outcome.unverified("models.openEnded", family);
        } else {
            said = Outcome.notMet("models.absent", family, String.join(", ", named));
        }
        return said.citingOne(facts)
                .missing("missing.models", c.name())
                .lift(
                        said.status() == domicile.assessment.Status.NOT_MET
                                ? "lift.models.other"
                                : "lift.models.verify",
                        family);
    }

    private static Outcome model(Candidate c, String id) {
        List<Model> listed = c.listed().models();
        Optional<Model> model = listed.stream().filter(m -> m.id().equals(id)).findFirst();
        if (model.isEmpty()) {
            boolean others = listed.isEmpty()
                    || c.offering().facts(ModelFamilies.class).stream()
                            .anyMatch(f -> f.value().openEnded());
            return (others
                            ? Outcome.unverified("models.unlisted", id)
                            : Outcome.notMet(
                                    "models.absent",
                                    id,
                                    String.join(
                                            ", ", listed.stream().map(Model::id).toList())))
                    .citingOne(c.offering().facts(ModelFamilies.class))
                    .missing("missing.models", c.name())
                    .lift(others ? "lift.models.verify" : "lift.models.other", id);
        }
        List<Fact<ModelFamilies>> cited = cited(model.get());
        boolean ended = model.get()
                .until()
                .filter(until -> !until.latest().isAfter(c.workload().startsOn()))
                .isPresent();
        return (ended
                        ? Outcome.notMet("models.ended", id, model.get().until().orElseThrow())
                        : Outcome.met("models.offered", id))
                .citingOne(cited)
                .lift("lift.models.other", id);
    }

    /** A model as a fact, so that its citations carry the finding like any other. */
    private static List<Fact<ModelFamilies>> cited(Model model) {
        List<Citation> citations = model.citations();
        return List.of(new Fact<>(new ModelFamilies(List.of(model.family()), true), model.id(), citations));
    }

    @Override
    public Reads reads() {
        return new Reads(Set.of(), ModelFamilies.class::isInstance);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of(Workload.Part.MODEL_FAMILIES, Workload.Part.MODELS);
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        return List.of();
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.empty();
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        return Sentence.of("ask." + id(), c.name(), names(c));
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.empty();
    }
}
