package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Containment;
import domicile.residency.CorporateTie;
import domicile.residency.Fact;
import domicile.residency.FactValue;
import domicile.residency.GoverningLaw;
import domicile.residency.Headquarters;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Register;
import domicile.residency.Selection;
import domicile.residency.Workload;
import domicile.residency.ZeroRetention;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.internal.utils.KieHelper;

/**
 * Some of the requirements as rules of Drools: location of inference, retention, BAA, certifications, excluded jurisdictions,
 * without documents. What the register says is in the session once, the facts of one thing said as what they come to; a
 * workload is put in, judged and taken out again. Whether a place lies in an area is asked of {@link Areas}, as we do.
 */
public final class DroolsRival implements AutoCloseable {
    private static final String RULES = """
            package domicile.rival;
            import domicile.assessment.DroolsRival.*;
            global domicile.assessment.DroolsRival.Statuses said;

            rule "inference inside the area"
            when
                $a : Ask(inferenceAsked == true)
                $l : Lane()
                accumulate($d : Deployed(lane == $l.lane, layer == "INFERENCE"); $n : count($d), $best : max($d.rank($a.getInference())))
            then
                said.say($l.getLane(), "INFERENCE_LOCATION", $n == 0 ? 1 : $best.intValue());
            end

            rule "kept shortly enough"
            when
                $a : Ask(retentionAsked == true)
                $l : Lane()
                Kept(lane == $l.lane, agreed == true, days <= $a.days, $first : firstHand)
            then
                said.say($l.getLane(), "RETENTION", $first ? 3 : 2);
            end

            rule "kept too long, and nothing kept can be had"
            when
                $a : Ask(retentionAsked == true)
                $l : Lane()
                not Kept(lane == $l.lane, agreed == true, days <= $a.days)
                Zero(lane == $l.lane, obtainable == true)
            then
                said.say($l.getLane(), "RETENTION", 2);
            end

            rule "kept too long, or nobody knows"
            when
                $a : Ask(retentionAsked == true)
                $l : Lane()
                not Kept(lane == $l.lane, agreed == true, days <= $a.days)
                not Zero(lane == $l.lane, obtainable == true)
                accumulate(Kept(lane == $l.lane, agreed == true); $known : count(1))
                accumulate(Zero(lane == $l.lane, unsure == true); $unsure : count(1))
            then
                said.say($l.getLane(), "RETENTION", $known == 0 || $unsure > 0 ? 1 : 0);
            end

            rule "a BAA without the services that are used"
            when
                Ask(baaAsked == true, $services : services)
                $l : Lane()
                Held(lane == $l.lane, kind == "BAA", lacksAny($services))
            then
                said.say($l.getLane(), "HIPAA_BAA", 0);
            end

            rule "a BAA"
            when
                Ask(baaAsked == true, $services : services)
                $l : Lane()
                Held(lane == $l.lane, kind == "BAA", held == true, late == false, !lacksAny($services), $some : someOutOfScope)
            then
                said.say($l.getLane(), "HIPAA_BAA", $some && !$services.isEmpty() ? 1 : 2);
            end

            rule "a BAA that comes later, or that nobody gives"
            when
                Ask(baaAsked == true, $services : services)
                $l : Lane()
                Held(lane == $l.lane, kind == "BAA", late == true || denied == true, !lacksAny($services))
            then
                said.say($l.getLane(), "HIPAA_BAA", 0);
            end

            rule "no word of a BAA"
            when
                Ask(baaAsked == true, $services : services)
                $l : Lane()
                not Held(lane == $l.lane, kind == "BAA", held == true || denied == true || lacksAny($services))
            then
                said.say($l.getLane(), "HIPAA_BAA", 1);
            end

            rule "certified"
            when
                Ask($kinds : certifications)
                $k : String() from $kinds
                $l : Lane()
                Held(lane == $l.lane, kind == $k, held == true, late == false, $scoped : scoped, $first : firstHand)
            then
                said.say($l.getLane(), $k, $scoped || !$first ? 2 : 3);
            end

            rule "certified later, or surely not"
            when
                Ask($kinds : certifications)
                $k : String() from $kinds
                $l : Lane()
                Held(lane == $l.lane, kind == $k, late == true || denied == true)
            then
                said.say($l.getLane(), $k, 0);
            end

            rule "no word of a certification"
            when
                Ask($kinds : certifications)
                $k : String() from $kinds
                $l : Lane()
                not Held(lane == $l.lane, kind == $k, held == true || denied == true)
            then
                said.say($l.getLane(), $k, 1);
            end

            rule "owned or governed from an excluded country"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                exists Owned(lane == $l.lane, inside($a.excluded) == true)
            then
                said.say($l.getLane(), "EXCLUDED_JURISDICTIONS", 0);
            end

            rule "owned and governed from elsewhere"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                not Owned(lane == $l.lane, inside($a.excluded) == true)
                Owned(lane == $l.lane, what == "SEAT", $seat : firstHand)
                Owned(lane == $l.lane, what == "LAW", $law : firstHand)
            then
                said.say($l.getLane(), "EXCLUDED_JURISDICTIONS", $seat && $law ? 3 : 2);
            end

            rule "owned or governed from somewhere"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                not Owned(lane == $l.lane, inside($a.excluded) == true)
                accumulate(Owned(lane == $l.lane, what == "SEAT" || what == "LAW"); $n : count(1); $n < 2)
            then
                said.say($l.getLane(), "EXCLUDED_JURISDICTIONS", $n == 1 ? 2 : 1);
            end

            rule "inference elsewhere"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                accumulate($d : Deployed(lane == $l.lane, layer == "INFERENCE");
                    $n : count($d), $in : sum($d.inside($a.getExcluded())), $clean : sum($d.clean($a.getExcluded())),
                    $choice : sum($d.choice($a.getExcluded())), $second : sum($d.getSecondHand()))
            then
                said.elsewhere($l.getLane(), $n.intValue(), $in.intValue(), $clean.intValue(), $choice.intValue(), $second.intValue());
            end

            rule "storage elsewhere"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                not Zero(lane == $l.lane, stateless == true)
                accumulate($d : Deployed(lane == $l.lane, layer == "STORAGE");
                    $n : count($d), $in : sum($d.inside($a.getExcluded())), $clean : sum($d.clean($a.getExcluded())),
                    $choice : sum($d.choice($a.getExcluded())), $second : sum($d.getSecondHand()); $n > 0)
            then
                said.elsewhere($l.getLane(), $n.intValue(), $in.intValue(), $clean.intValue(), $choice.intValue(), $second.intValue());
            end

            rule "nothing stored"
            when
                $a : Ask(excludedAsked == true)
                $l : Lane()
                Zero(lane == $l.lane, stateless == true, $first : firstHand)
                exists Deployed(lane == $l.lane, layer == "STORAGE")
            then
                said.say($l.getLane(), "EXCLUDED_JURISDICTIONS", $first ? 3 : 2);
            end
            """;

