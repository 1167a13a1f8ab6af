/** Any document of blocks as PDF. */
@NullMarked
package domicile.report.pdf;

import org.jspecify.annotations.NullMarked;
