package dev.moa.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real server with the product's own configuration file; testkit cannot be used here, it depends on this module. */
final class Cluster implements AutoCloseable {
    static final String PASSWORD = "it's a test";
    static final Map<String, String> PASSWORDS =
            Migrations.ROLES.stream().collect(Collectors.toMap(Function.identity(), role -> PASSWORD));
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final String PRELOAD = System.getProperty("moa.postgres.preload", "");
    private static Cluster shared;

    private final Path folder;
    private final int port;
    private final Process process;

    private Cluster() throws IOException, SQLException {
        folder = own(Files.createTempDirectory("moa-database-"));
        port = freePort();
        Path bin = bin();
        Path password = own(Files.writeString(folder.resolve("password"), PASSWORD));
        Path conf = own(Files.copy(Path.of("conf/postgresql.conf"), folder.resolve("postgresql.conf")));
        finish(start(List.of(
                bin + "/initdb",
                "-k",
                "-N",
                "-D",
                folder + "/data",
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password)));
        process = start(List.of(
                bin + "/postgres",
                "-D",
                folder + "/data",
                "-p",
                "" + port,
                "-k",
                "",
                "-c",
                "config_file=" + conf,
                "-c",
                "hba_file=" + folder + "/data/pg_hba.conf",
                "-c",
                "ident_file=" + folder + "/data/pg_ident.conf",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "shared_preload_libraries=" + PRELOAD));
        Patience.upTo(Duration.ofSeconds(60)).untilAnswers(admin());
    }

    /** One cluster for all test classes of a run; it ends with the JVM. */
    static synchronized Cluster shared() {
        if (shared == null) {
            try {
                shared = new Cluster();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    static Cluster migrated() {
        Cluster cluster = shared();
        Server admin = cluster.admin();
        Migrations.bootstrap(admin.url(), admin.user(), admin.password(), PASSWORDS);
        Migrations.migrate(cluster.url("moa"), PASSWORD);
        return cluster;
    }

    static boolean hasTimescale() {
        return PRELOAD.contains("timescaledb");
    }

    int port() {
        return port;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Server admin() {
        return new Server(url("postgres"), "postgres", PASSWORD);
    }

    Connection as(String role) throws SQLException {
        return DriverManager.getConnection(url("moa"), role, PASSWORD);
    }

    /** Runs statements as a role; the first column of the last result, if there is one. */
    List<String> query(String role, String sql) throws SQLException {
        try (Connection connection = as(role);
                Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() != -1) {
                values.clear();
                try (ResultSet result = rows ? statement.getResultSet() : null) {
                    while (result != null && result.next()) {
                        values.add(result.getString(1));
                    }
                }
                rows = statement.getMoreResults();
            }
            return values;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    private static Path bin() throws IOException {
        String home = System.getProperty("moa.postgres.home");
        if (home != null) {
            return Path.of(home, "bin");
        }
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(java.util.Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())))
                    .orElseThrow(() -> new IllegalStateException("no PostgreSQL under /usr/lib/postgresql"));
        }
    }

    private Process start(List<String> command) throws IOException {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(full)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private void finish(Process running) throws IOException {
        if (running.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path own(Path path) throws IOException {
        if (ROOT) {
            Files.setAttribute(path, "unix:uid", 65534);
            Files.setAttribute(path, "unix:gid", 65534);
        }
        return path;
    }
}
