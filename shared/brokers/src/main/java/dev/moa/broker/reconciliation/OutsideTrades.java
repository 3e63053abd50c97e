package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.order.Origin;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Derived;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Enters what moved a position outside Moa as marked trades, so that every position stays the sum of its fills. */
final class OutsideTrades {
    private final Reading reading;
    private final AccountId account;

    OutsideTrades(Reading reading, AccountId account) {
        this.reading = reading;
        this.account = account;
    }

    /** Held there, never here. What it cost is taken out of our cash; the venue's cash tells whether that was so. */
    void opened(InstrumentId instrument, BigDecimal quantity, Price price, boolean opening) {
        String why = "opened outside " + instrument + " " + quantity.toPlainString();
        trade(VenueRules.instrument(instrument), quantity, price, why, "Opened outside Moa.");
        if (!opening) {
            reading.books.alarm(
                    "OPENED_OUTSIDE",
                    instrument,
                    null,
                    "The broker holds " + quantity.toPlainString() + " of " + instrument
                            + " that was not bought here. It counts from now on.");
        }
    }

    /** Long here, short there, or the other way round: through zero in two steps. */
    void flipped(Position position, BigDecimal theirs, Price price) {
        InstrumentId instrument = position.instrument().id();
        BigDecimal ours = position.signedQuantity();
        String why = "flipped outside " + instrument + " " + ours.toPlainString() + " " + theirs.toPlainString();
        trade(position.instrument(), ours.negate(), price, why + " out", "Closed outside Moa.");
        trade(position.instrument(), theirs, price, why + " in", "Opened outside Moa.");
        reading.books.alarm(
                "FLIPPED_OUTSIDE",
                instrument,
                null,
                "The broker holds " + instrument + " the other way round: " + theirs.toPlainString() + ".");
    }

    /** Each one held becomes so many: out at cost, in at cost. */
    void split(Movement movement, Position position) {
        BigDecimal held = position.signedQuantity();
        Price before = position.entryPrice();
        Price after = new Price(before.value().divide(movement.ratio(), 12, RoundingMode.HALF_EVEN));
        turn(movement, position.instrument(), held.negate(), before);
        turn(movement, position.instrument(), held.multiply(movement.ratio()), after);
    }

    /** The same under another name: out of the one, into the other, at cost. */
    void renamed(Movement movement, Position position) {
        BigDecimal held = position.signedQuantity();
        turn(movement, position.instrument(), held.negate(), position.entryPrice());
        turn(movement, VenueRules.instrument(movement.successor()), held, position.entryPrice());
    }

    private void turn(Movement movement, Instrument instrument, BigDecimal quantity, Price price) {
        String why = "movement " + movement.id() + (quantity.signum() < 0 ? " out" : " in");
        trade(instrument, quantity, price, why, "Announced by the venue: " + movement.kind() + ".");
    }

    private void trade(Instrument instrument, BigDecimal change, Price price, String why, String cause) {
        OrderId id = new OrderId(Derived.uuid(reading.venue.account().at(), "outside " + account + " " + why));
        Side side = change.signum() > 0 ? Side.BUY : Side.SELL;
        Quantity quantity = new Quantity(change.abs());
        OrderRequest request = OrderRequest.market(instrument, side, quantity).by(Origin.of(Origin.Kind.EXTERNAL));
        Order order = Order.create(id, account, request, price, reading.now).named("external-" + id);
        reading.books.adopt(order);
        reading.books.apply(new OrderEvent.Submitted(id, reading.now, cause));
        Fill fill = new Fill(
                new FillId("external:" + id),
                price,
                quantity,
                Money.zero(instrument.quote()),
                reading.now,
                reading.venue.account().at());
        reading.books.apply(new OrderEvent.Filled(id, fill, reading.now, cause));
    }
}
