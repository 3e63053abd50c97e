package dev.moa.domain;

import dev.moa.domain.candle.Candle;
import dev.moa.domain.instrument.FeeRates;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.TickSize;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Short ways to write down what the tests are about. */
public final class Samples {
    public static final Instant T0 = Instant.parse("2024-08-08T00:00:00Z");
    public static final AccountId ACCOUNT = new AccountId(new UUID(7, 7));
    public static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));
    public static final Instrument ETH = VenueRules.instrument(InstrumentId.parse("BINANCE:ETHUSDT"));

    private static long ids;

    private Samples() {}

    public static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    public static Price price(String number) {
        return Price.of(number);
    }

    public static Quantity qty(String number) {
        return Quantity.of(number);
    }

    public static Money usdt(String amount) {
        return Money.of(amount, "USDT");
    }

    public static Instant minute(int n) {
        return T0.plus(Duration.ofMinutes(n));
    }

    public static Candle candle(int minute, String open, String high, String low, String close) {
        return Candle.of(minute(minute), dec(open), dec(high), dec(low), dec(close), BigDecimal.ONE);
    }

    /** Anything priced in dollars, on a grid too fine to matter. */
    public static Instrument plain(String id, FeeRates fees) {
        return new Instrument(
                InstrumentId.parse(id),
                Currency.of("X"),
                Currency.USD,
                TickSize.fixed("0.000000000001"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                fees);
    }

    public static Order order(OrderRequest request, String reference) {
        return Order.create(new OrderId(new UUID(1, ++ids)), ACCOUNT, request, price(reference), T0);
    }

    public static Order limit(Side side, String quantity, String price) {
        return order(OrderRequest.limit(BTC, side, qty(quantity), price(price)), price);
    }

    public static Order market(Side side, String quantity, String reference) {
        return order(OrderRequest.market(BTC, side, qty(quantity)), reference);
    }

    public static Fill fill(String id, String quantity, String price, String fee) {
        return new Fill(new FillId(id), price(price), qty(quantity), usdt(fee), T0, T0);
    }

    public static OrderEvent filled(Order order, Fill fill) {
        return new OrderEvent.Filled(order.id(), fill, T0, "test");
    }

    public static OrderEvent submitted(Order order) {
        return new OrderEvent.Submitted(order.id(), T0, "test");
    }
}
