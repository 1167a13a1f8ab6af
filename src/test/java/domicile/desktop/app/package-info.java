@NullMarked
package domicile.desktop.app;

import org.jspecify.annotations.NullMarked;
