@NullMarked
package domicile.desktop.assessment.report;

import org.jspecify.annotations.NullMarked;
