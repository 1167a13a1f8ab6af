/**
 * What names an offering, a deployment or a place in configuration and code: cited facts, read from the data that is
 * shipped.
 */
@NullMarked
package domicile.scan.signature;

import org.jspecify.annotations.NullMarked;
