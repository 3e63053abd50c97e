package dev.moa.trading.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Ten thousand seeds in every test run, as many as asked by {@code -Dmoa.seeds}; each has at least twenty faults. */
class TradingSimulationTest {
    private static final long SEEDS = Long.getLong("moa.seeds", 10_000);
    private static final long FIRST = Long.getLong("moa.first-seed", 0);
    private static final long CONTROL_SEEDS = 300;

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.moa.trading");
    private Level before;

    /** Alarms are what the runs are made of; ten thousand times that is only noise. */
    @BeforeEach
    void quiet() {
        before = log.getLevel();
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        log.setLevel(before);
    }

    @Test
    void noSeedBreaksAnInvariant() {
        Coverage coverage = new Coverage();
        Map<Long, String> failures = new ConcurrentSkipListMap<>();
        long begun = System.nanoTime();
        LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .forEach(seed -> failure(seed, Controls.NONE, coverage, failures));
        System.out.printf(
                "%,d seeds in %.1f s, %d failed%n%s%n",
                SEEDS, (System.nanoTime() - begun) / 1e9, failures.size(), coverage.report());
        failures.entrySet().stream()
                .limit(20)
                .forEach(failed -> System.out.println("failing seed " + failed.getKey()
                        + " (keep it in simulation-seeds.txt): " + failed.getValue()));
        assertTrue(
                failures.isEmpty(),
                () -> failures.size() + " seeds failed, the first: "
                        + failures.entrySet().iterator().next());
        Set<String> expected = Set.of(
                "CP01", "CP02", "CP03", "CP04", "CP05", "CP06", "CP07", "CP08", "CP09", "CP10", "CP11", "CP12", "CP13",
                "CP14", "CP15", "CP16", "CP17", "CP18", "CP19");
        assertEquals(expected, coverage.points(), "every crash point of the model was crashed at");
    }

    @Test
    void seedsThatOnceFailedPass() throws IOException {
        try (InputStream kept = getClass().getResourceAsStream("/simulation-seeds.txt")) {
            List<Long> seeds = new ArrayList<>();
            new String(kept.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> seeds.add(Long.valueOf(line)));
            assertFalse(seeds.isEmpty());
            seeds.forEach(seed -> new World(seed, Controls.NONE, new Coverage()).run());
        }
    }

    @Test
    void aSeedAlwaysGivesTheSameRun() {
        for (long seed = 0; seed < 30; seed++) {
            assertEquals(story(seed), story(seed));
        }
    }

    private static String story(long seed) {
        World world = new World(seed, Controls.NONE, new Coverage());
        world.run();
        return world.store().orders + " " + world.chance().counted();
    }

    @Test
    void sendingAgainAfterATimeOutIsCaught() {
        assertCaught(Controls.RESEND, "I2");
    }

    @Test
    void aConsumerWithoutAnInboxIsCaught() {
        assertCaught(Controls.NO_INBOX, "I8");
    }

    @Test
    void anAnswerBeforeTheCommitIsCaught() {
        assertCaught(Controls.HASTY_ANSWER, "I1");
    }

    private static void assertCaught(Controls mistake, String invariant) {
        Map<Long, String> failures = new TreeMap<>();
        Coverage coverage = new Coverage();
        for (long seed = 0; seed < CONTROL_SEEDS; seed++) {
            failure(seed, mistake, coverage, failures);
        }
        long caught = failures.values().stream()
                .filter(text -> text.startsWith(invariant))
                .count();
        System.out.println(mistake + ": " + caught + " of " + CONTROL_SEEDS + " seeds caught it by " + invariant);
        assertTrue(caught > 0, () -> "nobody noticed " + mistake + ": " + failures);
    }

    private static void failure(long seed, Controls controls, Coverage coverage, Map<Long, String> failures) {
        try {
            new World(seed, controls, coverage).run();
        } catch (AssertionError | RuntimeException broken) {
            failures.put(seed, broken instanceof AssertionError ? broken.getMessage() : broken.toString());
        }
    }
}
