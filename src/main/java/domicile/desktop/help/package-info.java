/** The help: what every word means and where it comes from, the keys, and what the program is made of. */
@NullMarked
package domicile.desktop.help;

import org.jspecify.annotations.NullMarked;
