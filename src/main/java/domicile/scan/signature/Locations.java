package domicile.scan.signature;

import domicile.residency.Area;
import domicile.residency.Areas;
import domicile.residency.Containment;
import domicile.residency.Fact;
import domicile.residency.Offering;
import domicile.residency.Place;
import domicile.residency.Placement;
import domicile.residency.Register;
import domicile.scan.signature.Signature.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a region's name means for an offering: the deployment that the register has for it, and where it lies. */
public final class Locations {
    private final Signatures signatures;
    private final Register register;

    /**
     * A region that was understood.
     *
     * @param deployment empty where the register has none for it
     * @param places empty where nobody knows the name
     */
    public record Located(Optional<String> deployment, List<String> places) {}

    public Locations(Signatures signatures, Register register) {
        this.signatures = signatures;
        this.register = register;
    }

    public Areas areas() {
        return register.areas();
    }

    /** A region as people write it: Azure's portal has blanks and capitals in it. */
    public static String plain(String region) {
        return region.strip().replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /** The region with this name, if there is one. */
    public Optional<Place> region(String name) {
        return areas().place(plain(name)).filter(Place.CloudRegion.class::isInstance);
    }

    /** Whether a region lies inside an area. */
    public boolean inside(String region, String area) {
        return region(region)
                .flatMap(r -> areas().place(area).map(a -> areas().within(r, new Area(List.of(a)))))
                .filter(Containment.YES::equals)
                .isPresent();
    }

    /** What a region means for an offering. */
    public Located locate(String offering, String name) {
        String region = plain(name);
        for (Signature s : signatures.of(Kind.REGION, region)) {
            if (s.offering().filter(offering::equals).isPresent()) {
                return new Located(s.deployment(), s.places());
            }
        }
        Optional<Place> place = region(region);
        if (place.isEmpty()) {
            return new Located(Optional.empty(), List.of());
        }
        return new Located(
                own(offering, region).or(() -> byArea(offering, region)).or(() -> open(offering)), List.of(region));
    }

    private Optional<String> own(String offering, String region) {
        return deployments(offering).stream()
                .map(Placement::id)
                .filter(region::equals)
                .findFirst();
    }

    private Optional<String> byArea(String offering, String region) {
        return signatures.of(Kind.REGION).stream()
                .filter(s -> s.offering().filter(offering::equals).isPresent())
                .filter(s -> s.pattern().startsWith("area:")
                        ? inside(region, s.pattern().substring("area:".length()))
                        : s.pattern().endsWith("*")
                                && region.startsWith(
                                        s.pattern().substring(0, s.pattern().length() - 1)))
                .flatMap(s -> s.deployment().stream())
                .findFirst();
    }

    private Optional<String> open(String offering) {
        // a regional deployment of Azure is chosen by its SKU, never by a region alone
        return deployments(offering).stream()
                .filter(Placement::openEnded)
                .filter(p -> p.places().stream().allMatch(Place.World.class::isInstance))
                .map(Placement::id)
                .findFirst();
    }

    private List<Placement> deployments(String offering) {
        return register.offering(offering).map(Offering::deployments).orElse(List.of()).stream()
                .map(Fact::value)
                .toList();
    }
}
