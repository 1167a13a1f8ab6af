package domicile.register;

import java.nio.file.Path;

/**
 * A backup that was written, and restored once into an empty folder to see that it holds what the register held.
 *
 * @param register the register's hash on the day of the backup, there as here
 * @param head where the chain ends, there as here
 * @param documents how many files there are, each compared with the SHA-256 that is its name
 * @param captures how many pages, in the same way
 */
public record BackedUp(
        Path file, String register, Head head, int changes, int assessments, int documents, int captures) {}
