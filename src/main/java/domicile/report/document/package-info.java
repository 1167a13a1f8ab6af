/** What each document says, as blocks: made once from the report's model, shown by every renderer. */
@NullMarked
package domicile.report.document;

import org.jspecify.annotations.NullMarked;
