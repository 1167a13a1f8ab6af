@NullMarked
package domicile.page;

import org.jspecify.annotations.NullMarked;
