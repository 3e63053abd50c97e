package dev.moa.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Two histories per schema: what every service has alike (platform), and what is its own. */
final class SchemaMigration {
    /** Held, or the level would be collected with the logger. What was applied is printed by the command itself. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private final Server owner;

    SchemaMigration(Server owner) {
        this.owner = owner;
    }

    Migrated run() {
        List<String> applied = new ArrayList<>();
        for (String schema : Migrations.SCHEMAS) {
            applied.addAll(migrate(schema, "platform", "platform_history"));
            applied.addAll(migrate(schema, schema, "schema_history"));
            protectHistories(schema);
        }
        return new Migrated(applied, storage());
    }

    private List<String> migrate(String schema, String folder, String history) {
        Flyway flyway = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .schemas(schema)
                .createSchemas(false)
                .table(history)
                .locations("classpath:db/" + folder)
                .placeholders(Map.of("schema", schema))
                .validateMigrationNaming(true)
                .validateOnMigrate(true)
                .outOfOrder(false)
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                // The other history's tables are already there, so this schema is never empty: start below V001.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        try {
            List<MigrationInfo> pending = List.of(flyway.info().pending());
            flyway.migrate();
            return pending.stream().map(info -> label(schema, folder, info)).toList();
        } catch (FlywayException e) {
            throw new MigrationFailure("Schema " + schema + " (" + folder + "): " + e.getMessage(), e);
        }
    }

    private static String label(String schema, String folder, MigrationInfo info) {
        String version = info.getVersion() == null ? "R" : "V" + info.getVersion();
        return schema + " " + (folder.equals(schema) ? "" : folder + " ") + version + " " + info.getDescription();
    }

    /** Default privileges give a service all its tables; the histories it may only read, to wait for its version. */
    private void protectHistories(String schema) {
        run("REVOKE INSERT, UPDATE, DELETE ON %1$s.platform_history, %1$s.schema_history FROM moa_%1$s"
                .formatted(schema));
    }

    private void run(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new MigrationFailure("The owner's statement failed: " + e.getMessage(), e);
        }
    }

    private String storage() {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT kind, extension FROM market.storage")) {
            row.next();
            return row.getString("extension") == null
                    ? "native partitions"
                    : "TimescaleDB " + row.getString("extension") + ": hypertables";
        } catch (SQLException e) {
            throw new MigrationFailure("market.storage does not say how ticks are stored: " + e.getMessage(), e);
        }
    }
}
