package dev.moa.trading.connection;

import dev.moa.broker.Capabilities;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.risk.Refusal;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.Gate;
import dev.moa.trading.account.LaneTurn;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What the state of an account at a broker has against an order, whoever wants it. Paper accounts are always open, for the products chosen. */
@Singleton
public class AccountRules {
    private final TradingModes modes;
    private final ConnectionStore store;
    private final Products products;

    AccountRules(TradingModes modes, ConnectionStore store, Products products) {
        this.modes = modes;
        this.store = store;
        this.products = products;
    }

    /** Every reason; empty when there is none. What only makes a position smaller is held back by as little as possible. */
    public List<Refusal> refusals(LaneTurn turn, OrderRequest request) {
        Account account = turn.account();
        boolean atBroker = !account.broker().equals("PAPER");
        boolean reducing = reduces(turn, request);
        List<Refusal> reasons = new ArrayList<>();
        String product = Products.productOf(request.instrument());
        if (!reducing && !products.of(account.id(), atBroker).contains(product)) {
            reasons.add(new Refusal("product_not_allowed", "This account is not set up to trade " + product + "."));
        }
        if (!atBroker) {
            return reasons;
        }
        if (turn.lane().gate() == Gate.RECONCILE_ONLY) {
            reasons.add(
                    new Refusal(
                            "reconcile_only",
                            "This account was restored from a backup: nothing is sent until somebody has looked and resumed it."));
        } else if (turn.lane().gate() == Gate.COMPARING && !reducing) {
            reasons.add(new Refusal(
                    "not_reconciled", "This account is still being compared with its broker. Try again in a moment."));
        }
        if (!reducing && store.isQuarantined(account.id(), request.instrument().id())) {
            reasons.add(new Refusal(
                    "quarantined",
                    "Something about this instrument differs from the broker: only orders that reduce are allowed until"
                            + " it is settled."));
        }
        Capabilities venue = turn.lane().venue().capabilities();
        if (!venue.offers(request.type())) {
            reasons.add(new Refusal("type_not_offered", "This broker does not take orders of this type."));
        }
        if (!venue.timesInForce().contains(request.timeInForce())) {
            reasons.add(new Refusal("time_in_force_not_offered", "This broker does not let orders wait that way."));
        }
        if (account.mode().equals("REAL") && !reducing) {
            reasons.addAll(modes.againstRealEntry(account));
        }
        return reasons;
    }

    private static boolean reduces(LaneTurn turn, OrderRequest request) {
        Position held = turn.book().position(request.instrument().id()).orElse(null);
        return held != null
                && held.direction().exit() == request.side()
                && request.quantity() != null
                && request.quantity().compareTo(held.quantity()) <= 0;
    }
}
