package dev.moa.platform.sql;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way to the database. A statement outside a transaction is its own transaction; inside one it belongs to it.
 * Transactions are READ COMMITTED and bound to the thread.
 *
 * <p>Parameters may be {@link java.util.UUID}, {@link java.time.Instant}, {@link java.math.BigDecimal}, enums (their
 * name), strings, numbers, booleans, bytes, null, and lists of one such type (an array; cast an empty one in SQL,
 * {@code ?::uuid[]}). Refusals of the database are {@link SqlFailure}; a database that does not answer is {@link
 * dev.moa.platform.problem.DependencyAway} (503).
 */
@Singleton
public class Sql {

    private final TransactionOperations<Connection> transactions;
    private final ConnectionOperations<Connection> connections;
    private final Parameters parameters = new Parameters();

    Sql(TransactionOperations<Connection> transactions, ConnectionOperations<Connection> connections) {
        this.transactions = transactions;
        this.connections = connections;
    }

    /** Every row. The caller bounds the number with LIMIT; for streams use {@link #connection()}. */
    public <T> List<T> list(String sql, Row<T> row, Object... params) {
        return prepared(sql, statement -> {
            parameters.bind(statement, sql, params);
            try (ResultSet rs = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (rs.next()) {
                    rows.add(row.map(rs));
                }
                return rows;
            }
        });
    }

    /** Hands over every row in turn without holding them all in memory; in a transaction, its own if none is running. */
    public <T> void each(String sql, Row<T> row, Consumer<T> reader, Object... params) {
        inTransaction(() -> prepared(sql, statement -> {
            statement.setFetchSize(500);
            parameters.bind(statement, sql, params);
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    reader.accept(row.map(rs));
                }
            }
            return null;
        }));
    }

    /** The first row, if there is one and its value is not null. */
    public <T> Optional<T> one(String sql, Row<T> row, Object... params) {
        return prepared(sql, statement -> {
            parameters.bind(statement, sql, params);
            try (ResultSet rs = statement.executeQuery()) {
                return rs.next() ? Optional.ofNullable(row.map(rs)) : Optional.empty();
            }
        });
    }

    /** Runs a statement that gives no rows; answers how many rows it touched. */
    public int update(String sql, Object... params) {
        return prepared(sql, statement -> {
            parameters.bind(statement, sql, params);
            return statement.executeUpdate();
        });
    }

    /**
     * Runs one statement for each set of parameters in one round trip; atomic also outside a transaction. Plain inserts
     * become few with many rows: with ON CONFLICT DO UPDATE, no two of them may be about the same row.
     */
    public void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        inTransaction(() -> prepared(sql, statement -> {
            for (Object[] row : rows) {
                parameters.bind(statement, sql, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }));
    }

    /**
     * Runs the work in a transaction, or in the one already running on this thread. Any exception that leaves the
     * outermost call rolls everything back.
     */
    public <T> T inTransaction(Supplier<T> work) {
        if (running().isPresent()) {
            return work.get();
        }
        try {
            return transactions.execute(TransactionDefinition.DEFAULT, status -> work.get());
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    /** As {@link #inTransaction(Supplier)}. */
    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Whether this thread is inside a transaction. */
    public boolean isInTransaction() {
        return running().isPresent();
    }

    /** Runs the action once the running transaction has committed. It must only wake somebody: no SQL, no waiting. */
    public void afterCommit(Runnable action) {
        running()
                .orElseThrow(() -> new IllegalStateException("afterCommit outside a transaction"))
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }

    /** The connection of the running transaction, for COPY and cursors; it must not be closed. */
    public Connection connection() {
        if (running().isEmpty()) {
            throw new IllegalStateException("connection() outside a transaction");
        }
        return transactions.getConnection();
    }

    private Optional<? extends TransactionStatus<?>> running() {
        return transactions.findTransactionStatus().filter(status -> !status.isCompleted());
    }

    private <T> T prepared(String sql, Work<T> work) {
        try {
            return connections.execute(ConnectionDefinition.DEFAULT, status -> {
                try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                    return work.run(statement);
                } catch (SQLException failure) {
                    throw Failures.of(failure);
                }
            });
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
