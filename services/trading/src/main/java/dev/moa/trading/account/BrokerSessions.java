package dev.moa.trading.account;

import dev.moa.broker.BrokerCatalog;
import dev.moa.broker.BrokerGateway;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Opens the gateway of an account. */
@Singleton
class BrokerSessions {
    private final BrokerCatalog brokers;

    BrokerSessions(QuoteBoard quotes, Clock clock) {
        this.brokers = new BrokerCatalog(quotes, clock);
    }

    BrokerGateway open(Account account) {
        return brokers.open(account.broker(), java.util.Map.of());
    }
}
