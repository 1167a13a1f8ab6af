package domicile.assessment;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Containment;
import domicile.residency.Evidence;
import domicile.residency.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The documents that commit one layer to places, sorted by whether these lie where they shall.
 *
 * @param inside all of a document's places do
 * @param perhaps that cannot be told of some
 * @param outside one of a document's places does not
 */
public record Commitments(List<Evidence> inside, List<Evidence> perhaps, List<Evidence> outside) {

    /** What all of them come to. */
    public enum Say {
        /** There is none. */
        NOTHING,
        /** All are inside. */
        SUPPORTS,
        /** They commit to run elsewhere. */
        ELSEWHERE,
        /** They disagree, or it cannot be told. */
        UNCLEAR
    }

    public Commitments {
        inside = List.copyOf(inside);
        perhaps = List.copyOf(perhaps);
        outside = List.copyOf(outside);
    }

    /** Documents against an area that is required. */
    public static Commitments to(Area area, List<Evidence> documents, Areas areas) {
        return sort(documents, place -> areas.within(place, area));
    }

    /** Documents against an area that is excluded: clean is inside, excluded is outside. */
    public static Commitments cleanOf(Area excluded, List<Evidence> documents, Areas areas) {
        return sort(documents, place -> cleanOf(excluded, place, areas));
    }

    /** Whether a place is clean of an excluded area: a bloc that holds an excluded country, or the world, may be. */
    static Containment cleanOf(Area excluded, Place place, Areas areas) {
        Area countries = areas.countriesExcluded(excluded);
        if (areas.within(place, countries) == Containment.YES) {
            return Containment.NO;
        }
        return areas.overlaps(place, countries) == Containment.NO ? Containment.YES : Containment.MAYBE;
    }

    private static Commitments sort(List<Evidence> documents, Function<Place, Containment> good) {
        List<Evidence> inside = new ArrayList<>();
        List<Evidence> perhaps = new ArrayList<>();
        List<Evidence> outside = new ArrayList<>();
        for (Evidence document : documents) {
            List<Containment> answers = document.regions().stream().map(good).toList();
            if (answers.contains(Containment.NO)) {
                outside.add(document);
            } else if (answers.contains(Containment.MAYBE)) {
                perhaps.add(document);
            } else {
                inside.add(document);
            }
        }
        return new Commitments(inside, perhaps, outside);
    }

    /** What they come to: outside alone, or beside what is perhaps inside, is a commitment to run elsewhere. */
    public Say say() {
        if (!outside.isEmpty()) {
            return inside.isEmpty() ? Say.ELSEWHERE : Say.UNCLEAR;
        }
        if (!perhaps.isEmpty()) {
            return Say.UNCLEAR;
        }
        return inside.isEmpty() ? Say.NOTHING : Say.SUPPORTS;
    }

    /** All of them: inside, perhaps, outside. */
    public List<Evidence> all() {
        List<Evidence> all = new ArrayList<>(inside);
        all.addAll(perhaps);
        all.addAll(outside);
        return all;
    }
}
