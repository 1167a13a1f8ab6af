/**
 * What a vendor answered in a published questionnaire: workbooks and tables that strangers made, read cell by cell.
 * Nothing in them runs, is worked out or loaded, and nothing is written.
 */
@NullMarked
package domicile.vendor;

import org.jspecify.annotations.NullMarked;
