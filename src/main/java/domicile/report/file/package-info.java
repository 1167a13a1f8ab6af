/** Files that are the same bytes each time. */
@NullMarked
package domicile.report.file;

import org.jspecify.annotations.NullMarked;
