package dev.moa.domain.portfolio;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.Order;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The part of a {@link Portfolio} that is held on margin: leverage, what positions hold and what open orders set aside. */
final class Contracts {
    private final Map<InstrumentId, Position> positions;
    private final Map<InstrumentId, Integer> leverage = new TreeMap<>();
    private final MarginReserve reserve = new MarginReserve();

    Contracts(Map<InstrumentId, Position> positions) {
        this.positions = positions;
    }

    int leverage(InstrumentId instrument) {
        return leverage.getOrDefault(instrument, 1);
    }

    Map<InstrumentId, Integer> leverages() {
        return Map.copyOf(leverage);
    }

    void lever(InstrumentId instrument, int times) {
        leverage.put(instrument, times);
    }

    void placed(Order order, boolean isOpen) {
        if (isOpen) {
            reserve.put(order);
        } else {
            reserve.remove(order);
        }
        recount(order.instrument());
    }

    void recount(Instrument instrument) {
        if (instrument.isMargined()) {
            reserve.recount(instrument.id(), positions.get(instrument.id()), leverage(instrument.id()));
        }
    }

    BigDecimal reserved(Currency currency) {
        return reserve.of(currency);
    }

    BigDecimal margin(Currency currency) {
        BigDecimal margin = BigDecimal.ZERO;
        for (Position position : positions.values()) {
            if (position.instrument().isMargined()
                    && position.instrument().quote().equals(currency)) {
                margin = margin.add(position.margin().held());
            }
        }
        return margin;
    }

    BigDecimal needed(Instrument instrument, Side side, Quantity quantity, Price price) {
        Position held = positions.get(instrument.id());
        BigDecimal closing = held != null && held.direction().exit() == side ? reserve.closable(held) : BigDecimal.ZERO;
        BigDecimal value =
                price.value().multiply(quantity.value().subtract(closing).max(BigDecimal.ZERO));
        return Margin.initial(value, leverage(instrument.id()))
                .add(value.multiply(instrument.fees().taker()));
    }

    /** What a position receives (above zero) or pays: the long side pays a rate above zero. */
    Money payment(Position position, Price mark, BigDecimal rate) {
        BigDecimal amount = position.notional(mark).multiply(rate);
        return new Money(
                position.direction() == Direction.LONG ? amount.negate() : amount,
                position.instrument().quote());
    }
}
