package dev.moa.auth.invite;

import dev.moa.crypto.token.Tokens;
import dev.moa.platform.Ids;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Making, listing, taking back and using invites. */
@Singleton
public class Invites {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Set<String> ROLES = Set.of("user", "admin");

    private final InviteStore store;
    private final Clock clock;

    Invites(InviteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The code is in the result and nowhere else; we keep its hash. */
    Made make(Caller caller, Wish wish) {
        caller.requireAdmin();
        String role = wish.role() == null ? "user" : wish.role();
        Instant now = clock.instant();
        Instant expiresAt = wish.expires() == null ? now.plus(USUAL) : wish.expires();
        check(role, wish.emailKey(), now, expiresAt);
        if (role.equals("admin") && !caller.isSuperAdmin()) {
            throw Problem.forbidden("forbidden", "Only a super_admin may invite administrators.");
        }
        String code = Tokens.code();
        Invite invite = new Invite(Ids.next(), role, wish.emailKey(), caller.userId(), now, expiresAt, null);
        store.insert(invite, hash(code));
        return new Made(invite, code);
    }

    List<Invite> list(Caller caller, UUID before, int limit) {
        caller.requireAdmin();
        return store.list(before, limit);
    }

    void takeBack(Caller caller, UUID inviteId) {
        caller.requireAdmin();
        if (!store.deleteUnused(inviteId)) {
            throw Problem.notFound();
        }
    }

    /** The invite behind a code when this address may use it now. */
    public Optional<Invite> find(String code, String emailKey) {
        return store.findOpen(hash(code), clock.instant()).filter(invite -> invite.isFor(emailKey));
    }

    /** Part of the transaction that makes the account and has found the invite. */
    public void use(Invite invite, UUID accountId) {
        store.markUsed(invite.inviteId(), accountId, clock.instant());
    }

    private static void check(String role, String emailKey, Instant now, Instant expiresAt) {
        Problem problem = Problem.invalid();
        if (!ROLES.contains(role)) {
            problem.field("role", "is user or admin");
        }
        if (emailKey != null && emailKey.indexOf('@') < 1) {
            problem.field("email", "is not an e-mail address");
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            problem.field("expires", "lies in the coming 30 days");
        }
        if (problem.hasFields()) {
            throw problem;
        }
    }

    private static byte[] hash(String code) {
        return Tokens.sha256(Tokens.normalisedCode(code));
    }

    /** What an administrator asks for; every part may be null. */
    record Wish(String role, String emailKey, Instant expires) {}

    record Made(Invite invite, String code) {}
}
