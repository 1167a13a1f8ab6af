@NullMarked
package domicile.assessment;

import org.jspecify.annotations.NullMarked;
