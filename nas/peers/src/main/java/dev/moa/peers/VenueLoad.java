package dev.moa.peers;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.simulation.FillModel;
import dev.moa.domain.simulation.FillModel.Liquidity;
import dev.moa.domain.simulation.PriceMove;
import dev.moa.domain.simulation.SimulatedVenue;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * How much of a core it takes to match 5,000 quotes a second with 10,000 resting limit orders: half of the orders of one account
 * in one busy instrument, the other half spread over many accounts that all hear of it. What fills is placed anew. Storing is not part of it.
 */
public final class VenueLoad {
    private static final int ORDERS = 10_000;
    private static final int ACCOUNTS = 64;
    private static final int QUOTES_A_SECOND = 5_000;
    private static final Instrument BTC = VenueRules.instrument(InstrumentId.parse("BINANCE:BTCUSDT"));

    private final Random random = new Random(7);
    private final SimulatedVenue[] venues = new SimulatedVenue[ACCOUNTS];
    private long cents = 6_000_000;
    private long ids;
    private long fills;
    private final Instant at = Instant.EPOCH;

    private VenueLoad() {
        for (int account = 0; account < ACCOUNTS; account++) {
            venues[account] = new SimulatedVenue(FillModel.SIGNAL_CLOSE.with(Liquidity.MEASURED));
        }
        for (int i = 0; i < ORDERS; i++) {
            place(i < ORDERS / 2 ? 0 : 1 + random.nextInt(ACCOUNTS - 1));
        }
    }

    public static void main(String[] arguments) throws IOException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        VenueLoad load = new VenueLoad();
        load.quotes(QUOTES_A_SECOND * 4, false);
        long filled = load.fills;
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        load.quotes(QUOTES_A_SECOND * seconds, true);
        double took = (System.nanoTime() - begun) / 1e9;
        double used = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s, Java %s: %,d resting orders of %d accounts, %,.0f quotes a second for %.0f s, %,d fills: %.3f of a core%n",
                BookRace.machine(),
                Runtime.version(),
                ORDERS,
                ACCOUNTS,
                QUOTES_A_SECOND * seconds / took,
                took,
                load.fills - filled,
                used / took);
    }

    private void quotes(int count, boolean paced) {
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (paced) {
                long due = begun + i * 1_000_000_000L / QUOTES_A_SECOND;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            quote();
        }
    }

    private void quote() {
        long before = cents;
        cents = Math.clamp(cents + random.nextInt(-300, 301), 5_000_000, 7_000_000);
        PriceMove move = PriceMove.between(price(before), price(cents), price(cents), price(cents), at)
                .withVolume(Quantity.of("0.5"));
        for (int account = 0; account < ACCOUNTS; account++) {
            for (OrderEvent event : venues[account].move(BTC.id(), move, at)) {
                if (event instanceof OrderEvent.Filled) {
                    fills++;
                    place(account);
                }
            }
        }
    }

    private void place(int account) {
        boolean buy = random.nextBoolean();
        long distance = 500 + random.nextInt(200_000);
        Price price = price(buy ? cents - distance : cents + distance);
        OrderRequest request = OrderRequest.limit(BTC, buy ? Side.BUY : Side.SELL, Quantity.of("0.01"), price);
        Order order =
                Order.create(new OrderId(new UUID(1, ++ids)), new AccountId(new UUID(2, account)), request, price, at);
        venues[account].submit(order, null, at);
    }

    private static Price price(long cents) {
        return new Price(BigDecimal.valueOf(cents, 2));
    }
}
