@NullMarked
package domicile.desktop.assessment.inuse;

import org.jspecify.annotations.NullMarked;
