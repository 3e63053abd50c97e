package dev.moa.suite;

import dev.moa.testkit.Await;
import dev.moa.testkit.StubTelegram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The whole suite, started by the product's own commands in a folder and on ports of its own, with a stand-in for Telegram. */
final class RunningSuite implements AutoCloseable {
    private final StubTelegram telegram = new StubTelegram();
    private final Path root = root();
    private final Path home;
    private final int port = freePort();

    RunningSuite() {
        try {
            home = Files.createTempDirectory("moa-suite-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command("up", "--yes");
    }

    String address() {
        return "http://localhost:" + port;
    }

    StubTelegram telegram() {
        return telegram;
    }

    void replay(Path file, String... options) {
        String[] command = Stream.concat(Stream.of("replay", file.toString()), Arrays.stream(options))
                .toArray(String[]::new);
        command(command);
    }

    /** SIGKILL; the supervisor starts the process again. Answers which process it was. */
    long kill(String name) {
        long pid = pid(name);
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        return pid;
    }

    /** SIGSTOP to the process and all it started, for so long. Answers which process it was. */
    long freeze(String name, Duration time) {
        long pid = pid(name);
        List<String> all = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> Long.toString(process.pid()))
                .toList();
        signal("STOP", all);
        try {
            long end = System.nanoTime() + time.toNanos();
            Await.until(name + " was frozen", () -> System.nanoTime() >= end);
        } finally {
            signal("CONT", all);
        }
        return pid;
    }

    private static void signal(String signal, List<String> pids) {
        List<String> command =
                Stream.concat(Stream.of("kill", "-" + signal), pids.stream()).toList();
        try {
            new ProcessBuilder(command).inheritIO().start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid(String name) {
        try {
            return Long.parseLong(
                    Files.readString(home.resolve("run").resolve(name + ".pid")).split("\\s+")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String... arguments) {
        Stream<String> command = Stream.concat(Stream.of(root.resolve("moa").toString()), Arrays.stream(arguments));
        ProcessBuilder builder = new ProcessBuilder(command.toList()).directory(root.toFile());
        var environment = builder.environment();
        environment.put("MOA_HOME", home.toString());
        environment.put("MOA_HTTP_PORT", Integer.toString(port));
        environment.put("MOA_FEEDS", "none");
        environment.put("MOA_RATE_LIMITS", "login=1000,api=1000000,webhook=1000,address=100000");
        environment.put("MOA_TELEGRAM_BOT_TOKEN", StubTelegram.TOKEN);
        environment.put("MOA_TELEGRAM_API_URL", telegram.url());
        try {
            Path log = Files.createTempFile("moa-command-", ".log");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new AssertionError("./moa " + String.join(" ", arguments) + " ended with " + code + ":\n"
                        + Files.readString(log) + "\nlogs in " + home);
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.nas.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** A port whose whole block (the servers stand 10,000 above) is free. */
    private static int freePort() {
        for (int port = 31000; port < 45000; port += 100) {
            if (List.of(port, port + 10001, port + 10003, port + 10012).stream().allMatch(RunningSuite::isFree)) {
                return port;
            }
        }
        throw new IllegalStateException("no free block of ports");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() {
        command("down");
        telegram.close();
    }
}
