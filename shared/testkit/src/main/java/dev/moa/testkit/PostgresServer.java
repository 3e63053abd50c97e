package dev.moa.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** A real PostgreSQL cluster with checksums; every test class may take a freshly migrated database of its own. */
public final class PostgresServer {
    /** Passwords of all roles in the test cluster. */
    public static final String PASSWORD = "postgres-of-the-tests";

    private final ServerProcess server = new ServerProcess("postgres");
    private final Path binaries = binaries();
    private final int port = ServerProcess.freePort();
    private int databases;

    PostgresServer() {
        server.write("password", PASSWORD);
        String data = server.folder() + "/data";
        server.run(
                binaries + "/initdb",
                "-k",
                "-D",
                data,
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--no-instructions",
                "--no-sync",
                "--locale=C.UTF-8",
                "--pwfile=" + server.folder() + "/password");
        start();
        TestDatabase.prepare(this);
    }

    public int port() {
        return port;
    }

    /** JDBC address of a database of this cluster, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", PASSWORD);
    }

    /** A new database with everything migrated; costs about a tenth of a second. */
    public synchronized String freshDatabase() {
        String name = "moa_test_" + ++databases;
        execute("CREATE DATABASE " + name + " TEMPLATE moa");
        return name;
    }

    public void start() {
        server.start(
                binaries + "/postgres",
                "-D",
                server.folder() + "/data",
                "-p",
                "" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=64MB");
        server.awaitReady(() -> {
            superuser("postgres").close();
            return true;
        });
    }

    /** SIGKILL of the postmaster and every backend, as in a power cut without loss of the disk cache. */
    public void kill() {
        server.kill();
    }

    /** SIGQUIT: every connection ends at once, and the next start recovers from the log. */
    public void stopImmediately() {
        server.signalMain("QUIT");
        server.awaitEnd();
    }

    /** From now on its write-ahead log lies in that empty folder, whose disk a test fills; it is stopped hard for that. */
    public void keepLogIn(Path folder) {
        stopImmediately();
        String log = server.folder() + "/data/pg_wal";
        server.run("cp", "-a", log + "/.", folder.toString());
        server.run("rm", "-r", log);
        server.run("ln", "-s", folder.toString(), log);
        start();
    }

    /** Undoes {@link #keepLogIn}. */
    public void takeLogHome() {
        server.kill();
        String log = server.folder() + "/data/pg_wal";
        server.run("cp", "-a", log + "/.", log + ".home");
        server.run("rm", log);
        server.run("mv", log + ".home", log);
        start();
    }

    /** The postmaster's process id. */
    public long pid() {
        return server.pid();
    }

    public void freeze() {
        server.signal("STOP");
    }

    public void thaw() {
        server.signal("CONT");
    }

    void stop() {
        server.kill();
        server.removeFolder();
    }

    private void execute(String sql) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Path binaries() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")))
                    .max(java.util.Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())))
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL under /usr/lib/postgresql"));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL is not installed", e);
        }
    }
}
