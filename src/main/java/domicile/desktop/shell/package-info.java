/** The frame around the screens: navigation, palette, shortcuts, status line. */
@NullMarked
package domicile.desktop.shell;

import org.jspecify.annotations.NullMarked;
