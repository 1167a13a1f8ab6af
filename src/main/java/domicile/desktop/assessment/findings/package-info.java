/** The findings: requirements by candidates, why, and what changed. */
@NullMarked
package domicile.desktop.assessment.findings;

import org.jspecify.annotations.NullMarked;
