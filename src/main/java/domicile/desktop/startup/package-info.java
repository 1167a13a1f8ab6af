/**
 * What makes the first frame and the first rows come soon, a class a trick with the figure that pays for it
 * ({@code src/site/decisions/0035-start-up-in-one-room.md}). The rest of the program does not know about milliseconds.
 */
@NullMarked
package domicile.desktop.startup;

import org.jspecify.annotations.NullMarked;
