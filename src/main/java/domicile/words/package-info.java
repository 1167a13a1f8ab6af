/** What the domain's enums and places are called: once a language, for the window, the command line and the reports. */
@NullMarked
package domicile.words;

import org.jspecify.annotations.NullMarked;
