/** The register screen: facets, table and the three-layer detail. */
@NullMarked
package domicile.desktop.register;

import org.jspecify.annotations.NullMarked;
