/** Configuration files as trees of values that know where they stand: one reader a format. */
@NullMarked
package domicile.scan.tree;

import org.jspecify.annotations.NullMarked;
