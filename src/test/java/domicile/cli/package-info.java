@NullMarked
package domicile.cli;

import org.jspecify.annotations.NullMarked;
