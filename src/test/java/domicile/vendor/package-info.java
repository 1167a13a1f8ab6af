@NullMarked
package domicile.vendor;

import org.jspecify.annotations.NullMarked;
