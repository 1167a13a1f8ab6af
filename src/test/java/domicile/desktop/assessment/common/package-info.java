@NullMarked
package domicile.desktop.assessment.common;

import org.jspecify.annotations.NullMarked;
