package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asked of a running server that was started with the file we ship, not of the file. */
class DurabilityIT {
    private final Cluster cluster = Cluster.migrated();

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "data_sync_retry, off",
        "wal_level, replica",
        "password_encryption, scram-sha-256",
        "statement_timeout, 1min",
        "lock_timeout, 10s",
        "idle_in_transaction_session_timeout, 1min",
    })
    void acknowledgedCommitsSurviveAPowerCutAndNobodyWaitsForEver(String setting, String value) throws SQLException {
        assertEquals(List.of(value), cluster.query("postgres", "SHOW " + setting));
    }

    @ParameterizedTest
    @CsvSource({"shared_buffers, 96MB", "work_mem, 4MB", "max_connections, 80", "jit, off", "TimeZone, UTC"})
    void memoryFitsTheContainer(String setting, String value) throws SQLException {
        assertEquals(List.of(value), cluster.query("postgres", "SHOW " + setting));
    }

    @ParameterizedTest
    @CsvSource({"moa_auth", "moa_trading", "moa_market", "moa_backtest", "moa_notification"})
    void serviceRolesCannotBeSlowerThanTheServerAllows(String role) throws SQLException {
        assertEquals(List.of("30s"), cluster.query(role, "SHOW statement_timeout"));
        assertEquals(List.of("10s"), cluster.query(role, "SHOW lock_timeout"));
        assertEquals(List.of("on"), cluster.query(role, "SHOW synchronous_commit"));
        assertEquals(List.of(role.substring("moa_".length())), cluster.query(role, "SHOW search_path"));
    }
}
