/** The review meeting. */
@NullMarked
package domicile.desktop.assessment.meeting;

import org.jspecify.annotations.NullMarked;
