/**
 * What a project uses: its files are read, each place that uses an AI offering is listed. Nothing is run, no connection
 * is opened.
 */
@NullMarked
package domicile.scan;

import org.jspecify.annotations.NullMarked;
