/**
 * The text of a page as somebody had it on a day: units of plain text by a fixed procedure, whatever the format, and
 * what has become of a quote in a newer text. Nothing in a page runs or loads anything.
 */
@NullMarked
package domicile.page;

import org.jspecify.annotations.NullMarked;
