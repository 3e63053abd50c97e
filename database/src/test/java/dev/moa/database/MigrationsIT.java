package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    private final Cluster cluster = Cluster.migrated();

    @Test
    void fromEmptyEverySchemaGetsItsOwnAndThePlatformsTables() throws SQLException {
        cluster.query("postgres", "SELECT 1");
        try (var connection = cluster.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE moa WITH (FORCE)");
        }
        Server admin = cluster.admin();
        Migrations.bootstrap(admin.url(), admin.user(), admin.password(), Cluster.PASSWORDS);

        Migrated first = Migrations.migrate(cluster.url("moa"), Cluster.PASSWORD);

        for (String schema : Migrations.SCHEMAS) {
            assertTrue(first.applied().contains(schema + " platform V001 outbox inbox idempotency"), schema);
            assertTrue(
                    first.applied().stream().anyMatch(entry -> entry.startsWith(schema + " V001 ")),
                    schema + " has no migration of its own: " + first.applied());
        }
        assertEquals(Cluster.hasTimescale(), first.storage().startsWith("TimescaleDB"), first.storage());
    }

    @Test
    void secondRunChangesNothing() throws SQLException {
        String everything =
                "SELECT string_agg(c.oid::text || c.relname || coalesce(c.relacl::text, ''), ',' ORDER BY c.oid)"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname IN ('auth', 'trading', 'market', 'backtest', 'notification')";
        List<String> before = cluster.query("postgres", everything);

        Server admin = cluster.admin();
        Migrations.bootstrap(admin.url(), admin.user(), admin.password(), Cluster.PASSWORDS);
        Migrated second = Migrations.migrate(cluster.url("moa"), Cluster.PASSWORD);

        assertEquals(List.of(), second.applied());
        assertEquals(before, cluster.query("postgres", everything));
    }

    @Test
    void editedMigrationIsRefused() throws SQLException {
        String edit = "UPDATE auth.platform_history SET checksum = checksum + %d WHERE version = '001'";
        cluster.query("postgres", edit.formatted(1));
        try {
            var failure = assertThrows(
                    MigrationFailure.class, () -> Migrations.migrate(cluster.url("moa"), Cluster.PASSWORD));
            assertTrue(failure.getMessage().startsWith("Schema auth (platform): "), failure.getMessage());
        } finally {
            cluster.query("postgres", edit.formatted(-1));
        }
    }

    @Test
    void databaseNewerThanTheProgramIsRefused() throws SQLException {
        cluster.query(
                "postgres",
                "INSERT INTO market.schema_history SELECT installed_rank + 1000, '999', 'of tomorrow', type, 'V999__of_tomorrow.sql',"
                        + " checksum, installed_by, installed_on, 1, true FROM market.schema_history WHERE version = '001'");
        try {
            assertThrows(MigrationFailure.class, () -> Migrations.migrate(cluster.url("moa"), Cluster.PASSWORD));
        } finally {
            cluster.query("postgres", "DELETE FROM market.schema_history WHERE version = '999'");
        }
    }

    @Test
    void historyIsReadableForTheServiceThatWaitsForItsVersionButNotWritable() throws SQLException {
        for (String schema : Migrations.SCHEMAS) {
            String role = "moa_" + schema;
            List<String> versions =
                    cluster.query(role, "SELECT version FROM schema_history WHERE success ORDER BY installed_rank");
            assertTrue(versions.contains("001"), role + ": " + versions);
            assertFalse(mayDo(role, "DELETE FROM schema_history"), role);
            assertFalse(mayDo(role, "UPDATE platform_history SET success = true"), role);
        }
    }

    @Test
    void outboxRowsAreInsertedWithTheirTransactionAndReadByEveryService() throws SQLException {
        cluster.query(
                "moa_trading",
                "INSERT INTO outbox (event_id, name, version, subject, at, body)"
                        + " VALUES (gen_random_uuid(), 'order.filled', 1, 'x', now(), '{}')");
        assertEquals(
                List.of("t"),
                cluster.query(
                        "moa_trading",
                        "SELECT bool_and(txid < pg_snapshot_xmin(pg_current_snapshot())) FROM outbox WHERE sent_at IS NULL"));
        for (String schema : Migrations.SCHEMAS) {
            assertEquals(
                    List.of("order.filled"),
                    cluster.query("moa_" + schema, "SELECT DISTINCT name FROM trading.outbox_v1"),
                    schema);
            assertFalse(mayDo("moa_" + schema, "DELETE FROM trading.outbox_v1"), schema);
        }
        cluster.query("moa_trading", "DELETE FROM outbox");
    }

    @Test
    void wrongPasswordIsOneSentence() {
        var failure = assertThrows(MigrationFailure.class, () -> Migrations.migrate(cluster.url("moa"), "wrong"));
        List<String> lines = new ArrayList<>(failure.getMessage().lines().toList());
        assertTrue(
                lines.getFirst().contains("password authentication failed") || lines.size() > 1, failure.getMessage());
    }

    private boolean mayDo(String role, String sql) throws SQLException {
        try {
            cluster.query(role, "BEGIN; " + sql + "; ROLLBACK");
            return true;
        } catch (SQLException e) {
            if (!"42501".equals(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }
}
