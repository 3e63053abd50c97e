package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.Holding;
import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What we hold against what the venue says we hold. */
final class PositionComparison {
    private static final BigDecimal SAME_PRICE = new BigDecimal("0.000001");

    private final Reading reading;
    private final OutsideTrades outside;
    private final boolean opening;

    /** @param opening whether this account is compared for the first time: what is there is where we begin */
    PositionComparison(Reading reading, AccountId account, boolean opening) {
        this.reading = reading;
        this.outside = new OutsideTrades(reading, account);
        this.opening = opening;
    }

    void run() {
        Map<InstrumentId, Holding> theirs = new HashMap<>();
        reading.venue.account().holdings().forEach(holding -> theirs.put(holding.instrument(), holding));
        Set<InstrumentId> all = new TreeSet<>(theirs.keySet());
        reading.books
                .positions()
                .forEach(position -> all.add(position.instrument().id()));
        for (InstrumentId instrument : all) {
            if (reading.open.contains(instrument) || !reading.venue.fills().complete()) {
                continue;
            }
            compare(instrument, theirs.get(instrument));
        }
    }

    private void compare(InstrumentId instrument, Holding holding) {
        Position position = reading.books.position(instrument).orElse(null);
        BigDecimal ours = position == null ? BigDecimal.ZERO : position.signedQuantity();
        BigDecimal theirs = holding == null ? BigDecimal.ZERO : holding.quantity();
        if (ours.compareTo(theirs) == 0) {
            explained(instrument);
            if (position != null && holding != null && holding.average() != null) {
                averages(position, holding.average());
            }
            return;
        }
        String what = "position " + instrument + " " + ours + " " + theirs;
        boolean certain =
                opening || reading.evidence.suffices(what, reading.venue.readAt(), 2, reading.patience.confirm());
        if (!certain) {
            reading.open.add(instrument);
            return;
        }
        Price price = holding == null ? null : holding.average();
        if (ours.signum() == 0 && price != null && (opening || !reading.books.everTraded(instrument))) {
            outside.opened(instrument, theirs, price, opening);
        } else if (ours.signum() * theirs.signum() < 0 && price != null) {
            outside.flipped(position, theirs, price);
        } else {
            reading.open.add(instrument);
            reading.books.quarantine(new Difference(
                    Difference.Kind.POSITION,
                    instrument.toString(),
                    null,
                    "We hold " + ours.toPlainString() + ", the broker says " + theirs.toPlainString()
                            + ", and no trade explains it.",
                    ours,
                    theirs));
        }
    }

    private void explained(InstrumentId instrument) {
        reading.books.quarantined().stream()
                .filter(open -> open.kind() == Difference.Kind.POSITION
                        && open.instrument().equals(instrument.toString()))
                .toList()
                .forEach(open -> reading.books.explained(open, "Both sides hold the same again."));
    }

    /** Venues count fees or rounding into their average; ours follows from the fills and stays, the difference is noted. */
    private void averages(Position position, Price average) {
        BigDecimal ours = position.entryPrice().value();
        BigDecimal apart = ours.subtract(average.value()).abs().divide(average.value(), MathContext.DECIMAL64);
        if (apart.compareTo(SAME_PRICE) > 0) {
            InstrumentId instrument = position.instrument().id();
            reading.books.enter(
                    new Movement(
                            "average " + instrument + " " + ours + " " + average,
                            Movement.Kind.CORPORATE_ACTION,
                            instrument,
                            Money.zero(position.instrument().quote()),
                            null,
                            null,
                            reading.venue.account().at()),
                    null,
                    "Average price: ours " + ours.toPlainString() + ", the broker's " + average + ".");
        }
    }
}
