/** Letters and lines: what fits, what a font has, and how right-to-left is set. */
@NullMarked
package domicile.report.type;

import org.jspecify.annotations.NullMarked;
