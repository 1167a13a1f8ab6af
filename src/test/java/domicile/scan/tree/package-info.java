@NullMarked
package domicile.scan.tree;

import org.jspecify.annotations.NullMarked;
