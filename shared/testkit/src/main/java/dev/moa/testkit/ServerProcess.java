package dev.moa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of the distribution in a folder of its own, run without rights when the tests run as root. */
final class ServerProcess {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final String name;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Process process;

    ServerProcess(String name) {
        this.name = name;
        try {
            folder = Files.createTempDirectory(
                    "moa-test-" + name + "-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own(folder);
    }

    Path folder() {
        return folder;
    }

    void environment(String key, String value) {
        environment.put(key, value);
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String content) {
        try {
            own(Files.writeString(folder.resolve(file), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the server to its end and returns what it printed; fails with it when it fails. */
    String run(String... command) {
        try {
            Process running = builder(command).redirectErrorStream(true).start();
            String output = new String(running.getInputStream().readAllBytes());
            if (!running.waitFor(2, TimeUnit.MINUTES) || running.exitValue() != 0) {
                running.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not installed? ", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void start(String... command) {
        try {
            Path log = folder.resolve("server.log");
            process = builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is not installed? ", e);
        }
    }

    void awaitReady(java.util.concurrent.Callable<Boolean> ready) {
        Await.until(name + " is ready, see " + folder, Duration.ofSeconds(60), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended: " + Files.readString(folder.resolve("server.log")));
            }
            return ready.call();
        });
    }

    /** SIGKILL to the process and everything it started. */
    void kill() {
        if (process == null) {
            return;
        }
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        process = null;
    }

    long pid() {
        return process.pid();
    }

    /** Signals the process alone, not what it started. */
    void signalMain(String signal) {
        run("kill", "-" + signal, Long.toString(process.pid()));
    }

    /** Waits for its end after a signal that ends it. */
    void awaitEnd() {
        process.onExit().join();
        process = null;
    }

    void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal, Long.toString(process.pid())));
        process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        run(command.toArray(String[]::new));
    }

    void removeFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    private ProcessBuilder builder(String... command) {
        List<String> full = new ArrayList<>();
        if (ROOT) {
            full.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"));
        }
        full.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(full).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return builder;
    }

    private static Path own(Path path) {
        if (ROOT) {
            try {
                Files.setAttribute(path, "unix:uid", 65534);
                Files.setAttribute(path, "unix:gid", 65534);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return path;
    }
}
