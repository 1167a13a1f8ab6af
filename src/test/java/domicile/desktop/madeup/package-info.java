/** A screen that only a test has: a package of its own, and one line where screens are listed. */
@NullMarked
package domicile.desktop.madeup;

import org.jspecify.annotations.NullMarked;
