/** The window: one package a screen. */
@NullMarked
package domicile.desktop;

import org.jspecify.annotations.NullMarked;
