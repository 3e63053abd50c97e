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
final class Child implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(TradingSuite suite, String point) {
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
            String port = child.awaitLine(ChildTrading.READY);
            suite.talkTo(URI.create("http://127.0.0.1:" + port));
            return child;
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
    long killAtItsPoint() {
        awaitLine(ChildTrading.REACHED);
        return kill();
    }

    long kill() {
        process.destroyForcibly();
        process.onExit().join();
        return process.pid();
    }

    @Override
    public void close() {
        kill();
        log.toFile().delete();
    }
}