    private final KieSession session;
    private final Statuses said;

    DroolsRival(Register register, List<Candidate> lanes) {
        KieHelper helper = new KieHelper();
        helper.addContent(RULES, ResourceType.DRL);
        KieBase base = helper.build();
        session = base.newKieSession();
        said = new Statuses(lanes.size());
        session.setGlobal("said", said);
        for (int i = 0; i < lanes.size(); i++) {
            insert(i, lanes.get(i), register.areas());
        }
    }

    private void insert(int lane, Candidate c, Areas areas) {
        Offering o = c.offering();
        session.insert(new Lane(lane));
        for (Layer layer : List.of(Layer.INFERENCE, Layer.STORAGE)) {
            c.available(layer).forEach(f -> session.insert(new Deployed(lane, f.value(), c.disputed(f.value()), !c.firstHand(f), areas)));
        }
        Published<domicile.residency.Retention> kept = o.retentionOn(c.workload().startsOn());
        session.insert(new Kept(lane, kept.agreed(), first(c, kept)));
        session.insert(new Zero(lane, o.zeroRetention(), first(c, o.zeroRetention())));
        for (Attestation.Kind kind : Attestation.Kind.values()) {
            session.insert(new Held(lane, kind, o.published(kind), first(c, o.published(kind)), c.workload().startsOn()));
        }
        Published<Headquarters> seat = o.published(Headquarters.class);
        seat.agreed().ifPresent(h -> session.insert(new Owned(lane, "SEAT", h.country(), first(c, seat), areas)));
        Published<GoverningLaw> law = o.published(GoverningLaw.class);
        law.agreed().ifPresent(g -> session.insert(new Owned(lane, "LAW", g.country(), first(c, law), areas)));
        for (Fact<CorporateTie> tie : o.facts(CorporateTie.class)) {
            session.insert(new Owned(lane, "TIE", tie.value().country(), true, areas));
        }
    }

