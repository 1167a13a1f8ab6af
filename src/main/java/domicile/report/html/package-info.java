/** Any document of blocks as one HTML file. */
@NullMarked
package domicile.report.html;

import org.jspecify.annotations.NullMarked;
