package domicile.vendor;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Attestation;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Fact;
import domicile.residency.Layer;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.residency.Retention;
import domicile.residency.TrainingReuse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a yes to a control says, where the register or a contract can say the same or the contrary. A control whose yes
 * says only that something is documented, reviewed or in place is none of these.
 */
enum Claim {
    /** Prompts train models. */
    TRAINS,
    /** Prompts or outputs are kept. */
    KEEPS,
    /** A BAA can be signed. */
    SIGNS_BAA,
    /** Standard contractual clauses can be agreed. */
    SIGNS_SCC,
    /** There is a SOC 2 Type II report. */
    SOC2_TYPE_II,
    /** There is a SOC 2 report of either type. */
    SOC2,
    /** It conforms to a standard of security, as ISO 27001 is one. */
    STANDARD,
    /** It was audited by somebody independent. */
    AUDITED,
    /** Data is processed or stored in the EEA. */
    IN_EEA,
    /** Data can be stored within a region. */
    STORES_IN_REGION;

    private static final Map<String, Claim> OF_CONTROLS = Map.ofEntries(
            Map.entry("CAIQ-4.1.0:A&A-02.1", AUDITED),
            Map.entry("AI-CAIQ-1.1.0:A&A-02.1", AUDITED),
            Map.entry("HECVAT-4.14:AISC-02", TRAINS),
            Map.entry("HECVAT-4.14:DPAI-02", KEEPS),
            Map.entry("HECVAT-4.14:HIPA-28", SIGNS_BAA),
            Map.entry("HECVAT-4.14:INTL-03", SIGNS_SCC),
            Map.entry("HECVAT-4.14:DCTR-02", SOC2_TYPE_II),
            Map.entry("HECVAT-4.14:DOCU-03", SOC2),
            Map.entry("HECVAT-4.14:DOCU-04", STANDARD),
            Map.entry("HECVAT-4.14:DCTR-03", STORES_IN_REGION),
            Map.entry("HECVAT-4.14:INTL-01", IN_EEA));

    /** What a source says of a claim, and the facts that say it. */
    record Said(boolean holds, List<Fact<?>> facts) {}

    /** The claim of a yes to a control; empty of most. */
    static Optional<Claim> of(String control) {
        return Optional.ofNullable(OF_CONTROLS.get(control));
    }

    /** The ids of the controls whose yes is a claim. */
    static Set<String> controls() {
        return OF_CONTROLS.keySet();
    }

    /** What the register says of it; empty where it is silent, disagrees with itself or does not know. */
    Optional<Said> published(Offering offering, Areas areas, LocalDate day) {
        return switch (this) {
            case TRAINS ->
                said(offering.published(TrainingReuse.class), r -> switch (r.reuse()) {
                    case USED_BY_DEFAULT -> Optional.of(true);
                    case NOT_USED_BY_DEFAULT -> Optional.of(false);
                    case VERIFY -> Optional.empty();
                });
            case KEEPS -> said(offering.retentionOn(day), (Retention r) -> Optional.of(r.days() > 0));
            case SIGNS_BAA -> held(offering, Attestation.Kind.BAA);
            case SIGNS_SCC -> held(offering, Attestation.Kind.SCC);
            case SOC2_TYPE_II -> held(offering, Attestation.Kind.SOC2_TYPE_II);
            case SOC2 -> any(offering, Attestation.Kind.SOC2_TYPE_II, Attestation.Kind.SOC2_TYPE_I);
            case STANDARD -> any(offering, Attestation.Kind.ISO_27001).filter(Said::holds);
            case AUDITED -> any(offering, certifications()).filter(Said::holds);
            case IN_EEA -> eea(offering, areas, day);
            case STORES_IN_REGION -> Optional.empty();
        };
    }

    private static Attestation.Kind[] certifications() {
        return Arrays.stream(Attestation.Kind.values())
                .filter(Attestation.Kind::certification)
                .filter(k -> k != Attestation.Kind.SCC)
                .toArray(Attestation.Kind[]::new);
    }

    private static <V extends domicile.residency.FactValue> Optional<Said> said(
            Published<V> published, Function<V, Optional<Boolean>> holds) {
        return published.agreed().flatMap(holds).map(truth -> new Said(truth, List.copyOf(published.facts())));
    }

    private static Optional<Said> held(Offering offering, Attestation.Kind kind) {
        return said(offering.published(kind), a -> switch (a.status()) {
            case HELD, SCOPED -> Optional.of(true);
            case NOT_HELD -> Optional.of(false);
            case NOT_PUBLISHED, VERIFY -> Optional.empty();
        });
    }

