package domicile.desktop.assessment.inuse;

import domicile.assessment.JudgedProject;
import domicile.assessment.PlaceInUse;

/** A line of the list. */
sealed interface InUseLine {
    /** All of it: which state was read, what counts, what was left out. */
    record Overview(JudgedProject project) implements InUseLine {}

    /** One place. */
    record Place(PlaceInUse place) implements InUseLine {
        /** Whether it stands for the same place, whatever it comes to now. */
        boolean same(Place other) {
            return place.first().fingerprint().equals(other.place.first().fingerprint());
        }
    }
}
