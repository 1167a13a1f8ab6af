@NullMarked
package domicile;

import org.jspecify.annotations.NullMarked;
