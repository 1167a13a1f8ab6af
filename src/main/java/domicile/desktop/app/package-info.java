/** The application: makes the window and hands it the rest of the program. */
@NullMarked
package domicile.desktop.app;

import org.jspecify.annotations.NullMarked;
