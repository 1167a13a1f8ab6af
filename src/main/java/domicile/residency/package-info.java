/**
 * The domain: what a provider publishes about where its offerings run, what a buyer needs, and whether a place lies
 * inside a required area. Imports {@code java.*} alone.
 */
@NullMarked
package domicile.residency;

import org.jspecify.annotations.NullMarked;
