package dev.moa.trading.rehearsal;

import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.MarginBrackets;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Protection;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.strategy.PositionSizing;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.price.QuoteBoard;
import dev.moa.trading.signal.AlertRuns;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sizes an entry as a strategy would and counts what it can lose. */
@Singleton
class RiskSimulation {
    private static final BigDecimal MUCH = BigDecimal.valueOf(5);

    private final AccountLanes lanes;
    private final QuoteBoard quotes;
    private final AlertRuns candles;

    RiskSimulation(AccountLanes lanes, QuoteBoard quotes, AlertRuns candles) {
        this.lanes = lanes;
        this.quotes = quotes;
        this.candles = candles;
    }

    /** @param leverage 1 for what is paid in full */
    private record Entry(Instrument instrument, Direction direction, Price price, int leverage, Protection exits) {
        Price away(Percent distance, int sign) {
            BigDecimal moved = sign > 0 ? distance.value() : distance.value().negate();
            return moved.compareTo(Decimals.HUNDRED.negate()) <= 0 ? null : price.moved(moved);
        }

        Price stop() {
            return exits.stopLoss() == null ? null : away(exits.stopLoss(), -direction.sign());
        }

        Price target() {
            return exits.takeProfit() == null ? null : away(exits.takeProfit(), direction.sign());
        }

        BigDecimal fees(Quantity quantity, Price exit) {
            return price.value()
                    .add(exit.value())
                    .multiply(quantity.value())
                    .multiply(instrument.fees().taker());
        }
    }

    RiskSimulationView of(UUID userId, RiskSimulationRequest request) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(request.instrument()));
        StrategySettings settings = request.settings();
        Direction direction = request.isShort() ? Direction.SHORT : Direction.LONG;
        int leverage = instrument.isMargined() ? settings.leverage() : 1;
        if (request.isShort() && !instrument.isMargined()) {
            throw Problem.refused("no_short", "What is paid in full cannot be sold short.");
        }
        if (instrument.isMargined()) {
            MarginBrackets.of(instrument).checked(leverage);
        }
        Entry entry =
                new Entry(instrument, direction, price(instrument, request), leverage, settings.protection(direction));
        PositionSizing sizing = settings.positionSizing();
        if (sizing.candlesNeeded() > 0) {
            Interval timeframe = request.timeframe() == null ? Interval.H1 : Interval.of(request.timeframe());
            candles.latest(instrument.id(), timeframe, sizing.candlesNeeded(), sizing::onCandle);
        }
        AccountLane lane = lanes.of(userId, request.accountId());
        return lane.call(turn -> view(turn.book(), entry, sizing, settings));
    }

    private Price price(Instrument instrument, RiskSimulationRequest request) {
        return request.entryPrice() != null
                ? new Price(request.entryPrice())
                : quotes.lookUp(instrument.id())
                        .orElseThrow(() ->
                                Problem.refused("no_price", "There is no current price for " + instrument.id() + "."))
                        .last();
    }

    private static RiskSimulationView view(
            Portfolio book, Entry entry, PositionSizing sizing, StrategySettings settings) {
        Instrument instrument = entry.instrument();
        Quantity quantity = sizing.quantity(instrument, book, entry.price());
        BigDecimal value = entry.price().times(quantity);
        BigDecimal margin = value.divide(BigDecimal.valueOf(entry.leverage()), Decimals.RATIO_SCALE, RoundingMode.UP);
        Price liquidation = quantity.isZero() || !instrument.isMargined()
                ? null
                : MarginBrackets.of(instrument)
                        .liquidationPrice(entry.direction().sign(), quantity, value, margin);
        BigDecimal loss = loss(entry, quantity, margin, liquidation);
        BigDecimal equity = book.equity(instrument.quote());
        BigDecimal lossPct = equity.signum() <= 0 ? BigDecimal.ZERO : share(loss, equity);
        return new RiskSimulationView(
                money(loss),
                liquidation == null ? null : liquidation.value(),
                ratio(entry, quantity, loss),
                quantity.value(),
                warnings(entry, quantity, liquidation, lossPct, settings),
                money(value),
                money(margin),
                entry.price().value(),
                value(entry.stop()),
                value(entry.target()),
                lossPct,
                entry.leverage(),
                instrument.quote().code());
    }

    /** At the stop with both fees; never more than what is put in, where the venue would end it sooner. */
    private static BigDecimal loss(Entry entry, Quantity quantity, BigDecimal margin, Price liquidation) {
        Price stop = entry.stop();
        boolean endedBefore = stop == null
                || liquidation != null
                        && (entry.direction() == Direction.LONG
                                ? !stop.isAbove(liquidation)
                                : !stop.isBelow(liquidation));
        if (endedBefore) {
            return margin;
        }
        BigDecimal distance = entry.price().value().subtract(stop.value()).abs();
        return distance.multiply(quantity.value()).add(entry.fees(quantity, stop));
    }

    private static BigDecimal ratio(Entry entry, Quantity quantity, BigDecimal loss) {
        Price target = entry.target();
        if (target == null || entry.stop() == null || loss.signum() == 0) {
            return null;
        }
        BigDecimal distance = target.value().subtract(entry.price().value()).abs();
        BigDecimal gain = distance.multiply(quantity.value()).subtract(entry.fees(quantity, target));
        return gain.divide(loss, 2, RoundingMode.HALF_EVEN);
    }

    private static List<String> warnings(
            Entry entry, Quantity quantity, Price liquidation, BigDecimal lossPct, StrategySettings settings) {
        List<String> warnings = new ArrayList<>();
        if (settings.leverage() > 3) {
            warnings.add("Leverage above 3 can lose the whole investment within one day.");
        }
        if (!entry.instrument().isMargined() && settings.leverage() > 1) {
            warnings.add("This instrument is paid in full; the leverage is not used.");
        }
        if (entry.stop() == null) {
            warnings.add("Without a stop everything that is put in can be lost.");
        } else if (liquidation != null && stopIsBeyond(entry, liquidation)) {
            warnings.add("The venue would liquidate the position before the stop is reached.");
        }
        if (lossPct.compareTo(MUCH) > 0) {
            warnings.add("One loss would cost more than 5 % of the equity.");
        }
        if (quantity.isZero()) {
            warnings.add(
                    "The account cannot pay for the smallest quantity, or the instrument's movement is not known yet.");
        } else if (entry.price().times(quantity).compareTo(entry.instrument().minNotional()) < 0) {
            warnings.add("The order would be below the venue's minimum of "
                    + entry.instrument().minNotional().toPlainString() + " "
                    + entry.instrument().quote() + ".");
        }
        return warnings;
    }

    private static boolean stopIsBeyond(Entry entry, Price liquidation) {
        return entry.direction() == Direction.LONG
                ? !entry.stop().isAbove(liquidation)
                : !entry.stop().isBelow(liquidation);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return Decimals.canonical("share", part.multiply(Decimals.HUNDRED).divide(whole, 4, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal money(BigDecimal amount) {
        return Decimals.canonical("amount", amount.setScale(8, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal value(Price price) {
        return price == null ? null : price.value();
    }
}
