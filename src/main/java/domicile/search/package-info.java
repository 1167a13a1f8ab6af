/** Filtering a register while somebody types: facets, how many offerings each leaves, and the words of all texts. */
@NullMarked
package domicile.search;

import org.jspecify.annotations.NullMarked;
