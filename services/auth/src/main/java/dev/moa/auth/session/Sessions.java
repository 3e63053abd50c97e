package dev.moa.auth.session;

import dev.moa.auth.session.Session.Device;
import dev.moa.auth.session.Session.Owner;
import dev.moa.auth.user.Account;
import dev.moa.platform.Ids;
import dev.moa.platform.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opening, finding and prolonging sessions. The caller holds the transaction where one is needed. */
@Singleton
public class Sessions {

    private static final String TELEGRAM = "telegram";

    private final SessionStore store;
    private final SessionBoard board;
    private final Clock clock;

    Sessions(SessionStore store, SessionBoard board, Clock clock) {
        this.store = store;
        this.board = board;
        this.clock = clock;
    }

    /** A new session; {@link #show} it after the commit. */
    public Session open(Account account, Device device) {
        Session session = fresh(account, device, SessionTerms.LONGEST);
        store.insert(session);
        return session;
    }

    /** The session in which our bot acts for this person: one for each, prolonged whenever it is used. */
    public Session openForTelegram(Account account) {
        Device bot = new Device(TELEGRAM, "none", "inner network", TELEGRAM);
        store.insertUnlessThere(fresh(account, bot, SessionTerms.REFRESH));
        Session session = store.findOfTelegram(account.accountId()).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        store.prolong(session.sessionId(), now, now.plus(SessionTerms.REFRESH));
        return session.prolongedTo(now, now.plus(SessionTerms.REFRESH));
    }

    public Optional<Session> find(UUID sessionId) {
        return store.find(sessionId);
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    public Optional<Session> lock(UUID sessionId) {
        return store.lock(sessionId);
    }

    /** Seen now, and good for another week if its last day allows. */
    public Session prolong(Session session) {
        Instant now = clock.instant();
        Instant week = now.plus(SessionTerms.REFRESH);
        Session prolonged = session.prolongedTo(now, week.isBefore(session.lastDay()) ? week : session.lastDay());
        store.prolong(session.sessionId(), now, prolonged.expiresAt());
        return prolonged;
    }

    /** Lets the other services read it in Redis, outside any transaction. */
    public void show(Session session) {
        board.show(session);
    }

    List<Session> listAlive(UUID accountId, UUID before, int limit) {
        return store.listAlive(accountId, clock.instant(), before, limit);
    }

    private Session fresh(Account account, Device device, Duration longest) {
        Instant now = clock.instant();
        return new Session(
                Ids.next(),
                account.accountId(),
                device,
                now,
                now,
                now.plus(SessionTerms.REFRESH),
                now.plus(longest),
                null,
                new Owner(account.username(), account.role(), account.permissions()));
    }
}
