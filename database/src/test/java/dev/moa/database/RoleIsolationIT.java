package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleIsolationIT {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private final Cluster cluster = Cluster.migrated();

    @Test
    void ofForeignSchemasARoleSeesPublishedViewsOnly() throws SQLException {
        for (String schema : Migrations.SCHEMAS) {
            String role = "moa_" + schema;
            String visible = "SELECT DISTINCT n.nspname || '.' || c.relname FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname IN ('auth', 'trading', 'market', 'backtest', 'notification')"
                    + " AND n.nspname <> '" + schema + "' AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
                    + " AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') ORDER BY 1";
            List<String> expected = new ArrayList<>(Migrations.SCHEMAS.stream()
                    .filter(other -> !other.equals(schema))
                    .map(other -> other + ".outbox_v1")
                    .toList());
            if (schema.equals("trading") || schema.equals("backtest")) {
                expected.add("market.candle_v1");
            }
            assertEquals(expected.stream().sorted().toList(), cluster.query(role, visible), role);
        }
    }

    @Test
    void authCannotReadTrading() {
        var refused = assertThrows(SQLException.class, () -> cluster.query("moa_auth", "SELECT * FROM trading.outbox"));
        assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
    }

    @Test
    void serviceRolesCreateNothing() {
        for (String schema : Migrations.SCHEMAS) {
            for (String sql : List.of(
                    "CREATE TABLE " + schema + ".mine (a int)",
                    "CREATE TABLE public.mine (a int)",
                    "CREATE SCHEMA mine",
                    "SET ROLE moa_owner",
                    "ALTER TABLE " + schema + ".outbox DROP COLUMN body",
                    "TRUNCATE " + schema + ".outbox")) {
                var refused = assertThrows(SQLException.class, () -> cluster.query("moa_" + schema, sql), sql);
                assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), sql);
            }
        }
    }

    @Test
    void ownerIsNoSuperuser() throws SQLException {
        assertEquals(
                List.of("f"),
                cluster.query(
                        "moa_owner",
                        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = 'moa_owner'"));
    }

    @Test
    void candlesAreReadWhereTheyArePublished() throws SQLException {
        cluster.query(
                "moa_market",
                "INSERT INTO candle VALUES ('TEST:A', '1m', '2024-01-01 00:00Z', 1, 2, 0.5, 1.25, 10, true, 'live')"
                        + " ON CONFLICT (instrument, interval, open_time) DO NOTHING");
        for (String role : List.of("moa_trading", "moa_backtest")) {
            assertEquals(
                    List.of("1.25"),
                    cluster.query(role, "SELECT close FROM market.candle_v1 WHERE instrument = 'TEST:A'"));
        }
        assertTrue(assertThrows(SQLException.class, () -> cluster.query("moa_trading", "DELETE FROM market.candle_v1"))
                .getMessage()
                .contains("permission denied"));
    }
}
