package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.price;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.Samples;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.portfolio.Turnover;
import dev.moa.domain.value.PositionId;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectiveExitTest {
    @ParameterizedTest
    @CsvSource({
        // direction, stop, target, open, high, low, close, expected
        "LONG, 98, 105, 100, 104.99, 98.01, 100, none",
        "LONG, 98, 105, 100, 101, 98, 99, STOP_LOSS 98",
        "LONG, 98, 105, 97, 99, 96, 98, STOP_LOSS 97",
        "LONG, 98, 105, 100, 105, 99, 104, TAKE_PROFIT 105",
        "LONG, 98, 105, 107, 108, 106, 107, TAKE_PROFIT 107",
        "LONG, 98, 105, 100, 106, 97, 104, STOP_LOSS 98",
        "LONG, , , 100, 1000, 1, 100, none",
        "SHORT, 102, 95, 100, 101.99, 95.01, 100, none",
        "SHORT, 102, 95, 100, 102, 99, 100, STOP_LOSS 102",
        "SHORT, 102, 95, 103, 104, 101, 102, STOP_LOSS 103",
        "SHORT, 102, 95, 94, 96, 93, 95, TAKE_PROFIT 94",
        "SHORT, 102, 95, 100, 103, 94, 95, STOP_LOSS 102",
    })
    void stopComesBeforeTargetAndGapsTradeAtTheOpen(
            Direction direction,
            String stop,
            String target,
            String open,
            String high,
            String low,
            String close,
            String expected) {
        PriceMove move = new PriceMove(price(open), price(high), price(low), price(close), T0);
        String found = ProtectiveExit.check(position(direction, stop, target), move)
                .map(exit -> exit.kind() + " " + exit.price())
                .orElse("none");
        assertEquals(expected, found);
    }

    @Test
    void theExitClosesTheWholePositionAtExactlyItsPrice() {
        Position position = position(Direction.LONG, "98", null);
        PriceMove move = new PriceMove(price("99"), price("99"), price("97"), price("98"), T0);

        ProtectiveExit exit = ProtectiveExit.check(position, move).orElseThrow();
        OrderRequest request = exit.request(position);

        assertEquals(Side.SELL, request.side());
        assertEquals(position.quantity(), request.quantity());
        assertEquals(price("98"), FillModel.SIGNAL_CLOSE.taker(Samples.BTC, request.side(), exit.quote()));
    }

    private static Position position(Direction direction, String stop, String target) {
        Turnover entered = new Turnover(Quantity.of("1"), new BigDecimal("100"));
        return new Position(
                new PositionId(new UUID(0, 1)),
                Samples.BTC,
                direction,
                entered,
                Turnover.NONE,
                entered.value(),
                BigDecimal.ZERO,
                target == null ? null : price(target),
                stop == null ? null : price(stop),
                T0,
                T0);
    }
}
