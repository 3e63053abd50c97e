package dev.moa.trading.fault;

import dev.moa.trading.TradingSuite;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A second trading process is started under load, frozen while the first goes on, woken, and killed: rows 2 and 13. */
class ProcessFaultIT {
    private static final Duration FAULT_LASTS = Duration.ofMillis(1_500);

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.market().knows("BINANCE:BTCUSDT", "60000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    static Stream<Integer> rounds() {
        return Stream.iterate(0, round -> round < Scale.of(1), round -> round + 1);
    }

    @ParameterizedTest(name = "second process started under load {0}")
    @MethodSource("rounds")
    void twoProcessesWithTheSameAccountsDoubleNothing(int round) {
        try (Workload work = Workload.begin(suite)) {
            startAndKill(work, round);
            work.awaitMore(8);
            work.end();
        }
    }

    private static void startAndKill(Workload work, int round) {
        int before = work.answers();
        try (Child child = Child.start(suite, "none")) {
            work.goOn(FAULT_LASTS);
            suite.talkTo(null);
            work.goOn(FAULT_LASTS);
            System.out.println("second process " + round + ": killed process " + child.kill() + "; "
                    + (work.answers() - before) + " answers meanwhile");
        } finally {
            suite.talkTo(null);
        }
    }

    @ParameterizedTest(name = "process frozen under load {0}")
    @MethodSource("rounds")
    void aProcessThatWasFrozenAndWokenDoublesNothing(int round) {
        try (Workload work = Workload.begin(suite)) {
            freezeAndWake(work, round);
            work.end();
        }
    }

    private static void freezeAndWake(Workload work, int round) {
        try (Child child = Child.start(suite, "none")) {
            work.goOn(FAULT_LASTS);
            child.freeze();
            suite.talkTo(null);
            System.out.println("frozen process " + round + ": hit process " + child.pid());
            work.goOn(FAULT_LASTS);
            child.thaw();
            work.awaitMore(8);
        } finally {
            suite.talkTo(null);
        }
    }
}
