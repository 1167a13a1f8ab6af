@NullMarked
package domicile.source;

import org.jspecify.annotations.NullMarked;
