package domicile.cli;

import java.io.PrintWriter;
import java.time.LocalDate;

/**
 * What a command reads from and writes to besides its arguments. Data goes to {@code out} alone, everything else to {@code err}.
 *
 * @param today the day that counts where none is given
 * @param color whether {@code out} is a terminal that shows colour
 */
public record Console(PrintWriter out, PrintWriter err, LocalDate today, boolean color) {}
