/** Any document of blocks for Word. */
@NullMarked
package domicile.report.docx;

import org.jspecify.annotations.NullMarked;
