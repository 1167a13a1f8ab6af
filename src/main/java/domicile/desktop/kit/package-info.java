/** What every screen is made of: words, signs, panes, notices, work beside the window. */
@NullMarked
package domicile.desktop.kit;

import org.jspecify.annotations.NullMarked;
