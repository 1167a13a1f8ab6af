package domicile.residency;

import domicile.problem.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One source's page as this organisation had it on a day. It shows what was read here; it is no proof of what the
 * provider served. Never changed; a person can withdraw one: its bytes go, and its quotes count no more.
 *
 * @param source the source's number in the register
 * @param day on which it was taken in, where that was done
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param bytes how many there are
 * @param mediaType what they are, such as {@code text/html}, with the charset that whoever sent them named
 * @param name the name of the file that it came as
 * @param address where it came from; empty when nobody said
 * @param taken when it was taken in
 * @param who took it in
 * @param withdrawn that it counts no more; empty while it counts
 */
public record Capture(
        int source,
        LocalDate day,
        String sha256,
        long bytes,
        String mediaType,
        String name,
        String address,
        Instant taken,
        String who,
        How how,
        Optional<Withdrawal> withdrawn) {

    /** How a page came in. */
    public enum How {
        /** Domicile asked the address for it. */
        FETCHED,
        /** A person had saved it as a file. */
        FILE,
        /** A person pasted its text. */
        PASTED
    }

    /** That a person has withdrawn a capture. */
    public record Withdrawal(Instant at, String who, String why) {}

    /** The same page, taken in at another time. */
    public Capture takenAt(Instant time) {
        return new Capture(source, day, sha256, bytes, mediaType, name, address, time, who, how, withdrawn);
    }

    /** The same capture after a person has withdrawn it. */
    public Capture withdraw(Withdrawal by) {
        return new Capture(source, day, sha256, bytes, mediaType, name, address, taken, who, how, Optional.of(by));
    }

    /** {@code sha256:} and its digits, as it is shown and written. */
    public String hash() {
        return Sha256.PREFIX + sha256;
    }

    /** Whether its bytes are kept and its quotes count. */
    public boolean inHand() {
        return withdrawn.isEmpty();
    }
}
