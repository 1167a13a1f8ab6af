@NullMarked
package domicile.desktop.maintenance;

import org.jspecify.annotations.NullMarked;
