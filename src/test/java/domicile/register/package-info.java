@NullMarked
package domicile.register;

import org.jspecify.annotations.NullMarked;
