/** The assessments' view models, without a window. */
@NullMarked
package domicile.desktop.assessment;

import org.jspecify.annotations.NullMarked;
