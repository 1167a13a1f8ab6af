@NullMarked
package domicile.desktop.compare;

import org.jspecify.annotations.NullMarked;
