package dev.moa.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandIT {
    private final Cluster cluster = Cluster.migrated();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void migratesWithPasswordsFromFilesAndSaysHowTicksAreStored() throws IOException {
        assertEquals(0, run(environment()), err::toString);
        String printed = out.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("nothing to apply"), printed);
        assertTrue(printed.contains("native partitions") || printed.contains(": hypertables"), printed);
    }

    @Test
    void missingPasswordIsOneSentence() throws IOException {
        Map<String, String> environment = environment();
        environment.remove("MOA_DB_TRADING_PASSWORD_FILE");
        assertEquals(1, run(environment));
        assertEquals(
                "moa migrate: Neither MOA_DB_TRADING_PASSWORD_FILE nor MOA_DB_TRADING_PASSWORD gives a password",
                err.toString(StandardCharsets.UTF_8).strip());
    }

    @Test
    void wrongAdminPasswordIsNotWaitedFor() throws IOException {
        Map<String, String> environment = environment();
        environment.put("MOA_DB_ADMIN_PASSWORD_FILE", file("wrong"));
        assertEquals(1, run(environment));
        assertOneLineWith("password authentication failed");
    }

    @Test
    void absentServerIsGivenUpAfterTheLimit() throws IOException {
        Map<String, String> environment = environment();
        environment.put("MOA_DB_PORT", "1");
        environment.put("MOA_DB_WAIT_SECONDS", "1");
        assertEquals(1, run(environment));
        assertOneLineWith("No connection as postgres at jdbc:postgresql://127.0.0.1:1/postgres");
    }

    private void assertOneLineWith(String text) {
        String printed = err.toString(StandardCharsets.UTF_8).strip();
        assertEquals(1, printed.lines().count(), printed);
        assertTrue(printed.startsWith("moa migrate: ") && printed.contains(text), printed);
    }

    private int run(Map<String, String> environment) {
        return new MigrateCommand(environment, new PrintStream(out), new PrintStream(err)).run();
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("MOA_DB_PORT", "" + cluster.port());
        for (String name : new String[] {"ADMIN", "OWNER", "AUTH", "TRADING", "MARKET", "BACKTEST", "NOTIFICATION"}) {
            environment.put("MOA_DB_" + name + "_PASSWORD_FILE", file(Cluster.PASSWORD));
        }
        return environment;
    }

    private String file(String password) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "password", ""), password + "\n")
                .toString();
    }
}
