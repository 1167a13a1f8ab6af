package domicile.register;

import domicile.residency.Offering;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A pack of any size: the shipped offerings again and again, each with an id of its own; some 17 facts an offering. */
final class Copies {
    static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private Copies() {}

    static Pack pack(int offerings) {
        Pack shipped = Pack.shipped();
        List<Offering> made = new ArrayList<>(offerings);
        for (int i = 0; i < offerings; i++) {
            Offering like = shipped.offerings().get(i % shipped.offerings().size());
            String id = String.format(Locale.ROOT, "offering-%06d", i);
            made.add(new Offering(id, "Offering " + i, like.provider(), like.operator(), like.facts()));
        }
        return new Pack(
                "bench",
                "Bench",
                DAY,
                shipped.providers(),
                made,
                shipped.sources(),
                shipped.areas(),
                shipped.controls(),
                List.of(),
                shipped.pages());
    }
}
