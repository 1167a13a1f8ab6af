@NullMarked
package domicile.residency;

import org.jspecify.annotations.NullMarked;
