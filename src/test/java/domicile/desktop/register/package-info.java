@NullMarked
package domicile.desktop.register;

import org.jspecify.annotations.NullMarked;
