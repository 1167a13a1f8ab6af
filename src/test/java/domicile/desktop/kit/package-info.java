@NullMarked
package domicile.desktop.kit;

import org.jspecify.annotations.NullMarked;
