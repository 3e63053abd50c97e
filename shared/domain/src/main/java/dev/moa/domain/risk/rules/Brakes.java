package dev.moa.domain.risk.rules;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Percent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The limits that close a level for every entry in a currency, however small: losses and the number of trades. */
public final class Brakes {
    private final RiskLimits limits;
    private final RiskFacts facts;
    private final Currency currency;

    public Brakes(RiskLimits limits, RiskFacts facts, Currency currency) {
        this.limits = limits;
        this.facts = facts;
        this.currency = currency;
    }

    /** Those that are set, in a fixed order. */
    public List<Gauge> gauges() {
        List<Gauge> gauges = new ArrayList<>();
        dailyLoss().ifPresent(gauges::add);
        realizedLoss().ifPresent(gauges::add);
        drawdown().ifPresent(gauges::add);
        profitLock().ifPresent(gauges::add);
        dailyTrades().ifPresent(gauges::add);
        Pauses pauses = new Pauses(limits, facts);
        pauses.lossesInARow().ifPresent(gauges::add);
        pauses.stopLosses().ifPresent(gauges::add);
        return gauges;
    }

    Optional<Gauge> dailyLoss() {
        return loss(
                Limit.DAILY_LOSS,
                "daily_loss_limit",
                "Today's loss of %s has reached the limit of %s; only reducing orders are taken");
    }

    Optional<Gauge> realizedLoss() {
        return loss(
                Limit.DAILY_REALIZED_LOSS,
                "daily_realized_loss",
                "The loss of %s taken today has reached the limit of %s; only reducing orders are taken");
    }

    Optional<Gauge> drawdown() {
        return loss(
                Limit.MAX_DRAWDOWN,
                "max_drawdown",
                "The equity is %s below its peak, which reaches the limit of %s; only reducing orders are taken");
    }

    private Optional<Gauge> loss(Limit limit, String code, String sentence) {
        if (!limits.has(limit)) {
            return Optional.empty();
        }
        Purse purse = facts.purse(currency);
        BigDecimal loss = lossOf(limit, purse).max(BigDecimal.ZERO);
        BigDecimal bound = limits.cap(limit).in(currency, baseOf(limit, purse));
        boolean reached = bound != null && loss.signum() > 0 && loss.compareTo(bound) >= 0;
        Refusal refusal = reached
                ? Words.refusal(
                        code,
                        facts.level(),
                        sentence.formatted(Words.money(loss, currency), Words.money(bound, currency)))
                : null;
        return Optional.of(new Gauge(limit, currency.code(), loss, bound, null, refusal));
    }

    private static BigDecimal lossOf(Limit limit, Purse purse) {
        return switch (limit) {
            case DAILY_LOSS -> purse.dayProfit().negate();
            case DAILY_REALIZED_LOSS -> purse.dayRealized().negate();
            default -> purse.peak().subtract(purse.equity());
        };
    }

    private static BigDecimal baseOf(Limit limit, Purse purse) {
        return limit == Limit.MAX_DRAWDOWN ? purse.peak() : purse.dayStart();
    }

    Optional<Gauge> profitLock() {
        if (!limits.has(Limit.PROFIT_LOCK)) {
            return Optional.empty();
        }
        Purse purse = facts.purse(currency);
        BigDecimal from = limits.cap(Limit.PROFIT_LOCK).in(currency, purse.dayStart());
        boolean locked = facts.isLocked(currency) || isLocked(limits, purse, currency);
        Refusal refusal = locked
                ? Words.refusal(
                        "profit_lock",
                        facts.level(),
                        "Today's profit was %s and is %s now; entries are closed until tomorrow to keep it"
                                .formatted(
                                        Words.money(purse.dayBest(), currency),
                                        Words.money(purse.dayProfit(), currency)))
                : null;
        return Optional.of(new Gauge(Limit.PROFIT_LOCK, currency.code(), purse.dayBest(), from, null, refusal));
    }

    /** Whether the day's profit has come far enough and gone back too far. */
    public static boolean isLocked(RiskLimits limits, Purse purse, Currency currency) {
        BigDecimal from = limits.cap(Limit.PROFIT_LOCK).in(currency, purse.dayStart());
        if (from == null || purse.dayBest().signum() <= 0 || purse.dayBest().compareTo(from) < 0) {
            return false;
        }
        BigDecimal givenBack = new Percent(limits.number(Limit.PROFIT_LOCK_GIVE_BACK_PCT)).of(purse.dayBest());
        return purse.dayBest().subtract(purse.dayProfit()).compareTo(givenBack) >= 0
                && purse.dayProfit().compareTo(purse.dayBest()) < 0;
    }

    Optional<Gauge> dailyTrades() {
        BigDecimal bound = limits.number(Limit.MAX_DAILY_TRADES);
        if (bound == null) {
            return Optional.empty();
        }
        BigDecimal used = BigDecimal.valueOf(facts.tradesToday());
        Refusal refusal = used.compareTo(bound) >= 0
                ? Words.refusal(
                        "max_daily_trades",
                        facts.level(),
                        "Today's %s trades are used up".formatted(Words.plain(bound)))
                : null;
        return Optional.of(new Gauge(Limit.MAX_DAILY_TRADES, null, used, bound, null, refusal));
    }
}
