/**
 * Source files as words and strings: comments and documents are left out, calls and their literal arguments are found.
 */
@NullMarked
package domicile.scan.code;

import org.jspecify.annotations.NullMarked;
