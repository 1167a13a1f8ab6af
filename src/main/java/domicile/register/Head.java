package domicile.register;

import java.time.Instant;

/**
 * Where a register's chain ended at some time: noted elsewhere, it shows whether a register has gone back since.
 *
 * @param number how many links there were
 * @param hash the hash of the last one, {@code sha256:} and 64 hexadecimal digits
 * @param madeAt when the last one was made
 */
public record Head(long number, String hash, Instant madeAt) {}
