package dev.moa.domain.risk.facts;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a book alone can tell: no history, no market. Enough for a backtest. */
public final class PortfolioFacts implements RiskFacts {
    private final Portfolio portfolio;

    public PortfolioFacts(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** What is at stake in this book; an order against a position counts as leaving it. */
    public static Map<InstrumentId, Exposure> exposures(Portfolio portfolio) {
        Map<InstrumentId, Exposure> exposures = new TreeMap<>();
        for (Position position : portfolio.positions()) {
            BigDecimal held = portfolio.markOf(position).times(position.quantity());
            add(
                    exposures,
                    new Exposure(
                            position.instrument().id(), position.instrument().quote(), held, BigDecimal.ZERO));
        }
        for (Order order : portfolio.openOrders()) {
            if (isEntry(portfolio, order)) {
                BigDecimal entering = order.reference().times(order.remaining());
                add(
                        exposures,
                        new Exposure(order.instrument().id(), order.instrument().quote(), BigDecimal.ZERO, entering));
            }
        }
        return exposures;
    }

    private static void add(Map<InstrumentId, Exposure> exposures, Exposure one) {
        exposures.merge(one.instrument(), one, Exposure::plus);
    }

    private static boolean isEntry(Portfolio portfolio, Order order) {
        Position held = portfolio.position(order.instrument().id()).orElse(null);
        return !order.request().reduceOnly()
                && (held == null || held.direction().exit() != order.side());
    }

    @Override
    public RiskLevel level() {
        return null;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public Purse purse(Currency currency) {
        BigDecimal equity = portfolio.equity(currency);
        BigDecimal profit = portfolio.dayProfit(currency);
        return new Purse(equity, profit, BigDecimal.ZERO, equity, profit.max(BigDecimal.ZERO));
    }

    @Override
    public Collection<Exposure> exposures() {
        return exposures(portfolio).values();
    }

    @Override
    public int tradesToday() {
        return 0;
    }

    @Override
    public boolean isLocked(Currency currency) {
        return false;
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public Optional<Instant> lastPlaced(OrderRequest request) {
        return Optional.empty();
    }

    @Override
    public Optional<PriceRange> range(InstrumentId instrument, Duration window) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> heard(InstrumentId instrument) {
        return Optional.empty();
    }
}
