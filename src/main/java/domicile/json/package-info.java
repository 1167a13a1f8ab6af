/**
 * JSON read strictly: every value knows its file, pointer and line, and whatever is wrong is refused with them. Of our
 * own packages imports {@code problem} and {@code residency} alone.
 */
@NullMarked
package domicile.json;

import org.jspecify.annotations.NullMarked;
