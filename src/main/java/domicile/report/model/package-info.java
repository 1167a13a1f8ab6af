/** What a report says, in the words of one language, ready to be laid out. */
@NullMarked
package domicile.report.model;

import org.jspecify.annotations.NullMarked;
