package dev.moa.trading.simulation;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Money;
import dev.moa.trading.simulation.Chance.Fault;
import java.util.UUID;

/** One run: people, a trading process, its database, a queue, a venue, and what goes wrong between them. */
final class World {
    static final AccountId ACCOUNT = new AccountId(new UUID(7, 7));
    static final Money PURSE = Money.of("1000000", "USDT");
    static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));

    private static final int FAULTS_AT_LEAST = 20;
    private static final int STEPS_AT_MOST = 200_000;
    private static final long CALM = 200_000;

    private final long seed;
    private final Controls controls;
    private final Coverage coverage;
    private final Chance chance;
    private final VirtualTime time = new VirtualTime();
    private final ModelStore store = new ModelStore(Portfolio.opened(ACCOUNT, PURSE));
    private final ModelVenue venue;
    private final ModelQueue queue;
    private final ModelProcess process;
    private final People people;

    World(long seed, Controls controls, Coverage coverage) {
        this.seed = seed;
        this.controls = controls;
        this.coverage = coverage;
        this.chance = new Chance(seed);
        this.venue = new ModelVenue(ModelVenue.Ids.values()[(int) Math.floorMod(seed, 3L)], chance, time);
        this.queue = new ModelQueue(this);
        this.process = new ModelProcess(this);
        this.people = new People(this);
    }

    /** Runs until enough has gone wrong, lets everything heal, and checks what is left. */
    void run() {
        time.in(0, process::start);
        every(700, () -> {
            if (!chance.isHealed()) {
                venue.tick();
            }
        });
        every(30_000, queue::sweep);
        people.begin();
        int steps = 0;
        while (chance.faults() < FAULTS_AT_LEAST || people.wishes() < 12) {
            step(++steps);
        }
        people.rest();
        chance.heal();
        for (long end = time.millis() + CALM; time.millis() < end; ) {
            step(++steps);
        }
        new Verdict(this).check();
        coverage.add(chance.counted());
    }

    private void step(int steps) {
        if (steps > STEPS_AT_MOST) {
            throw new AssertionError("it never comes to rest");
        }
        time.step();
    }

    private void every(long millis, Runnable action) {
        time.in(millis, () -> {
            action.run();
            every(millis, action);
        });
    }

    /** Whether a report of the stream is lost, doubled or late on its way to the process; told however often it arrives. */
    void stream(Runnable told) {
        if (chance.strikes(Fault.REPORT_LOST, 25)) {
            return;
        }
        int times = chance.strikes(Fault.REPORT_TWICE, 20) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            long late = chance.strikes(Fault.REPORT_LATE, 15) ? chance.between(50, 40_000) : 0;
            time.in(1 + chance.below(30) + late, told);
        }
    }

    long seed() {
        return seed;
    }

    Controls controls() {
        return controls;
    }

    Coverage coverage() {
        return coverage;
    }

    Chance chance() {
        return chance;
    }

    VirtualTime time() {
        return time;
    }

    ModelStore store() {
        return store;
    }

    ModelVenue venue() {
        return venue;
    }

    ModelQueue queue() {
        return queue;
    }

    ModelProcess process() {
        return process;
    }

    People people() {
        return people;
    }
}
