package dev.moa.database;

import java.util.List;
import java.util.Map;

/**
 * Brings a PostgreSQL server to the state that the services expect. Everything here may be repeated: a second run
 * changes nothing but passwords, time-outs and grants, which are set anew.
 */
public final class Migrations {
    /** One schema, one role and one history of migrations per service. */
    public static final List<String> SCHEMAS = List.of("auth", "trading", "market", "backtest", "notification");

    /** The role that owns the database and its schemas, and runs the migrations. */
    public static final String OWNER = "moa_owner";

    /** Every role that {@link #bootstrap} needs a password for: the owner, then {@code moa_<schema>} of each service. */
    public static final List<String> ROLES =
            List.of(OWNER, "moa_auth", "moa_trading", "moa_market", "moa_backtest", "moa_notification");

    private Migrations() {}

    /**
     * Creates roles, the database {@code moa}, schemas, grants and, where the server offers it, TimescaleDB.
     *
     * @param adminUrl JDBC address of a maintenance database, such as {@code jdbc:postgresql://127.0.0.1:5432/postgres}
     * @param adminUser a superuser
     * @param adminPassword its password; anything where the server trusts the connection
     * @param passwords a password for each of {@link #ROLES}
     * @throws MigrationFailure in one sentence, when the server refuses or a password is missing
     */
    public static void bootstrap(
            String adminUrl, String adminUser, String adminPassword, Map<String, String> passwords) {
        new Bootstrap(new Server(adminUrl, adminUser, adminPassword), passwords).run();
    }

    /**
     * Applies what is missing: {@code db/platform} and {@code db/<schema>} to each schema.
     *
     * @param jdbcUrl address of the database {@code moa} (or of a copy of it)
     * @param ownerPassword password of {@link #OWNER}
     * @return what was applied, and how ticks and candles are stored
     * @throws MigrationFailure when a migration fails, was edited after it ran, or is newer than this program
     */
    public static Migrated migrate(String jdbcUrl, String ownerPassword) {
        return new SchemaMigration(new Server(jdbcUrl, OWNER, ownerPassword)).run();
    }

    /** The run-once {@code migrate} command: settings come from the environment, see the README of this module. */
    public static void main(String[] args) {
        System.exit(new MigrateCommand(System.getenv(), System.out, System.err).run());
    }
}