    /** That one of several is held; that none is, where all are said not to be. */
    private static Optional<Said> any(Offering offering, Attestation.Kind... kinds) {
        List<Optional<Said>> all = Stream.of(kinds).map(k -> held(offering, k)).toList();
        Optional<Said> held =
                all.stream().flatMap(Optional::stream).filter(Said::holds).findFirst();
        return held.isPresent() || all.stream().anyMatch(Optional::isEmpty)
                ? held
                : Optional.of(new Said(
                        false,
                        all.stream()
                                .flatMap(Optional::stream)
                                .flatMap(s -> s.facts().stream())
                                .toList()));
    }

    /** That a place in the EEA is published; that none is, where every place of inference and storage is known. */
    private static Optional<Said> eea(Offering offering, Areas areas, LocalDate day) {
        Optional<Area> eea = areas.place("EEA").map(p -> new Area(List.of(p)));
        if (eea.isEmpty()) {
            return Optional.empty();
        }
        List<Fact<Placement>> inference = offering.placements(Layer.INFERENCE);
        List<Fact<Placement>> storage = offering.placements(Layer.STORAGE);
        List<Fact<Placement>> both = new ArrayList<>(inference);
        both.addAll(storage);
        List<Fact<Placement>> inside = both.stream()
                .filter(f -> offering.published(f.value()).agreed().isPresent()
                        && f.value().availableOn(day))
                .filter(f -> f.value().places().stream().anyMatch(p -> in(p, eea.get(), areas)))
                .toList();
        if (!inside.isEmpty()) {
            return Optional.of(new Said(true, List.copyOf(inside.subList(0, 1))));
        }
        boolean outside = !inference.isEmpty()
                && !storage.isEmpty()
                && both.stream().allMatch(f -> areas.overlaps(f.value(), eea.get()) == Containment.NO);
        return outside ? Optional.of(new Said(false, List.copyOf(both))) : Optional.empty();
    }

    private static boolean in(Place place, Area area, Areas areas) {
        return areas.within(place, area) == Containment.YES;
    }

    /** Whether a document in hand says that it holds, or that it does not; empty where it says neither. */
    Optional<Boolean> contracted(Evidence document, Areas areas) {
        return switch (this) {
            case TRAINS -> of(document, false, Evidence.Kind.ORDER_FORM_NO_TRAINING);
            case KEEPS ->
                of(document, false, Evidence.Kind.ZDR_ADDENDUM)
                        .filter(no -> document.days().orElse(0) == 0);
            case SIGNS_BAA -> of(document, true, Evidence.Kind.VENDOR_BAA, Evidence.Kind.BAA_PRODUCT_SCHEDULE);
            case SIGNS_SCC ->
                of(document, true, Evidence.Kind.CERTIFICATE).filter(y -> about(document, Attestation.Kind.SCC));
            case SOC2_TYPE_II ->
                of(document, true, Evidence.Kind.SOC2_REPORT)
                        .filter(y -> about(document, Attestation.Kind.SOC2_TYPE_II));
            case SOC2 -> of(document, true, Evidence.Kind.SOC2_REPORT);
            case STANDARD ->
                of(document, true, Evidence.Kind.CERTIFICATE).filter(y -> about(document, Attestation.Kind.ISO_27001));
            case AUDITED ->
                of(document, true, Evidence.Kind.SOC2_REPORT, Evidence.Kind.CERTIFICATE)
                        .filter(y -> !about(document, Attestation.Kind.SCC));
            case IN_EEA ->
                of(document, true, Evidence.Kind.ORDER_FORM_INFERENCE_REGION, Evidence.Kind.ORDER_FORM_STORAGE_REGION)
                        .filter(y -> areas.place("EEA").map(p -> new Area(List.of(p))).stream()
                                .anyMatch(eea -> document.regions().stream().anyMatch(r -> in(r, eea, areas))));
            case STORES_IN_REGION ->
                of(document, true, Evidence.Kind.ORDER_FORM_STORAGE_REGION)
                        .filter(y -> !document.regions().isEmpty());
        };
    }

    private static Optional<Boolean> of(Evidence document, boolean holds, Evidence.Kind... kinds) {
        return Arrays.asList(kinds).contains(document.kind()) ? Optional.of(holds) : Optional.empty();
    }

    private static boolean about(Evidence document, Attestation.Kind kind) {
        return document.certification().filter(kind::equals).isPresent();
    }
}
