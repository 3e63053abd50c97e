package dev.moa.domain.simulation;

import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.limit;
import static dev.moa.domain.Samples.order;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.Side;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalmTest {
    private final SimulatedVenue venue = new SimulatedVenue(FillModel.SIGNAL_CLOSE);

    @Test
    void calmMovesConcernNothing() {
        int calm = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            for (int i = 0; i < 6; i++) {
                venue.submit(any(random), null, T0);
            }
            PriceMove move = new PriceMove(at(random, 0), at(random, 4), at(random, -4), at(random, 0), T0);
            if (venue.calm(BTC.id()).filter(told -> told.holds(move, T0)).isPresent()) {
                calm++;
                assertEquals(List.of(), venue.move(BTC.id(), move, T0));
            } else {
                venue.move(BTC.id(), new PriceMove(price("100"), price("200"), price("1"), price("100"), T0), T0);
            }
        }
        assertTrue(calm > 5, calm + " calm moves");
    }

    @Test
    void theEndOfAnOrdersTimeEndsTheCalm() {
        Order dated = limit(Side.BUY, "1", "90");
        venue.submit(order(dated.request().goodUntil(T0.plusSeconds(60)), "90"), null, T0);
        PriceMove still = new PriceMove(price("100"), price("100"), price("100"), price("100"), T0);
        Calm calm = venue.calm(BTC.id()).orElseThrow();
        assertTrue(calm.holds(still, T0));
        assertEquals(false, calm.holds(still, T0.plus(Duration.ofMinutes(1))));
    }

    private static Order any(Random random) {
        int distance = 1 + random.nextInt(20);
        return switch (random.nextInt(4)) {
            case 0 -> limit(Side.BUY, "1", Integer.toString(100 - distance));
            case 1 -> limit(Side.SELL, "1", Integer.toString(100 + distance));
            case 2 -> order(OrderRequest.stop(BTC, Side.BUY, qty("1"), price(Integer.toString(100 + distance))), "100");
            default ->
                order(OrderRequest.stop(BTC, Side.SELL, qty("1"), price(Integer.toString(100 - distance))), "100");
        };
    }

    private static dev.moa.domain.value.Price at(Random random, int extreme) {
        return price(Integer.toString(100 + (extreme == 0 ? 0 : Integer.signum(extreme) * random.nextInt(5))));
    }
}
