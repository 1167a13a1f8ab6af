@NullMarked
package domicile.search;

import org.jspecify.annotations.NullMarked;
