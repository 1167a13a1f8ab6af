/** The program and its composition root. */
@NullMarked
package domicile;

import org.jspecify.annotations.NullMarked;
