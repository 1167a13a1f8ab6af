/** Two to four offerings side by side. */
@NullMarked
package domicile.desktop.compare;

import org.jspecify.annotations.NullMarked;
