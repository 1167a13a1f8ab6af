package domicile.assessment.rule;

import domicile.assessment.Candidate;
import domicile.assessment.Finding;
import domicile.assessment.Requirement;
import domicile.assessment.Sentence;
import domicile.residency.Attestation;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Retention;
import domicile.residency.TrustPortal;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import domicile.residency.ZeroRetention.Zdr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** REGISTER_RECORD: the five fields that an offering must have before it may carry a regulated workload. */
final class RegisterRecordRule implements Rule {

    /**
     * One of the five.
     *
     * @param word the last part of its name's key
     * @param facts what fills it; empty when nothing does
     * @param documents documents in hand that fill it at first hand
     */
    private record Field(String word, List<? extends Fact<?>> facts, List<Evidence> documents) {
        boolean missing() {
            return facts.isEmpty() && documents.isEmpty();
        }

        /** One second-hand fact makes its field so. */
        boolean secondHand(Candidate c) {
            return documents.isEmpty() && !facts.stream().allMatch(c::firstHand);
        }

        Sentence name() {
            return Sentence.of("field." + word);
        }
    }

    @Override
    public Requirement id() {
        return Requirement.REGISTER_RECORD;
    }

    @Override
    public boolean asked(Workload workload) {
        return workload.regulated() || workload.fedRampLevel().isPresent();
    }

    private static List<Field> fields(Candidate c) {
        Published<Retention> retention = c.offering().retentionOn(c.workload().startsOn());
        Published<ZeroRetention> zdr = c.offering().zeroRetention();
        Published<Attestation> baa = c.offering().published(Attestation.Kind.BAA);
        Published<TrustPortal> portal = c.offering().published(TrustPortal.class);
        List<Evidence> addenda = c.documents(Evidence.Kind.ZDR_ADDENDUM);
        return List.of(
                new Field(
                        "inference",
                        c.available(Layer.INFERENCE).stream()
                                .filter(f -> !c.disputed(f.value()))
                                .toList(),
                        c.documents(Evidence.Kind.ORDER_FORM_INFERENCE_REGION)),
                new Field("retention", filling(retention, true), addenda),
                new Field("zdr", filling(zdr, zdr.surely(z -> z.zdr() != Zdr.VERIFY)), addenda),
                new Field(
                        "baa",
                        filling(baa, Attested.held(baa).isPresent() || Attested.denied(baa)),
                        c.documents(Evidence.Kind.BAA_PRODUCT_SCHEDULE)),
                new Field("trustPortal", filling(portal, true), List.of()));
    }

    /** The facts where all sources agree and what they say fills the field. */
    private static List<? extends Fact<?>> filling(Published<?> published, boolean fills) {
        return fills && published.agreed().isPresent() ? published.facts() : List.of();
    }

    @Override
    public Outcome decide(Candidate c) {
        List<Field> fields = fields(c);
        List<Field> missing = fields.stream().filter(Field::missing).toList();
        List<Field> secondHand = fields.stream().filter(f -> f.secondHand(c)).toList();
        Outcome said;
        if (!missing.isEmpty()) {
            Sentence names = names(missing);
            said = Outcome.unverified("record.missing", names)
                    .missing("missing.record", c.name(), names)
                    .lift("lift.record", names);
        } else if (!secondHand.isEmpty()) {
            said = Outcome.conditional("record.secondHand", names(secondHand)).lift("lift.record", names(secondHand));
        } else {
            said = Outcome.met("record.complete");
        }
        List<Evidence> documents = new ArrayList<>();
        for (Field field : fields) {
            said = said.citingEach(field.documents().isEmpty() ? field.facts() : List.of());
            documents.addAll(field.documents());
        }
        // settled on the facts alone first: a document fills its own field and no other
        return said.settled(c).relyingOn(documents.stream().distinct().toList());
    }

    private static Sentence names(List<Field> fields) {
        return Sentences.listed(fields.stream().map(Field::name).toList());
    }

    @Override
    public Reads reads() {
        return new Reads(
                Set.of(
                        Evidence.Kind.ORDER_FORM_INFERENCE_REGION,
                        Evidence.Kind.ZDR_ADDENDUM,
                        Evidence.Kind.BAA_PRODUCT_SCHEDULE),
                fact -> fact instanceof Placement p && p.layer() == Layer.INFERENCE
                        || fact instanceof Attestation a && a.kind() == Attestation.Kind.BAA
                        || fact instanceof Retention
                        || fact instanceof ZeroRetention
                        || fact instanceof TrustPortal);
    }

    @Override
    public Set<Workload.Part> carries() {
        return Set.of();
    }

    @Override
    public List<Evidence> settledBy(Candidate c) {
        List<Evidence> all = new ArrayList<>();
        c.available(Layer.INFERENCE).stream()
                .findFirst()
                .ifPresent(f -> all.add(Needed.committing(
                        c, Evidence.Kind.ORDER_FORM_INFERENCE_REGION, f.value().places())));
        all.add(Needed.document(c, Evidence.Kind.ZDR_ADDENDUM));
        all.addAll(new HipaaBaaRule().settledBy(c));
        return all;
    }

    @Override
    public Optional<Evidence.Kind> provedBy() {
        return Optional.empty();
    }

    @Override
    public Sentence ask(Candidate c, Finding finding) {
        List<Field> all = fields(c);
        List<Field> missing = all.stream().filter(Field::missing).toList();
        List<Field> secondHand = all.stream().filter(f -> f.secondHand(c)).toList();
        // with none of either, what is there is too old
        List<Field> asked = !missing.isEmpty() ? missing : !secondHand.isEmpty() ? secondHand : all;
        return Sentence.of("ask." + id(), c.name(), names(asked));
    }

    @Override
    public Optional<Sentence> clause(Candidate c) {
        return Optional.empty();
    }
}
