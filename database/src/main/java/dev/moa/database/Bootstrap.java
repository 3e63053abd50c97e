package dev.moa.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What only a superuser can do. */
final class Bootstrap {
    private static final String DATABASE = "moa";

    private final Server admin;
    private final Map<String, String> passwords;

    Bootstrap(Server admin, Map<String, String> passwords) {
        this.admin = admin;
        this.passwords = passwords;
    }

    void run() {
        String roles = withPasswords(script("01_roles.sql"));
        execute(admin, roles);
        createDatabase();
        Server database = admin.database(DATABASE);
        execute(database, script("02_schemas.sql"));
        execute(database, script("03_timescaledb.sql"));
    }

    private String withPasswords(String sql) {
        String filled = sql;
        for (String role : Migrations.ROLES) {
            String password = passwords.get(role);
            if (password == null || password.isBlank()) {
                throw new MigrationFailure("No password was given for the database role " + role);
            }
            filled = filled.replace("${" + role + "}", "'" + password.replace("'", "''") + "'");
        }
        return filled;
    }

    private void createDatabase() {
        String sql = "CREATE DATABASE moa OWNER moa_owner TEMPLATE template0 ENCODING 'UTF8' "
                + "LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw failure(admin, e);
        }
    }

    private static void execute(Server server, String sql) {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(server, e);
        }
    }

    private static MigrationFailure failure(Server server, SQLException e) {
        return new MigrationFailure("The database could not be prepared as " + server + ": " + e.getMessage(), e);
    }

    private static String script(String name) {
        try (InputStream in = Bootstrap.class.getResourceAsStream("/db/bootstrap/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationFailure("The file db/bootstrap/" + name + " could not be read", e);
        }
    }
}