    private static <V extends FactValue> boolean first(Candidate c, Published<V> published) {
        return published.facts().stream().anyMatch(c::firstHand);
    }

    /** What each lane comes to; overwritten by the next call. */
    Statuses judge(Workload workload) {
        said.clear();
        FactHandle asked = session.insert(new Ask(workload));
        session.fireAllRules();
        session.delete(asked);
        return said;
    }

    @Override
    public void close() {
        session.dispose();
    }

    /** The worst status of each requirement of each lane. */
    public static final class Statuses {
        private static final int NOTHING = Status.values().length;
        private final int[][] worst;

        Statuses(int lanes) {
            worst = new int[lanes][Requirement.values().length];
        }

        void clear() {
            for (int[] lane : worst) {
                Arrays.fill(lane, NOTHING);
            }
        }

        public void say(int lane, String requirement, int status) {
            int at = Requirement.valueOf(requirement).ordinal();
            worst[lane][at] = Math.min(worst[lane][at], status);
        }

        public void elsewhere(int lane, int all, int inside, int clean, int choice, int secondHand) {
            int where;
            if (all == 0) {
                where = 1;
            } else if (inside == all) {
                where = 0;
            } else if (clean == all) {
                where = secondHand == 0 ? 3 : 2;
            } else {
                where = choice > 0 ? 2 : 1;
            }
            say(lane, Requirement.EXCLUDED_JURISDICTIONS.name(), where);
        }

        /** The statuses of a lane that were said. */
        Map<Requirement, Status> of(int lane) {
            Map<Requirement, Status> statuses = new java.util.EnumMap<>(Requirement.class);
            for (Requirement requirement : Requirement.values()) {
                int status = worst[lane][requirement.ordinal()];
                if (status != NOTHING) {
                    statuses.put(requirement, Status.values()[status]);
                }
            }
            return statuses;
        }

        Verdict verdict(int lane) {
            return Verdict.of(Status.values()[Math.min(Status.MET.ordinal(), Arrays.stream(worst[lane]).min().orElse(NOTHING))]);
        }
    }

    /** A workload's questions. */
    public static final class Ask {
        private final Workload w;

        Ask(Workload w) {
            this.w = w;
        }

        public boolean isInferenceAsked() {
            return w.inference().isPresent();
        }

        public Area getInference() {
            return w.inference().orElseThrow();
        }

        public boolean isRetentionAsked() {
            return w.retentionMaxDays().isPresent();
        }

        public int getDays() {
            return w.retentionMaxDays().orElse(0);
        }

        public boolean isBaaAsked() {
            return w.dataCategories().contains(Workload.DataCategory.PHI);
        }

        public List<String> getServices() {
            return w.services().orElse(List.of());
        }

        public List<String> getCertifications() {
            return w.certifications().stream().map(Enum::name).toList();
        }

        public boolean isExcludedAsked() {
            return w.excludedJurisdictions().isPresent();
        }

        public Area getExcluded() {
            return w.excludedJurisdictions().orElseThrow();
        }
    }

    /** What is bought. */
    public static class Lane {
        private final int number;

        Lane(int number) {
            this.number = number;
        }

        public int getLane() {
            return number;
        }
    }

    /** Where a layer may be. */
    public static final class Deployed extends Lane {
        private final Placement placement;
        private final boolean disputed;
        private final boolean secondHand;
        private final Areas areas;

        Deployed(int lane, Placement placement, boolean disputed, boolean secondHand, Areas areas) {
            super(lane);
            this.placement = placement;
            this.disputed = disputed;
            this.secondHand = secondHand;
            this.areas = areas;
        }

        public String getLayer() {
            return placement.layer().name();
        }

        public int getSecondHand() {
            return secondHand ? 1 : 0;
        }

        public int rank(Area area) {
            int rank = disputed
                    ? 1
                    : domicile.assessment.rule.Rule.status(areas.withinAsSelected(placement, area), placement.selection())
                            .ordinal();
            return rank == 3 && secondHand ? 2 : rank;
        }

