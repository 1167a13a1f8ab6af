/** The assessments: their list, the questionnaire, the findings and the report. */
@NullMarked
package domicile.desktop.assessment;

import org.jspecify.annotations.NullMarked;
