package dev.moa.trading.risk;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.StrategyId;
import dev.moa.trading.risk.market.PriceHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One level, added up from the figures of its accounts. */
final class LevelFacts implements RiskFacts {
    /** What does not depend on the level. */
    record Surroundings(PriceHistory prices, Instant now, LocalDate today) {}

    /** The highest that these accounts were worth together. */
    @FunctionalInterface
    interface PeakOf {
        BigDecimal of(Currency currency, Collection<? extends AccountFigures> accounts);
    }

    private final RiskLevel level;
    private final Collection<? extends AccountFigures> accounts;
    private final StrategyId strategy;
    private final Surroundings around;
    private PeakOf peaks;

    private LevelFacts(
            RiskLevel level, Collection<? extends AccountFigures> accounts, StrategyId strategy, Surroundings around) {
        this.level = level;
        this.accounts = accounts;
        this.strategy = strategy;
        this.around = around;
    }

    static LevelFacts of(RiskLevel level, Collection<? extends AccountFigures> accounts, Surroundings around) {
        return new LevelFacts(level, accounts, null, around);
    }

    /** The same where several accounts have a peak of their own together. */
    LevelFacts withPeaks(PeakOf known) {
        peaks = known;
        return this;
    }

    /** A strategy has its account's equity; its trades, exits and profit, open positions included, are its own. */
    static LevelFacts of(StrategyId strategy, AccountFigures account, Surroundings around) {
        return new LevelFacts(RiskLevel.STRATEGY, List.of(account), strategy, around);
    }

    @Override
    public RiskLevel level() {
        return level;
    }

    @Override
    public Instant now() {
        return around.now();
    }

    @Override
    public Purse purse(Currency currency) {
        Purse sum = accounts.stream().map(one -> one.purse(currency)).reduce(Purse.EMPTY, Purse::plus);
        if (strategy == null) {
            return peaks == null || accounts.size() < 2
                    ? sum
                    : new Purse(
                            sum.equity(),
                            sum.dayProfit(),
                            sum.dayRealized(),
                            peaks.of(currency, accounts),
                            sum.dayBest());
        }
        AccountFigures account = accounts.iterator().next();
        BigDecimal taken = BigDecimal.ZERO;
        BigDecimal best = BigDecimal.ZERO;
        for (Exit exit : exits()) {
            if (exit.currency().equals(currency) && !exit.at().isBefore(account.dayStart())) {
                taken = taken.add(exit.profit());
                best = best.max(taken);
            }
        }
        BigDecimal open =
                account.openProfits().getOrDefault(strategy.value(), Map.of()).getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal profit = taken.add(open);
        return new Purse(sum.equity(), profit, taken, sum.peak(), best.max(profit));
    }

    @Override
    public Collection<Exposure> exposures() {
        Map<InstrumentId, Exposure> sum = new HashMap<>();
        accounts.forEach(
                account -> account.exposures().forEach(one -> sum.merge(one.instrument(), one, Exposure::plus)));
        return sum.values();
    }

    @Override
    public int tradesToday() {
        return strategy == null
                ? accounts.stream()
                        .mapToInt(account -> account.tradesOn(around.today()))
                        .sum()
                : accounts.stream()
                        .filter(account -> account.day().equals(around.today()))
                        .mapToInt(account -> account.trades().getOrDefault(strategy.value(), 0))
                        .sum();
    }

    @Override
    public boolean isLocked(Currency currency) {
        return strategy == null
                && accounts.stream().anyMatch(one -> one.locked().contains(currency));
    }

    @Override
    public List<Exit> exits() {
        if (accounts.size() == 1 && strategy == null) {
            return accounts.iterator().next().exits();
        }
        List<Exit> exits = new ArrayList<>();
        for (AccountFigures account : accounts) {
            for (Exit exit : account.exits()) {
                if (strategy == null || strategy.equals(exit.strategy())) {
                    exits.add(exit);
                }
            }
        }
        exits.sort(Comparator.comparing(Exit::at));
        return exits;
    }

    @Override
    public Optional<Instant> lastPlaced(OrderRequest request) {
        return accounts.stream()
                .flatMap(account -> account.lastPlaced(request).stream())
                .findFirst();
    }

    @Override
    public Optional<PriceRange> range(InstrumentId instrument, Duration window) {
        return around.prices().range(instrument, window);
    }

    @Override
    public Optional<Instant> heard(InstrumentId instrument) {
        return around.prices().heard(instrument);
    }
}
