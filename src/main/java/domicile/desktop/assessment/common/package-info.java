/** What the parts of an assessment share: its model, its effect on candidates, links to sources. */
@NullMarked
package domicile.desktop.assessment.common;

import org.jspecify.annotations.NullMarked;
