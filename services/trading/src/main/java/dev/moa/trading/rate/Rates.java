package dev.moa.trading.rate;

import dev.moa.domain.rate.Rate;
import dev.moa.domain.rate.RateBook;
import dev.moa.platform.problem.Problem;
import dev.moa.platform.settings.CommonSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Stored rates of exchange: the market's own, and those a person sets for their own figures. */
@Singleton
public class Rates {
    private final RateStore store;
    private final CommonSettings settings;
    private final Clock clock;

    Rates(RateStore store, CommonSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** The rates that count for this person. */
    public RateBook of(UUID userId) {
        return new RateBook(store.upTo(userId, today()));
    }

    /** The day it is where the household lives. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    List<RateView> latest(UUID userId) {
        return store.latest(userId).stream().map(RateView::of).toList();
    }

    /** Sets a rate for this person's own figures. */
    RateView set(UUID userId, RateRequest wanted) {
        Rate rate = wanted.rate(today());
        if (rate.day().isAfter(today())) {
            throw Problem.invalid().field("day", "must not lie in the future");
        }
        store.set(userId, rate, clock.instant());
        return RateView.of(new RateStore.Owned(rate, true));
    }
}
