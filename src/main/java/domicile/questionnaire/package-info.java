/** Questions, branching, answers to workload. Of our own packages imports {@code residency} alone. */
@NullMarked
package domicile.questionnaire;

import org.jspecify.annotations.NullMarked;
