@NullMarked
package domicile.questionnaire;

import org.jspecify.annotations.NullMarked;
