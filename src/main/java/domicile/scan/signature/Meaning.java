package domicile.scan.signature;

import java.util.List;
import java.util.Optional;

/**
 * What a text was recognised as.
 *
 * @param deployment of the register
 * @param inLane the deployment where it is judged as the offering that it is sold within
 * @param region the region that was written, as it was written
 * @param resource the Azure resource whose host it is
 * @param open whether a part that decides is a variable without a value
 * @param inRegion whether it stays in the region that is written, by the signature's page
 * @param matched what was recognised, and no more
 */
public record Meaning(
        Signature signature,
        Optional<String> offering,
        Optional<String> deployment,
        Optional<String> inLane,
        List<String> places,
        Optional<String> model,
        Optional<String> region,
        Optional<String> resource,
        boolean open,
        boolean inRegion,
        String matched) {

    /** What a signature says by itself. */
    public static Meaning of(Signature s, String matched) {
        return new Meaning(
                s,
                s.offering(),
                s.deployment(),
                Optional.empty(),
                s.places(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                matched);
    }

    /** An endpoint that speaks an offering's protocol, and that nobody names. */
    public static Meaning nobody(Signature s, String matched) {
        return new Meaning(
                s,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                matched);
    }

    public Meaning model(Optional<String> id) {
        return new Meaning(
                signature, offering, deployment, inLane, places, id, region, resource, open, inRegion, matched);
    }

    public Meaning at(Locations.Located located, String name) {
        return new Meaning(
                signature,
                offering,
                located.deployment(),
                inLane,
                located.places(),
                model,
                Optional.of(name),
                resource,
                open,
                inRegion,
                matched);
    }

    /** The same where what decides is not known. */
    public Meaning opened() {
        return new Meaning(
                signature,
                offering,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                model,
                region,
                resource,
                true,
                inRegion,
                matched);
    }

    /** The same offering, with neither deployment nor places. */
    public Meaning nowhere() {
        Meaning opened = opened();
        return new Meaning(
                signature,
                opened.offering(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                model,
                region,
                resource,
                false,
                inRegion,
                matched);
    }

    public Meaning resource(String name) {
        return new Meaning(
                signature,
                offering,
                deployment,
                inLane,
                places,
                model,
                region,
                Optional.of(name),
                open,
                inRegion,
                matched);
    }

    public Meaning places(List<String> others) {
        return new Meaning(
                signature, offering, deployment, inLane, others, model, region, resource, open, inRegion, matched);
    }

    public Meaning offering(String other) {
        return new Meaning(
                signature,
                Optional.of(other),
                deployment,
                inLane,
                places,
                model,
                region,
                resource,
                open,
                inRegion,
                matched);
    }

    public Meaning staying(Optional<String> laneDeployment) {
        return new Meaning(
                signature, offering, deployment, laneDeployment, places, model, region, resource, open, true, matched);
    }
}
