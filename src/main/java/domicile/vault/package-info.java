/** Keys, and files that only those can read who have one: AES-256-GCM of the JDK, Argon2id of Bouncy Castle. */
@NullMarked
package domicile.vault;

import org.jspecify.annotations.NullMarked;
