/** What a project calls, beside what an assessment approved: read from a folder or a zip, and shown place by place. */
@NullMarked
package domicile.desktop.assessment.inuse;

import org.jspecify.annotations.NullMarked;
