package dev.moa.trading.account;

import dev.moa.broker.BrokerCatalog;
import dev.moa.broker.BrokerGateway;
import dev.moa.broker.paper.HouseholdBook;
import dev.moa.broker.paper.PaperGateway;
import dev.moa.trading.household.PaperFills;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the gateway of an account. */
@Singleton
class BrokerSessions {
    private final BrokerCatalog brokers;
    private final HouseholdBook household;
    private final PaperFills fills;

    BrokerSessions(QuoteBoard quotes, Clock clock, HouseholdBook household, PaperFills fills) {
        this.brokers = new BrokerCatalog(quotes, clock);
        this.household = household;
        this.fills = fills;
    }

    BrokerGateway open(Account account, long epoch) {
        BrokerGateway gateway = brokers.open(account.broker(), java.util.Map.of());
        if (gateway instanceof PaperGateway paper) {
            paper.join(household.join(account.id(), account.userId(), epoch), fills.model());
        }
        return gateway;
    }
}
