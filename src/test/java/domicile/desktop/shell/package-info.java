@NullMarked
package domicile.desktop.shell;

import org.jspecify.annotations.NullMarked;
