package dev.moa.domain.market;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.KrxCalendar;
import dev.moa.domain.instrument.MarginBrackets;
import dev.moa.domain.instrument.Session;
import dev.moa.domain.instrument.Session.Phase;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.OrderType;
import dev.moa.domain.order.TimeInForce;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.Refusal;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a market takes an order now. What holds by type: a limit order is taken in the auctions, in the continuous session, and in
 * the evening and early markets; a market order in the auctions and the continuous session; orders that must trade at once are not
 * for auctions. Outside nothing is taken, and the answer says when it will be. Orders that wait for a trigger are kept by us and may
 * come at any time; so may exits that a price itself set off, because a price is the proof that the market trades.
 */
public final class EntryRules {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
            .withZone(KrxCalendar.SEOUL);
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final OrderRequest request;
    private final Instrument instrument;
    private final MarketState state;

    private EntryRules(OrderRequest request, MarketState state) {
        this.request = request;
        this.instrument = request.instrument();
        this.state = state;
    }

    /**
     * Every reason against this order, none when the market takes it.
     *
     * @param now by the market's clock; null when prices are replayed of a candle file, which knows no sessions
     */
    public static List<Refusal> check(OrderRequest request, MarketState state, Instant now) {
        EntryRules rules = new EntryRules(request, state);
        List<Refusal> reasons = new ArrayList<>();
        if (now != null) {
            rules.session(now, reasons);
            rules.limits(now, reasons);
        }
        return reasons;
    }

    /**
     * Whether the position that this order leads to is too large for its leverage.
     *
     * @param market what the order would trade at now; null when unknown
     */
    public static List<Refusal> size(OrderRequest request, Price market, Portfolio book) {
        Instrument contract = request.instrument();
        Price price = request.price() != null ? request.price() : market;
        Quantity quantity = request.quantity();
        if (!contract.isMargined() || request.reduceOnly() || price == null || quantity == null) {
            return List.of();
        }
        int leverage = book.leverage(contract.id());
        BigDecimal most = MarginBrackets.of(contract).maxValue(leverage);
        BigDecimal value = price.value().multiply(after(request, quantity, book).abs());
        return most == null || value.compareTo(most) <= 0
                ? List.of()
                : List.of(new Refusal(
                        "leverage_bracket",
                        "With leverage %d a position in %s may be worth up to %s %s; choose a lower leverage for more."
                                .formatted(leverage, contract.id(), most.toPlainString(), contract.quote())));
    }

    private static BigDecimal after(OrderRequest request, Quantity quantity, Portfolio book) {
        BigDecimal held = book.position(request.instrument().id())
                .map(Position::signedQuantity)
                .orElse(BigDecimal.ZERO);
        return held.add(
                quantity.value().multiply(BigDecimal.valueOf(request.side().sign())));
    }

    private void session(Instant now, List<Refusal> reasons) {
        if (state.at(now) == MarketState.Trading.HALTED) {
            reasons.add(new Refusal("trading_halted", halted()));
            return;
        }
        boolean waits = request.type() != OrderType.MARKET && request.type() != OrderType.LIMIT;
        if (waits || instrument.hours().isAlwaysOpen() && state.at(now) == MarketState.Trading.OPEN) {
            return;
        }
        Session session = instrument.hours().at(now);
        boolean gathers = session.phase().isAuction() || state.at(now) == MarketState.Trading.INTERRUPTED;
        if (!session.phase().takesOrders()) {
            reasons.add(closed(now));
        } else if (request.type() == OrderType.MARKET && !session.phase().isRegular()) {
            reasons.add(new Refusal(
                    "session_order_type",
                    "Outside the main session the exchange takes no market orders; give a price."));
        } else if (gathers && mustTradeAtOnce()) {
            reasons.add(new Refusal(
                    "session_order_type",
                    "During an auction nothing trades at once, so orders that must are not taken; use DAY or GTC."));
        }
    }

    private boolean mustTradeAtOnce() {
        return request.timeInForce() == TimeInForce.IOC || request.timeInForce() == TimeInForce.FOK;
    }

    private String halted() {
        String why = state.reason() == null ? "" : " (" + state.reason() + ")";
        String until = state.until() == null ? "until further notice" : "until " + UNTIL.format(state.until()) + " UTC";
        return "Trading in " + instrument.id() + " is halted " + until + why + ".";
    }

    private Refusal closed(Instant now) {
        Session next = instrument.hours().next(now, this::takes);
        return new Refusal(
                "market_closed",
                "The exchange of %s takes no such orders now; it does again from %s (Seoul time)."
                        .formatted(instrument.id(), WHEN.format(next.begin())));
    }

    private boolean takes(Phase phase) {
        return request.type() == OrderType.MARKET ? phase.isRegular() : phase.takesOrders();
    }

    private void limits(Instant now, List<Refusal> reasons) {
        Price price = request.price();
        if (price == null) {
            return;
        }
        state.limits(instrument, instrument.hours().tradeDate(now))
                .filter(limits -> !limits.allow(price))
                .ifPresent(limits -> reasons.add(new Refusal(
                        "price_limit",
                        "The price %s lies outside today's limits of %s to %s."
                                .formatted(price, limits.lower(), limits.upper()))));
    }
}
