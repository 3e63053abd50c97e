package dev.moa.trading.fault;

import dev.moa.testkit.Await;
import dev.moa.trading.TradingSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts a {@link ChildTrading} in the place of the suite's process, and kills it. */
public final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static Child start(TradingSuite suite, String point) {
        try {
            Path log = Files.createTempFile("moa-child-", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx160m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChildTrading.class.getName(),
                            point)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            suite.environment().forEach((name, value) -> builder.environment().put(name, String.valueOf(value)));
            Child child = new Child(builder.start(), log);
            try {
                String port = child.awaitLine(ChildTrading.READY);
                suite.talkTo(URI.create("http://127.0.0.1:" + port));
                return child;
            } catch (RuntimeException | AssertionError never) {
                child.kill();
                throw never;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String awaitLine(String beginning) {
        String[] found = new String[1];
        Await.until("the child says \"" + beginning + "\", see " + log, START, () -> {
            List<String> lines = Files.readAllLines(log);
            if (!process.isAlive()) {
                throw new IllegalStateException("the child ended: " + lines);
            }
            found[0] = lines.stream()
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()).strip())
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    /** SIGKILL, once it stands at its point. */
    public long killAtItsPoint() {
        awaitLine(ChildTrading.REACHED);
        return kill();
    }

    public long kill() {
        process.destroyForcibly();
        process.onExit().join();
        return process.pid();
    }

    public long pid() {
        return process.pid();
    }

    /** SIGSTOP: nothing of it runs, and all its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it said so far. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        log.toFile().delete();
    }
}
