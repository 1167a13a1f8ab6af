/** What makes the first frame and the first rows come soon; the rest of the window knows nothing about it. */
@NullMarked
package domicile.desktop.startup;

import org.jspecify.annotations.NullMarked;
