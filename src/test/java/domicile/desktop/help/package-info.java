@NullMarked
package domicile.desktop.help;

import org.jspecify.annotations.NullMarked;
