@NullMarked
package domicile.desktop.startup;

import org.jspecify.annotations.NullMarked;
