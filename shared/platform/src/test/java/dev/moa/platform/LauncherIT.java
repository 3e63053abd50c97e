package dev.moa.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.testkit.Await;
import dev.moa.testkit.Servers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service as a process: its environment, its first words, its end. */
class LauncherIT {

    @TempDir
    Path folder;

    private Path output;
    private int port;
    private ProcessBuilder builder;
    private Process process;

    @BeforeEach
    void prepare() throws IOException {
        output = folder.resolve("output");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestApplication.class.getName(),
                        "-moa.schema-version=1")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MOA_"));
        Servers.databaseAndRedis("trading", Servers.postgres().freshDatabase())
                .forEach((name, value) -> environment.put(name, value.toString()));
        environment.remove("MOA_DB_PASSWORD");
        environment.put("MOA_DB_PASSWORD_FILE", secret("postgres-of-the-tests"));
        environment.put("MOA_PORT", Integer.toString(port));
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void itStartsFromItsEnvironmentAloneAndEndsWhenAsked() throws Exception {
        builder.environment().put("MOA_HTTP_PROT", "8080");
        process = builder.start();
        Await.until("it is ready", () -> status("/health/readiness") == 200);
        assertTrue(Files.readString(output).contains("MOA_HTTP_PROT is no setting of Moa"));

        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still there after SIGTERM");
        assertEquals(143, process.exitValue());
    }

    @Test
    void itComesUpWithoutDatabaseRedisAndRabbitAndSaysWhatItWaitsFor() throws Exception {
        builder.environment().put("MOA_DB_URL", "jdbc:postgresql://127.0.0.1:1/moa");
        builder.environment().put("MOA_REDIS_URI", "redis://127.0.0.1:1");
        process = builder.start();
        Await.until("it waits", () -> Files.readString(output).contains("waiting for the database"));
        assertTrue(process.isAlive());
    }

    @Test
    void aBadSettingStopsItWithOneSentence() throws Exception {
        builder.environment().put("MOA_TZ", "Mars/Olympus");
        assertEquals("moa trading: MOA_TZ must be the name of a time zone such as Asia/Seoul.", failure());
    }

    @Test
    void aMissingSecretStopsItWithOneSentence() throws Exception {
        builder.environment().put("MOA_DB_PASSWORD_FILE", "/does/not/exist");
        assertEquals("moa trading: MOA_DB_PASSWORD_FILE names a file that cannot be read: /does/not/exist.", failure());
    }

    @Test
    void aTakenPortStopsItWithOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertEquals("moa trading: its port is already in use.", failure());
            assertEquals(port, taken.getLocalPort());
        }
    }

    private String failure() throws Exception {
        process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        assertEquals(1, process.exitValue(), Files.readString(output));
        return Files.readAllLines(output).stream()
                .filter(line -> !line.matches("\\d{4}-.*|\\d\\d:\\d\\d:\\d\\d.*|WARNING.*"))
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
    }

    private int status(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private String secret(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content + "\n").toString();
    }
}
