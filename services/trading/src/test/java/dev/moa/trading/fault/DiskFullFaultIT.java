package dev.moa.trading.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import dev.moa.trading.TradingSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk under PostgreSQL's tables, and the one under its log, fill up while people order: row 8 of the matrix. */
class DiskFullFaultIT {
    private static final Duration FAULT_LASTS = Duration.ofSeconds(2);
    private static final long ROOM = 48L << 20;
    private static final String DISK_FULL = "53100";

    private final TradingSuite suite = new TradingSuite();
    private Path disk;

    @BeforeEach
    void makeRoom() throws Exception {
        disk = Files.createTempDirectory("moa-full-");
    }

    @AfterEach
    void stop() throws Exception {
        suite.close();
        run("umount", disk.toString());
        Files.delete(disk);
    }

    @Test
    void whatWasAcceptedIsThereOnceAfterTheTablesHadNoRoom() throws Exception {
        String database = suite.database();
        mount(number("SELECT pg_database_size('" + database + "')") + ROOM);
        Path data = Files.createDirectory(disk.resolve("data"));
        Files.setAttribute(data, "unix:uid", 65534);
        suite.stop();
        execute("CREATE TABLESPACE full_disk LOCATION '" + data + "'");
        execute("ALTER DATABASE " + database + " SET TABLESPACE full_disk");
        suite.start();
        try (Workload work = Workload.begin(suite)) {
            int before = work.answers();
            Path ballast = fill();
            SQLException refused = assertThrows(SQLException.class, this::writeMuch);
            assertEquals(DISK_FULL, refused.getSQLState());
            work.goOn(FAULT_LASTS);
            Files.delete(ballast);
            int during = work.answers() - before;
            work.awaitMore(8);
            int orders = work.end();
            System.out.println("disk of the tables full: hit postmaster "
                    + Servers.postgres().pid() + "; " + during + " answers meanwhile, " + orders + " orders");
        } finally {
            suite.stop();
            execute("ALTER DATABASE " + database + " SET TABLESPACE pg_default");
            execute("DROP TABLESPACE full_disk");
            suite.start();
        }
    }

    @Test
    void whatWasAcceptedIsThereOnceAfterTheLogHadNoRoom() throws Exception {
        mount(number("SELECT sum(size) FROM pg_ls_waldir()") + ROOM);
        Servers.postgres().keepLogIn(disk);
        try {
            Await.until(
                    "the database is back",
                    () -> suite.person("kim").get("/positions").status() == 200);
            fillTheLog();
        } finally {
            Servers.postgres().takeLogHome();
        }
    }

    private void fillTheLog() throws Exception {
        try (Workload work = Workload.begin(suite)) {
            int before = work.answers();
            Path ballast = fill();
            String pid = "postmaster " + Servers.postgres().pid();
            assertThrows(SQLException.class, DiskFullFaultIT::writeUntilTheLogIsFull);
            work.goOn(FAULT_LASTS);
            int during = work.answers() - before;
            Files.delete(ballast);
            Servers.postgres().kill();
            Servers.postgres().start();
            work.awaitMore(8);
            int orders = work.end();
            System.out.println(
                    "disk of the log full: hit " + pid + "; " + during + " answers meanwhile, " + orders + " orders");
        }
    }

    private void mount(long bytes) throws Exception {
        boolean mounted = "root".equals(System.getProperty("user.name"))
                && run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "mode=0700,uid=65534,gid=65534,size=" + bytes,
                        "moa-full",
                        disk.toString());
        if (!mounted) {
            System.out.println(
                    "skipped: full disks, because no small file system can be mounted here without being root");
        }
        assumeTrue(mounted, "skipped: no small file system can be mounted here");
    }

    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertEquals(0, Files.getFileStore(disk).getUsableSpace(), full.getMessage());
        }
        return ballast;
    }

    private void writeMuch() throws SQLException {
        try (var connection = Servers.postgres().superuser(suite.database());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE much AS SELECT repeat('x', 1000) FROM generate_series(1, 20000)");
        }
    }

    private static void writeUntilTheLogIsFull() throws SQLException {
        for (int i = 0; i < 200; i++) {
            execute("SELECT pg_logical_emit_message(true, 'fault', repeat('x', 100000)), pg_switch_wal()");
        }
    }

    private static long number(String query) throws SQLException {
        try (var connection = Servers.postgres().superuser("postgres");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Servers.postgres().superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }
}
