/** The report, its pages and its letterhead. */
@NullMarked
package domicile.desktop.assessment.report;

import org.jspecify.annotations.NullMarked;
