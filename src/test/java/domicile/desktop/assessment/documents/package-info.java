@NullMarked
package domicile.desktop.assessment.documents;

import org.jspecify.annotations.NullMarked;
