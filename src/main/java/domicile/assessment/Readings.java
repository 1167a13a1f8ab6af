package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Published;
import domicile.scan.Usage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The two readings of where a usage is processed: what the register says of its deployment, and what the pages of its
 * signature say.
 *
 * @param register the deployment as the register has it, narrowed where the signature says so; empty where the register
 *     has none
 * @param facts what the register's reading rests on
 * @param forModels whether the register states the deployment for models that this usage does not name
 * @param disputed whether the register's sources disagree
 * @param places what the signature's pages say
 */
record Readings(
        Optional<Placement> register,
        List<Fact<Placement>> facts,
        boolean forModels,
        boolean disputed,
        List<Place> places) {

    /** How the two come together. */
    record Answer(Containment containment, Kind kind) {
        /** Why it is no plain YES or NO. */
        enum Kind {
            AGREED,
            NOTHING_KNOWN,
            NOT_IN_REGISTER,
            DISAGREE,
            MODELS,
            UNSURE
        }
    }

    static Readings of(Usage usage, Offering offering, Optional<String> deployment, Areas areas) {
        List<Place> places = usage.places().stream()
                .flatMap(code -> areas.place(code).stream())
                .toList();
        Optional<String> model = usage.model().flatMap(m -> named(m, offering.modelsOfNarrowerFacts()));
        List<Fact<Placement>> listed = deployment(offering, deployment);
        List<Fact<Placement>> here = deployment(offering.usedAs(model, Optional.empty()), deployment);
        boolean forModels = here.isEmpty() && !listed.isEmpty();
        List<Fact<Placement>> facts = here.isEmpty() ? listed : here;
        Optional<Placement> placement =
                facts.stream().map(Fact::value).findFirst().map(p -> narrowed(p, usage, places));
        boolean disputed = Published.contradict(facts);
        return new Readings(placement, facts, forModels, disputed, places);
    }

    private static List<Fact<Placement>> deployment(Offering offering, Optional<String> id) {
        return offering.deployments().stream()
                .filter(f -> id.filter(f.value().id()::equals).isPresent())
                .toList();
    }

    /** The provider's id in a lane's: what stands before it names the lane, what stands behind it a version. */
    private static Optional<String> named(String model, List<String> known) {
        return known.stream()
                .filter(k -> model.equals(k)
                        || model.endsWith("." + k)
                        || model.endsWith("/" + k)
                        || model.matches("(?:.*[./])?" + java.util.regex.Pattern.quote(k) + "[-@:](?:v?[0-9]).*"))
                .findFirst();
    }

    private static Placement narrowed(Placement p, Usage usage, List<Place> places) {
        return usage.narrows() && p.openEnded() && places.size() == 1
                ? new Placement(
                        p.layer(),
                        p.id(),
                        p.name(),
                        p.selection(),
                        places,
                        false,
                        p.deployments(),
                        p.since(),
                        p.appliesTo())
                : p;
    }

    /** Whether it is inside an area. */
    Answer inside(Area area, Areas areas) {
        return answer(
                p -> areas.within(p, area),
                all -> all.stream()
                        .map(p -> areas.within(p, area))
                        .min(Containment::compareTo)
                        .orElse(Containment.MAYBE));
    }

    /** Whether it is clean of an area. */
    Answer cleanOf(Area excluded, Areas areas) {
        return answer(
                p -> opposite(areas.overlaps(p, excluded)),
                all -> opposite(all.stream()
                        .map(p -> areas.overlaps(p, excluded))
                        .max(Containment::compareTo)
                        .orElse(Containment.MAYBE)));
    }

    private static Containment opposite(Containment answer) {
        return switch (answer) {
            case YES -> Containment.NO;
            case NO -> Containment.YES;
            case MAYBE -> Containment.MAYBE;
        };
    }

    /** Both readings as one answer. */
    Answer answer(Function<Placement, Containment> byRegister, Function<List<Place>, Containment> bySignature) {
        Optional<Containment> r = register.map(p -> forModels || disputed ? Containment.MAYBE : byRegister.apply(p));
        Optional<Containment> s = places.isEmpty() ? Optional.empty() : Optional.of(bySignature.apply(places));
        if (r.isEmpty() && s.isEmpty()) {
            return new Answer(Containment.MAYBE, Answer.Kind.NOTHING_KNOWN);
        }
        if (r.isEmpty()) {
            return s.get() == Containment.YES
                    ? new Answer(Containment.MAYBE, Answer.Kind.NOT_IN_REGISTER)
                    : plain(s.get());
        }
        if (s.isEmpty()) {
            return plain(r.get());
        }
        boolean both = r.get() != Containment.MAYBE && s.get() != Containment.MAYBE;
        if (both && r.get() != s.get()) {
            return new Answer(Containment.MAYBE, Answer.Kind.DISAGREE);
        }
        return plain(r.get().compareTo(s.get()) <= 0 ? r.get() : s.get());
    }

    private Answer plain(Containment answer) {
        Answer.Kind kind = answer != Containment.MAYBE
                ? Answer.Kind.AGREED
                : forModels ? Answer.Kind.MODELS : disputed ? Answer.Kind.DISAGREE : Answer.Kind.UNSURE;
        return new Answer(answer, kind);
    }
}
