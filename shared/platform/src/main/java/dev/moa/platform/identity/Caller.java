package dev.moa.platform.identity;

import dev.moa.platform.problem.Problem;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * The signed-in person behind a request. Controllers take it as a parameter.
 *
 * @param userId the account
 * @param sessionId the session the token belongs to
 * @param username as shown, for logs and greetings
 * @param role {@code user}, {@code admin} or {@code super_admin}
 * @param permissions such as {@code paper_trade}, {@code real_trade}, {@code manage_household}
 * @param verified false when the session could not be looked up and the token alone vouches for all of this; only
 *     reading calls ever see such a caller
 */
public record Caller(
        UUID userId, UUID sessionId, String username, String role, Set<String> permissions, boolean verified)
        implements Principal {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** The user name. A principal is also what the interface documents leave out of a call's parameters. */
    @Override
    public String getName() {
        return username;
    }

    /** Whether the role is {@code admin} or {@code super_admin}. */
    public boolean isAdmin() {
        return role.equals("admin") || isSuperAdmin();
    }

    public boolean isSuperAdmin() {
        return role.equals("super_admin");
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Refuses with 403 {@code forbidden} whoever is no administrator. */
    public void requireAdmin() {
        if (!isAdmin()) {
            throw Problem.forbidden("forbidden", "Only an administrator may do this.");
        }
    }

    /** Refuses with 403 {@code permission_missing} whoever lacks the permission. */
    public void require(String permission) {
        if (!may(permission)) {
            throw Problem.forbidden("permission_missing", "This needs the permission " + permission + ".");
        }
    }
}
