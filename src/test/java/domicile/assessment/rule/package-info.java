/** One test class beside each rule: each reads like the row that it holds. */
@NullMarked
package domicile.assessment.rule;

import org.jspecify.annotations.NullMarked;
