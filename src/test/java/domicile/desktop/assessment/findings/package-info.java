@NullMarked
package domicile.desktop.assessment.findings;

import org.jspecify.annotations.NullMarked;
