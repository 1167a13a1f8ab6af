package domicile.assessment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A page that a finding about a project rests on: one of the register's, or one of a signature's.
 *
 * @param source the number in the register
 * @param signature the signature's id
 */
public record Cited(Optional<Integer> source, Optional<String> signature, String url, LocalDate read) {}
