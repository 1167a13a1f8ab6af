/**
 * The rules: a workload against the register as of a date. Pure: no clock, no database, no random order; the same input
 * gives the same bytes. Imports {@code domicile.residency} and {@code java.*} alone.
 */
@NullMarked
package domicile.assessment;

import org.jspecify.annotations.NullMarked;
