package dev.moa.market.quote;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.market.candle.Charts;
import dev.moa.market.candle.GivenCandle;
import dev.moa.market.candle.Tick;
import dev.moa.market.instrument.Instruments;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.sql.SqlFailure;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last prices before a restart, from what is stored. They carry their old time, so that nobody takes them for fresh. */
@Singleton
class QuoteRestore {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteRestore.class);

    private final QuoteBoard board;
    private final Charts charts;
    private final Instruments instruments;
    private volatile boolean done;

    QuoteRestore(QuoteBoard board, Charts charts, Instruments instruments) {
        this.board = board;
        this.charts = charts;
        this.instruments = instruments;
    }

    /** True when it has happened in this call. */
    boolean tryOnce() {
        if (done) {
            return false;
        }
        try {
            long restored = instruments.all().stream()
                    .filter(instrument -> lastMove(instrument)
                            .filter(move -> board.restore(instrument, move))
                            .isPresent())
                    .count();
            done = true;
            LOG.info("{} last prices restored", restored);
            return true;
        } catch (DependencyAway away) {
            LOG.debug("last prices are restored later: {}", away.detail());
            return false;
        } catch (SqlFailure failure) {
            done = true;
            LOG.error("last prices cannot be restored", failure);
            return false;
        }
    }

    /** Whether what was stored is on the board, or cannot be. */
    boolean isDone() {
        return done;
    }

    /** The later of the last trade and the last candle. A candle only tells where the price was, so does a replayed one. */
    Optional<PriceMove> lastMove(InstrumentId instrument) {
        Optional<Tick> trade = charts.lastTrade(instrument);
        Optional<GivenCandle> candle = charts.lastCandle(instrument);
        if (trade.isPresent()
                && candle.filter(c -> c.openTime().isAfter(trade.get().time().plusSeconds(60)))
                        .isEmpty()) {
            return trade.map(
                    tick -> PriceMove.trade(QuoteSource.REPLAYED_CANDLES, tick.time(), tick.price(), BigDecimal.ZERO));
        }
        return candle.map(
                last -> PriceMove.trade(QuoteSource.REPLAYED_CANDLES, last.openTime(), last.close(), BigDecimal.ZERO));
    }
}
