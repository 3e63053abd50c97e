package dev.moa.broker.reconciliation;

import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderStatus;
import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Compares one account with its venue and corrects our side: orders, fills, then movements, positions and cash. Whatever it
 * cannot explain is quarantined; everything else goes on. It never sends an order.
 */
public final class Reconciler {
    private static final Set<Difference.Kind> ABOUT_LOST_ORDERS =
            EnumSet.of(Difference.Kind.UNKNOWN_ORDER, Difference.Kind.AMBIGUOUS_ORDER, Difference.Kind.VANISHED_ORDER);

    private final AccountId account;
    private final Patience patience;
    private final Evidence evidence = new Evidence();

    public Reconciler(AccountId account, Patience patience) {
        this.account = account;
        this.patience = patience;
    }

    /**
     * Where an account stands after a comparison.
     *
     * @param watching whether something needs another reading soon
     */
    public record Outcome(boolean watching) {}

    /**
     * Compares.
     *
     * @param opening whether the account is compared for the first time ever: what it holds is where our books begin
     * @param named gives an order the name that it has at the venue
     */
    public Outcome compare(Books books, VenueState venue, Instant now, boolean opening, UnaryOperator<Order> named) {
        Reading reading = new Reading(books, venue, evidence, patience, now, named);
        evidence.looksAt(Evidence.Scope.ORDERS);
        new OrderComparison(reading).run();
        if (!opening) {
            new StrangeOrders(reading, account).run();
        }
        if (venue.withBooks()) {
            evidence.looksAt(Evidence.Scope.BOOKS);
            CashComparison cash = new CashComparison(reading, account, opening);
            cash.movements();
            new PositionComparison(reading, account, opening).run();
            cash.run();
        }
        evidence.endReading(venue.withBooks());
        forgive(books);
        boolean lost = books.openOrders().stream().anyMatch(order -> order.status() == OrderStatus.UNKNOWN);
        return new Outcome(lost || evidence.isWatching() || !reading.open.isEmpty());
    }

    /**
     * Whether a trade that a stream tells must wait for the next comparison: some of its order was entered by its total alone,
     * and only the lists show which trade that was.
     */
    public static boolean leftToLists(Order order, OrderEvent event) {
        return event instanceof OrderEvent.Filled
                && order.fills().stream().anyMatch(fill -> fill.id().value().startsWith(Reading.SYNTHETIC));
    }

    /** A quarantine about an order that was found in the end. */
    private static void forgive(Books books) {
        for (Difference open : List.copyOf(books.quarantined())) {
            boolean found = ABOUT_LOST_ORDERS.contains(open.kind())
                    && books.order(open.order())
                            .filter(order -> order.status() != OrderStatus.UNKNOWN)
                            .isPresent();
            if (found) {
                books.explained(open, "It is known now what became of the order.");
            }
        }
    }
}
