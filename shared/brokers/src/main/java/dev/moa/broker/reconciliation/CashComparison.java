package dev.moa.broker.reconciliation;

import dev.moa.broker.snapshot.Movement;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Movements and money. */
final class CashComparison {
    /** Venues round what they show. */
    private static final BigDecimal SAME = new BigDecimal("0.00000001");

    private final Reading reading;
    private final OutsideTrades outside;
    private final boolean opening;

    CashComparison(Reading reading, AccountId account, boolean opening) {
        this.reading = reading;
        this.outside = new OutsideTrades(reading, account);
        this.opening = opening;
    }

    /** Before positions are compared: splits and new names explain them. At the first comparison all is in the totals. */
    void movements() {
        for (Movement movement : reading.venue.movements().items()) {
            String cause = "Told by the broker: " + movement.kind() + ".";
            boolean isNew = reading.books.enter(movement, opening ? null : movement.money(), cause);
            if (isNew && !opening) {
                holdings(movement);
            }
        }
    }

    private void holdings(Movement movement) {
        Optional<Position> position =
                movement.instrument() == null ? Optional.empty() : reading.books.position(movement.instrument());
        switch (movement.kind()) {
            case SPLIT -> position.ifPresent(held -> outside.split(movement, held));
            case SYMBOL_CHANGE -> position.ifPresent(held -> outside.renamed(movement, held));
            case CORPORATE_ACTION ->
                reading.books.quarantine(new Difference(
                        Difference.Kind.CORPORATE_ACTION,
                        movement.instrument() == null
                                ? "-"
                                : movement.instrument().toString(),
                        null,
                        "The broker announced something that a person must look at (" + movement.id() + ").",
                        null,
                        null));
            default -> {
                // Money only.
            }
        }
    }

    void run() {
        boolean unsettled = !reading.open.isEmpty()
                || !reading.venue.movements().complete()
                || !reading.venue.fills().complete();
        if (unsettled) {
            return;
        }
        Set<Currency> all = new TreeSet<>(reading.books.currencies());
        all.addAll(reading.venue.account().cash().keySet());
        all.forEach(this::compare);
    }

    private void compare(Currency currency) {
        BigDecimal ours = reading.books.cash(currency);
        BigDecimal theirs = reading.venue.account().cash().getOrDefault(currency, BigDecimal.ZERO);
        BigDecimal more = theirs.subtract(ours);
        if (more.abs().compareTo(SAME) <= 0) {
            explained(currency);
            return;
        }
        if (opening) {
            reading.books.enter(
                    new Movement(
                            "opening " + currency,
                            Movement.Kind.DEPOSIT,
                            null,
                            new Money(more, currency),
                            null,
                            null,
                            reading.venue.account().at()),
                    new Money(more, currency),
                    "What was there when the account was added.");
            return;
        }
        String what = "cash " + currency + " " + more.toPlainString();
        if (reading.evidence.suffices(what, reading.venue.readAt(), 2, reading.patience.confirm())) {
            reading.books.quarantine(new Difference(
                    Difference.Kind.CASH,
                    Difference.CASH + currency,
                    null,
                    "We count " + ours.toPlainString() + " " + currency + ", the broker " + theirs.toPlainString()
                            + ", and nothing explains it.",
                    ours,
                    theirs));
        }
    }

    private void explained(Currency currency) {
        reading.books.quarantined().stream()
                .filter(open ->
                        open.kind() == Difference.Kind.CASH && open.instrument().equals(Difference.CASH + currency))
                .toList()
                .forEach(open -> reading.books.explained(open, "Both sides count the same again."));
    }
}
