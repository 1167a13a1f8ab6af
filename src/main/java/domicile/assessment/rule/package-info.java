/** The rules: one class a row of their table, and what follows from all of them together. */
@NullMarked
package domicile.assessment.rule;

import org.jspecify.annotations.NullMarked;
