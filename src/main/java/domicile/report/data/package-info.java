/** Reports for programs: JSON, CSV, workbooks, OSCAL. */
@NullMarked
package domicile.report.data;

import org.jspecify.annotations.NullMarked;
