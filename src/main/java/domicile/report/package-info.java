/** One report model, several renderers. */
@NullMarked
package domicile.report;

import org.jspecify.annotations.NullMarked;
