/** The documents in hand. */
@NullMarked
package domicile.desktop.assessment.documents;

import org.jspecify.annotations.NullMarked;
