/** The command line: one class a command. */
@NullMarked
package domicile.cli;

import org.jspecify.annotations.NullMarked;
