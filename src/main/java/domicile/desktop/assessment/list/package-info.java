/** The list of assessments. */
@NullMarked
package domicile.desktop.assessment.list;

import org.jspecify.annotations.NullMarked;
