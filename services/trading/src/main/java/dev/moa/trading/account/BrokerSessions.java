package dev.moa.trading.account;

import dev.moa.broker.BrokerCatalog;
import dev.moa.broker.BrokerGateway;
import dev.moa.broker.paper.HouseholdBook;
import dev.moa.broker.paper.PaperGateway;
import dev.moa.trading.household.PaperFills;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Opens the gateways of accounts. */
@Singleton
public class BrokerSessions {
    private final BrokerCatalog brokers;
    private final AccountStore accounts;
    private final CredentialSeal seal;
    private final HouseholdBook household;
    private final PaperFills fills;

    BrokerSessions(
            QuoteBoard quotes,
            Clock clock,
            AccountStore accounts,
            CredentialSeal seal,
            HouseholdBook household,
            PaperFills fills,
            ExchangeSettings exchange) {
        this.brokers = new BrokerCatalog(quotes, clock, exchange.stub());
        this.accounts = accounts;
        this.seal = seal;
        this.household = household;
        this.fills = fills;
    }

    /** Whether there is, or will be, a broker of this name. */
    public boolean knows(String broker) {
        return brokers.knows(broker);
    }

    /** Whether this version trades there. */
    public boolean opens(String broker) {
        return brokers.opens(broker);
    }

    BrokerGateway open(Account account, long epoch) {
        byte[] sealed = accounts.credentials(account.id());
        BrokerGateway gateway =
                brokers.open(account.broker(), sealed == null ? Map.of() : seal.open(account.id(), sealed));
        if (gateway instanceof PaperGateway paper) {
            paper.join(household.join(account.id(), account.userId(), epoch), fills.model());
        }
        return gateway;
    }
}
