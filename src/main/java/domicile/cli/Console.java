package domicile.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What a command reads from and writes to besides its arguments. Data goes to {@code out} alone, everything else to {@code err}.
 *
 * @param clock the time, and the day that counts where none is given
 * @param color whether {@code out} is a terminal that shows colour
 */
public record Console(PrintWriter out, PrintWriter err, Clock clock, boolean color) {

    /** The day that counts where none is given. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
