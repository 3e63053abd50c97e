package dev.moa.trading.rate;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.rate.Rate;
import dev.moa.domain.simulation.Quote;
import dev.moa.domain.value.Currency;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what the market says a currency costs in won: of today again and again, so that the last word of a day stays, and of days on
 * which the process was away from stored candles.
 */
@Singleton
class RateJob {
    private static final Logger LOG = LoggerFactory.getLogger(RateJob.class);
    private static final int DAYS_BACK = 30;
    private static final Duration FRESH = Duration.ofHours(1);

    private final RateStore store;
    private final QuoteBoard quotes;
    private final CommonSettings settings;
    private final Clock clock;

    RateJob(RateStore store, QuoteBoard quotes, CommonSettings settings, Clock clock) {
        this.store = store;
        this.quotes = quotes;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "5m")
    void run() {
        try {
            for (Currency currency : store.currencies()) {
                if (!currency.equals(Currency.KRW)) {
                    store(currency);
                }
            }
        } catch (DependencyAway later) {
            LOG.info("rates of exchange wait: {}", later.getMessage());
        }
    }

    private void store(Currency base) {
        InstrumentId instrument = InstrumentId.parse("UPBIT:KRW-" + base.code());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, settings.zone());
        LocalDate oldest = today.minusDays(DAYS_BACK);
        LocalDate day = store.lastDay(base, Currency.KRW)
                .filter(last -> last.isAfter(oldest))
                .orElse(oldest);
        for (; day.isBefore(today); day = day.plusDays(1)) {
            Instant end = day.plusDays(1).atStartOfDay(settings.zone()).toInstant();
            keep(base, day, store.close(instrument.toString(), end));
        }
        keep(base, today, latest(instrument, now).or(() -> store.close(instrument.toString(), now)));
    }

    private Optional<BigDecimal> latest(InstrumentId instrument, Instant now) {
        return quotes.lookUp(instrument)
                .filter(quote -> quote.at().isAfter(now.minus(FRESH)))
                .map(Quote::last)
                .map(price -> price.value());
    }

    private void keep(Currency base, LocalDate day, Optional<BigDecimal> rate) {
        rate.ifPresent(known -> store.set(RateStore.MARKET, new Rate(base, Currency.KRW, day, known), clock.instant()));
    }
}
