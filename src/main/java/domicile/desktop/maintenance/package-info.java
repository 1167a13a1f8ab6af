/** The maintenance screen: the register's life. */
@NullMarked
package domicile.desktop.maintenance;

import org.jspecify.annotations.NullMarked;
