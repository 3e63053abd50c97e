package dev.moa.trading.invariant;

import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import dev.moa.trading.account.AccountLanes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What must be true at any time and after any fault, under the names of {@code reliability.md} 10. Reads only; the same
 * class serves the fault tests, {@code ./moa faults} and every night in production.
 */
@Singleton
public class Invariants {
    private final InvariantStore store;
    private final AccountLanes lanes;
    private final Clock clock;

    Invariants(InvariantStore store, AccountLanes lanes, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** One thing that is not as it must be, in words for whoever looks after the installation. */
    public record Violation(String invariant, String what) {}

    /**
     * Checks all of them.
     *
     * @param patience how long an order or a fact may be under way before it counts as stuck
     */
    public List<Violation> check(Duration patience) {
        return check(patience, store.accounts());
    }

    /** The same, with the books of only these accounts compared with what their lanes have in memory. */
    public List<Violation> check(Duration patience, List<UUID> accounts) {
        Instant overdue = clock.instant().minus(patience);
        List<Violation> found = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            List<String> broken = rule.isTimed() ? store.broken(rule.query(), overdue) : store.broken(rule.query());
            broken.forEach(what -> found.add(new Violation(rule.invariant(), what)));
        }
        accounts.forEach(account -> found.addAll(book(account)));
        return found;
    }

    /** The book that a lane trades on says what the database says, and reserves what its open orders need. */
    private List<Violation> book(UUID account) {
        AccountId id = new AccountId(account);
        return lanes.of(id).call(turn -> {
            Portfolio kept = store.book(id);
            List<Violation> found = new ArrayList<>();
            Portfolio used = turn.book();
            if (!amounts(kept).equals(amounts(used))) {
                found.add(new Violation(
                        "I6", "account " + account + " has " + amounts(used) + ", stored are " + amounts(kept)));
            }
            for (CashBalance balance : used.cash()) {
                if (balance.reserved().signum() < 0) {
                    found.add(new Violation("I6", "account " + account + " reserves " + balance));
                }
            }
            return found;
        });
    }

    private static Set<CashBalance> amounts(Portfolio book) {
        return book.cash().stream()
                .filter(balance ->
                        balance.total().signum() != 0 || balance.reserved().signum() != 0)
                .collect(Collectors.toSet());
    }
}
