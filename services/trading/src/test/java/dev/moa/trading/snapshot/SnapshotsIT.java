package dev.moa.trading.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.platform.crash.CrashPoint;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import dev.moa.testkit.Await;
import dev.moa.testkit.FixedClock;
import dev.moa.trading.Person;
import dev.moa.trading.TradingSuite;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.price.QuoteBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotsIT {
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

    private static Snapshots snapshotsAt(Clock clock) {
        return new Snapshots(
                suite.bean(Sql.class),
                suite.bean(SnapshotStore.class),
                suite.bean(QuoteBoard.class),
                suite.bean(CommonSettings.class),
                clock);
    }

    private static AccountLane lane(Person person) {
        return suite.bean(AccountLanes.class).of(person.id(), null);
    }

    private static void buy(Person person, String quantity) {
        var placed = person.order("""
                {"instrument":"BINANCE:BTCUSDT","side":"BUY","type":"MARKET","quantity":"%s"}""".formatted(quantity));
        assertEquals(202, placed.status(), () -> placed.raw().body());
        Await.until(
                "order is filled",
                () -> person.get("/trading/orders/" + placed.at("order_id"))
                        .at("status")
                        .equals("FILLED"));
    }

    private static LocalDate localToday() {
        ZoneId zone = suite.bean(CommonSettings.class).zone();
        return LocalDate.ofInstant(suite.bean(Clock.class).instant(), zone);
    }

    private static List<String> days(Person person, String currency) {
        return suite
                .bean(SnapshotStore.class)
                .rows(
                        List.of(lane(person).account().id().value()),
                        LocalDate.EPOCH,
                        localToday().plusYears(1))
                .stream()
                .filter(row -> row.amounts().currency().code().equals(currency))
                .map(row -> row.day() + " "
                        + row.amounts().equity().stripTrailingZeros().toPlainString() + " +"
                        + row.amounts().deposits().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void daysWithoutTheProcessAreMadeUpForOnceAfterARestart() {
        Person person = suite.person("ann");
        buy(person, "0.1");
        LocalDate today = localToday();
        suite.stop();
        suite.start();
        suite.price("BINANCE:BTCUSDT", "50000");

        var clock = new FixedClock(suite.bean(Clock.class).instant().plus(Duration.ofDays(3)));
        Snapshots later = snapshotsAt(clock);
        assertEquals(3, later.take(lane(person), later.today()));
        assertEquals(0, later.take(lane(person), later.today()), "a day is written once");

        // 100000 paid in; 0.1 bought at 50010 with a fee of 5.001, and no price is newer than that of the fill.
        String rest = " 99994.999 +";
        assertEquals(
                List.of(today + rest + "100000", today.plusDays(1) + rest + "0", today.plusDays(2) + rest + "0"),
                days(person, "USDT"));
    }

    private static void endAtSnapshot(String name) {
        if (name.equals("CP27")) {
            throw new IllegalStateException(name);
        }
    }

    @Test
    void aCrashBeforeTheCommitLeavesNothingAndTheNextRunWritesTheSame() {
        Person person = suite.person("bob");
        buy(person, "0.2");
        var clock = new FixedClock(suite.bean(Clock.class).instant().plus(Duration.ofDays(2)));
        Snapshots later = snapshotsAt(clock);
        try (var _ = CrashPoint.arm(SnapshotsIT::endAtSnapshot)) {
            assertThrows(IllegalStateException.class, () -> later.take(lane(person), later.today()));
        }
        assertEquals(List.of(), days(person, "USDT"));
        later.take(lane(person), later.today());
        assertEquals(2, days(person, "USDT").size());
    }

    @Test
    void aDepositOfTheDayIsNoProfit() {
        Person person = suite.person("carl");
        buy(person, "0.1");
        var paid = person.post("/portfolio/cash-flows", UUID.randomUUID().toString(), """
                {"type":"DEPOSIT","currency":"USDT","amount":"5000"}""");
        assertEquals(201, paid.status(), () -> paid.raw().body());
        var clock = new FixedClock(suite.bean(Clock.class).instant().plus(Duration.ofDays(1)));
        Snapshots later = snapshotsAt(clock);
        later.take(lane(person), later.today());
        assertEquals(List.of(localToday() + " 104994.999 +105000"), days(person, "USDT"));
    }
}
