package dev.moa.trading.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.problem.Problem;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountLaneIT {
    private static final String ORDER = """
            {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"MARKET","quantity":"0.1"}""";

    private static TradingSuite suite;

    @BeforeAll
    static void start() {
        suite = new TradingSuite();
        suite.price("BINANCE:BTCUSDT", "50000");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static AccountLane lane(Person person) {
        return suite.bean(AccountLanes.class).of(person.id(), null);
    }

    @Test
    void anErrorInOneTaskIsItsAnswerAndTheAccountGoesOn() {
        Person person = suite.person("ann");
        AccountLane lane = lane(person);
        CompletionException failure = assertThrows(
                CompletionException.class,
                () -> lane.call(turn -> {
                    throw new StackOverflowError("too deep");
                }));
        assertInstanceOf(StackOverflowError.class, failure.getCause());
        assertEquals(202, person.order(ORDER).status());
    }

    @Test
    void whatShareABatchWithAFailureIsDoneAllTheSame() {
        Person person = suite.person("bob");
        AccountLane lane = lane(person);
        var failing = lane.submit(turn -> {
            throw Problem.notFound();
        });
        var good = lane.submit(turn -> turn.account().id());
        assertEquals(lane.account().id(), good.join());
        assertThrows(CompletionException.class, failing::join);
    }
}
