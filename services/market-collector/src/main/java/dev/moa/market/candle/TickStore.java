package dev.moa.market.candle;

import dev.moa.domain.instrument.InstrumentId;
import java.time.Instant;
import java.util.List;

/** Where ticks lie; a trade is there once, whoever brings it and how often. */
interface TickStore {
    /** What was new: how many ticks, and in which minutes. */
    record Inserted(int count, List<Instant> minutes) {}

    /** Makes room for ticks of this time, in a transaction of its own. */
    void prepare(Instant first, Instant last);

    Inserted insert(InstrumentId instrument, List<Tick> ticks);

    /** The latest, oldest of them first. */
    List<Tick> latest(InstrumentId instrument, int limit);

    /** Drops days of ticks that have been here longer than this. Answers how many, 0 where the database does it itself. */
    int dropOld(int days);
}
