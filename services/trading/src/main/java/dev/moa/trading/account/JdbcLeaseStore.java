package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;
import dev.moa.platform.problem.DependencyAway;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advisory locks of one session. They belong to a connection, not to a transaction, so there is one of its own that is never
 * given back to a pool; when it breaks, every lease is gone with it.
 */
@Singleton
final class JdbcLeaseStore implements LeaseStore {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcLeaseStore.class);
    private static final int ANSWER_SECONDS = 2;

    private final String url;
    private final String user;
    private final String password;
    private final Set<AccountId> held = new HashSet<>();
    private Connection connection;

    JdbcLeaseStore(
            @Value("${datasources.default.url}") String url,
            @Value("${datasources.default.username}") String user,
            @Value("${datasources.default.password}") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public synchronized boolean take(AccountId account) {
        try {
            if (!isAlive()) {
                held.clear();
                connection = DriverManager.getConnection(url, user, password);
            }
            if (held.contains(account) || asked("SELECT pg_try_advisory_lock(?)", account)) {
                held.add(account);
                return true;
            }
            return false;
        } catch (SQLException away) {
            throw new DependencyAway("database", away);
        }
    }

    @Override
    public synchronized boolean holds(AccountId account) {
        try {
            return held.contains(account) && isAlive();
        } catch (SQLException away) {
            throw new DependencyAway("database", away);
        }
    }

    @Override
    public synchronized void release(AccountId account) {
        try {
            if (held.remove(account) && isAlive()) {
                asked("SELECT pg_advisory_unlock(?)", account);
            }
        } catch (SQLException away) {
            LOG.debug("the lease of {} ended with its connection", account);
        }
    }

    private boolean isAlive() throws SQLException {
        return connection != null && connection.isValid(ANSWER_SECONDS);
    }

    private boolean asked(String question, AccountId account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(
                    1,
                    account.value().getMostSignificantBits() ^ account.value().getLeastSignificantBits());
            try (ResultSet rs = statement.executeQuery()) {
                rs.next();
                return rs.getBoolean(1);
            }
        }
    }

    @PreDestroy
    synchronized void end() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
