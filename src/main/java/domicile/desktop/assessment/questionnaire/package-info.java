/** The questionnaire, a question at a time. */
@NullMarked
package domicile.desktop.assessment.questionnaire;

import org.jspecify.annotations.NullMarked;
