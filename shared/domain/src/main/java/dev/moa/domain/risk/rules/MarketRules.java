package dev.moa.domain.risk.rules;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskContext;
import dev.moa.domain.risk.RiskRule;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the market itself, or what is known of it, speaks against an entry. */
final class MarketRules {
    static final List<RiskRule> ALL =
            List.of(MarketRules::duplicate, MarketRules::volatility, MarketRules::indexShock, MarketRules::staleQuote);

    private MarketRules() {}

    static Optional<Refusal> duplicate(RiskContext order) {
        BigDecimal seconds = order.limits().number(Limit.DUPLICATE_SECONDS);
        if (seconds == null) {
            return Optional.empty();
        }
        Instant from = order.facts().now().minusSeconds(seconds.longValue());
        return order.facts()
                .lastPlaced(order.request())
                .filter(last -> last.isAfter(from))
                .map(last -> Words.refusal(
                        "duplicate_order",
                        order.facts().level(),
                        "The same order was placed at %s, less than %s seconds ago"
                                .formatted(last, Words.plain(seconds))));
    }

    static Optional<Refusal> volatility(RiskContext order) {
        return moved(
                order, order.instrument().id(), Limit.VOLATILITY_PCT, Limit.VOLATILITY_WINDOW_MINUTES, "volatility");
    }

    static Optional<Refusal> indexShock(RiskContext order) {
        return moved(
                order,
                leaderOf(order.instrument().id()),
                Limit.INDEX_SHOCK_PCT,
                Limit.INDEX_SHOCK_WINDOW_MINUTES,
                "index_shock");
    }

    private static Optional<Refusal> moved(
            RiskContext order, InstrumentId instrument, Limit limit, Limit window, String code) {
        BigDecimal bound = order.limits().number(limit);
        if (bound == null) {
            return Optional.empty();
        }
        BigDecimal minutes = order.limits().number(window);
        return order.facts()
                .range(instrument, Duration.ofMinutes(minutes.longValue()))
                .map(PriceRange::percent)
                .filter(percent -> percent.compareTo(bound) > 0)
                .map(percent -> Words.refusal(
                        code,
                        order.facts().level(),
                        "%s moved %s within %s minutes, more than %s; entries pause"
                                .formatted(
                                        instrument,
                                        Words.percent(percent),
                                        Words.plain(minutes),
                                        Words.percent(bound))));
    }

    /** What stands for the whole market: bitcoin in won at Upbit, elsewhere in dollars; for Korean stocks the KOSPI 200 fund. */
    static InstrumentId leaderOf(InstrumentId instrument) {
        return switch (instrument.venue()) {
            case "UPBIT" -> new InstrumentId("UPBIT", "KRW-BTC");
            case "KRX" -> new InstrumentId("KRX", "069500");
            default -> new InstrumentId("BINANCE", "BTCUSDT");
        };
    }

    static Optional<Refusal> staleQuote(RiskContext order) {
        BigDecimal seconds = order.limits().number(Limit.STALE_QUOTE_SECONDS);
        if (seconds == null || order.market() == null) {
            return Optional.empty();
        }
        InstrumentId instrument = order.instrument().id();
        Instant heard = order.facts().heard(instrument).orElse(Instant.MIN);
        return heard.isBefore(order.facts().now().minusSeconds(seconds.longValue()))
                ? Optional.of(Words.refusal(
                        "stale_quote",
                        order.facts().level(),
                        "The latest price of %s is older than %s seconds".formatted(instrument, Words.plain(seconds))))
                : Optional.empty();
    }

    /** A price far off the market is a slip of the finger, also when something is to be closed. */
    static Optional<Refusal> priceCollar(RiskContext order) {
        BigDecimal bound = order.limits().number(Limit.PRICE_COLLAR_PCT);
        Price own = order.request().price();
        if (bound == null || own == null || order.market() == null) {
            return Optional.empty();
        }
        BigDecimal market = order.market().value();
        BigDecimal percent = Decimals.ratio(own.value().subtract(market).abs().multiply(Decimals.HUNDRED), market);
        return percent.compareTo(bound) <= 0
                ? Optional.empty()
                : Optional.of(Words.refusal(
                        "price_collar",
                        order.facts().level(),
                        "The price %s lies %s from the market's %s, more than %s"
                                .formatted(own, Words.percent(percent), order.market(), Words.percent(bound))));
    }
}
