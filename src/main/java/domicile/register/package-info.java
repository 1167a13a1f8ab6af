/** Storage: H2 and PostgreSQL, packs, history, as-of, hash. Of our own packages imports {@code residency} alone. */
@NullMarked
package domicile.register;

import org.jspecify.annotations.NullMarked;
