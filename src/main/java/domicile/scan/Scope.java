package domicile.scan;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a project counts.
 *
 * @param roles the roles of files that count
 * @param environment the one that counts, with files that have none; empty for all
 * @param accepted what somebody accepts for a time
 */
public record Scope(Set<Role> roles, Optional<Environment> environment, List<Acceptance> accepted) {
    public Scope {
        // in their order, so that what is written of them is the same every time
        roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
        accepted = List.copyOf(accepted);
    }

    /** What ships, in every environment. */
    public static final Scope SHIPPED = new Scope(Set.of(Role.SHIPPED), Optional.empty(), List.of());

    /** Whether a file of this role and environment counts. */
    public boolean holds(Role role, Optional<Environment> where) {
        return roles.contains(role) && (environment.isEmpty() || where.isEmpty() || where.equals(environment));
    }
}
