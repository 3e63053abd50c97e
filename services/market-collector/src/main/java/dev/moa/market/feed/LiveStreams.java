package dev.moa.market.feed;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.candle.CandleStream;
import dev.moa.market.candle.Candles;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The live candle stream of each instrument, taken up where the last run left it. */
@Singleton
class LiveStreams {
    private final Candles candles;
    private final Map<InstrumentId, CandleStream> streams = new ConcurrentHashMap<>();
    private final Set<InstrumentId> takenUp = ConcurrentHashMap.newKeySet();

    LiveStreams(Candles candles) {
        this.candles = candles;
    }

    /** Asks nobody; it may not be taken up yet. */
    CandleStream of(InstrumentId instrument) {
        return streams.computeIfAbsent(instrument, CandleStream::live);
    }

    /** The stream with what an earlier run left open in it; asks the database the first time. */
    CandleStream takenUp(InstrumentId instrument) {
        CandleStream stream = of(instrument);
        if (!takenUp.contains(instrument)) {
            candles.resume(stream);
            takenUp.add(instrument);
        }
        return stream;
    }

    Collection<CandleStream> all() {
        return streams.values();
    }
}
