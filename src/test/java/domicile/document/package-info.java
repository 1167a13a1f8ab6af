@NullMarked
package domicile.document;

import org.jspecify.annotations.NullMarked;
