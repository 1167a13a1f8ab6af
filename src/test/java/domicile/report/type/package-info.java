/** Tests of the reports: what they say, and that what they write is valid. */
@NullMarked
package domicile.report.type;

import org.jspecify.annotations.NullMarked;
