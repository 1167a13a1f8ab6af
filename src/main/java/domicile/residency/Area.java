package domicile.residency;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A required or excluded area: the union of its members.
 *
 * @param members in the order that the buyer named them, at least one
 */
public record Area(List<Place> members) {

    public Area {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("an area needs at least one member");
        }
    }

    /** The members' codes, as in {@code EU, CH}. */
    public String codes() {
        return members.stream().map(Place::code).collect(Collectors.joining(", "));
    }
}
