package dev.moa.trading.performance;

import dev.moa.domain.performance.TradeTotals;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.trading.report.ReportFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was traded, added up by the database: figures of any history fit into little memory. */
interface TradeStore {
    /** What closed trades are grouped by. */
    enum By {
        ALL,
        STRATEGY,
        INSTRUMENT
    }

    /** Which trades: of these accounts, narrowed by the filter. */
    record Scope(List<UUID> accounts, ReportFilter filter) {}

    /** Closed trades of one group, currency and day. */
    record TradeDay(String key, Currency currency, LocalDate day, TradeTotals totals) {}

    /** What fills of a day brought and cost. */
    record FillDay(LocalDate day, Currency currency, BigDecimal realized, Money fee, BigDecimal tax, long fills) {}

    /** How long closed trades were held; null while there is none. */
    record HoldingTimes(Long averageSeconds, Long medianSeconds) {}

    /** One closed trade. */
    record Trade(
            UUID positionId,
            UUID accountId,
            String instrument,
            String direction,
            Money profit,
            BigDecimal entryValue,
            Instant openedAt,
            Instant closedAt) {}

    List<TradeDay> trades(Scope scope, By by);

    HoldingTimes holdingTimes(Scope scope);

    List<FillDay> fills(Scope scope);

    /** The trades with the largest profit of each currency, or with the smallest. */
    List<Trade> extremes(Scope scope, boolean best, int perCurrency);

    /** Names of the strategies of a person, also of deleted ones. */
    List<StrategyName> strategies(UUID userId);

    record StrategyName(UUID id, String name) {}

    /** The quote currency of the latest fill. */
    Optional<Currency> lastTraded(UUID userId);
}