        private boolean answers(Area excluded, Containment answer) {
            return (disputed ? Containment.MAYBE : areas.overlaps(placement, excluded)) == answer;
        }

        public int inside(Area excluded) {
            return answers(excluded, Containment.YES) ? 1 : 0;
        }

        public int clean(Area excluded) {
            return answers(excluded, Containment.NO) ? 1 : 0;
        }

        public int choice(Area excluded) {
            return placement.selection() != Selection.UNSTATED ? clean(excluded) : 0;
        }
    }

    /** For how long prompts are kept. */
    public static final class Kept extends Lane {
        private final boolean agreed;
        private final int days;
        private final boolean firstHand;

        Kept(int lane, Optional<domicile.residency.Retention> kept, boolean firstHand) {
            super(lane);
            this.agreed = kept.isPresent();
            this.days = kept.map(domicile.residency.Retention::days).orElse(0);
            this.firstHand = firstHand;
        }

        public boolean isAgreed() {
            return agreed;
        }

        public int getDays() {
            return days;
        }

        public boolean isFirstHand() {
            return firstHand;
        }
    }

    /** Zero data retention. */
    public static final class Zero extends Lane {
        private final boolean obtainable;
        private final boolean unsure;
        private final boolean stateless;
        private final boolean firstHand;

        Zero(int lane, Published<ZeroRetention> zero, boolean firstHand) {
            super(lane);
            this.obtainable = zero.surely(z -> z.zdr().obtainable());
            this.unsure = zero.disputed() || zero.surely(z -> z.zdr() == ZeroRetention.Zdr.VERIFY);
            this.stateless = zero.surely(z -> z.zdr() == ZeroRetention.Zdr.STATELESS);
            this.firstHand = firstHand;
        }

        public boolean isObtainable() {
            return obtainable;
        }

        public boolean isUnsure() {
            return unsure;
        }

        public boolean isStateless() {
            return stateless;
        }

        public boolean isFirstHand() {
            return firstHand;
        }
    }

    /** A certification or contract. */
    public static final class Held extends Lane {
        private final String kind;
        private final Published<Attestation> published;
        private final Optional<Attestation> agreed;
        private final boolean firstHand;
        private final boolean late;

        Held(int lane, Attestation.Kind kind, Published<Attestation> published, boolean firstHand, LocalDate start) {
            super(lane);
            this.kind = kind.name().toUpperCase(Locale.ROOT);
            this.published = published;
            this.agreed = published.agreed();
            this.firstHand = firstHand;
            this.late = isHeld()
                    && agreed.flatMap(Attestation::since).filter(s -> s.latest().isAfter(start)).isPresent();
        }

        public String getKind() {
            return kind;
        }

        public boolean isHeld() {
            return agreed.filter(Attestation::held).isPresent();
        }

        public boolean isLate() {
            return late;
        }

        public boolean isDenied() {
            return agreed.filter(a -> a.status() == Attestation.Status.NOT_HELD).isPresent();
        }

        public boolean isScoped() {
            return agreed.filter(a -> a.status() == Attestation.Status.SCOPED).isPresent();
        }

        public boolean isSomeOutOfScope() {
            return published.facts().stream().anyMatch(f -> f.value().someServicesOutOfScope());
        }

        public boolean isFirstHand() {
            return firstHand;
        }

        public boolean lacksAny(List<String> services) {
            return published.facts().stream().anyMatch(f -> f.value().outOfScope().stream().anyMatch(services::contains));
        }
    }

    /** Who owns or governs it, and from which country. */
    public static final class Owned extends Lane {
        private final String what;
        private final Place.Country country;
        private final boolean firstHand;
        private final Areas areas;

        Owned(int lane, String what, String country, boolean firstHand, Areas areas) {
            super(lane);
            this.what = what;
            this.country = new Place.Country(country);
            this.firstHand = firstHand;
            this.areas = areas;
        }

        public String getWhat() {
            return what;
        }

        public boolean isFirstHand() {
            return firstHand;
        }

        public boolean inside(Area excluded) {
            return areas.within(country, areas.countriesExcluded(excluded)) == Containment.YES;
        }
    }
}
