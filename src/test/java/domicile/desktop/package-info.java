@NullMarked
package domicile.desktop;

import org.jspecify.annotations.NullMarked;
