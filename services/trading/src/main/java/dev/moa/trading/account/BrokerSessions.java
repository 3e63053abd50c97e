package dev.moa.trading.account;

import dev.moa.broker.BrokerCatalog;
import dev.moa.broker.BrokerGateway;
import dev.moa.broker.stub.StubSettings;
import dev.moa.trading.price.QuoteBoard;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Opens the gateways of accounts. */
@Singleton
public class BrokerSessions {
    private final BrokerCatalog brokers;
    private final AccountStore accounts;
    private final CredentialSeal seal;

    BrokerSessions(
            QuoteBoard quotes,
            Clock clock,
            AccountStore accounts,
            CredentialSeal seal,
            @Nullable @Value("${MOA_BROKER_STUB_REST_URL:}") String stub,
            @Value("${moa.brokers.stub.answer-within:10s}") Duration answerWithin,
            @Value("${moa.brokers.stub.engine-timeout:10s}") Duration engineTimeout) {
        Optional<StubSettings> exchange = stub == null || stub.isBlank()
                ? Optional.empty()
                : Optional.of(new StubSettings(URI.create(stub), answerWithin, engineTimeout));
        this.brokers = new BrokerCatalog(quotes, clock, exchange);
        this.accounts = accounts;
        this.seal = seal;
    }

    /** Whether there is, or will be, a broker of this name. */
    public boolean knows(String broker) {
        return brokers.knows(broker);
    }

    /** Whether this version trades there. */
    public boolean opens(String broker) {
        return brokers.opens(broker);
    }

    /** A gateway that is not connected, to try what somebody entered. */
    public BrokerGateway open(String broker, Map<String, String> credentials) {
        return brokers.open(broker, credentials);
    }

    BrokerGateway open(Account account) {
        byte[] sealed = accounts.credentials(account.id());
        return brokers.open(account.broker(), sealed == null ? Map.of() : seal.open(account.id(), sealed));
    }
}
