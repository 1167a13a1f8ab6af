@NullMarked
package domicile.scan;

import org.jspecify.annotations.NullMarked;
