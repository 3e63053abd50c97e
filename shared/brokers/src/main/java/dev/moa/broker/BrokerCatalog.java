package dev.moa.broker;

import dev.moa.broker.paper.PaperGateway;
import dev.moa.broker.stub.StubGateway;
import dev.moa.broker.stub.StubSettings;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every broker there is. The only place that names adapter classes: a new broker is one folder and one line here. */
public final class BrokerCatalog {
    /** Known by name, and the adapter is still to come. */
    private static final Set<String> PLANNED =
            Set.of("KIS", "LS", "KIWOOM", "BINANCE", "BINANCE_FUTURES", "OKX", "UPBIT");

    private static final Map<String, Capabilities.ClientIds> STUBS = Map.of(
            "STUB_A", Capabilities.ClientIds.UNIQUE_FOR_EVER,
            "STUB_B", Capabilities.ClientIds.UNIQUE_WHILE_OPEN,
            "STUB_C", Capabilities.ClientIds.NONE);

    private final Quotes quotes;
    private final Clock clock;
    private final StubSettings stub;

    /** Without a test exchange. */
    public BrokerCatalog(Quotes quotes, Clock clock) {
        this(quotes, clock, Optional.empty());
    }

    /** @param stub where the test exchange is; without it there is no broker of that name */
    public BrokerCatalog(Quotes quotes, Clock clock, Optional<StubSettings> stub) {
        this.quotes = quotes;
        this.clock = clock;
        this.stub = stub.orElse(null);
    }

    /** Whether there is, or will be, a broker of this name. */
    public boolean knows(String broker) {
        return PLANNED.contains(broker) || opens(broker);
    }

    /** Whether this version can trade there. */
    public boolean opens(String broker) {
        return broker.equals("PAPER") || stub != null && STUBS.containsKey(broker);
    }

    /**
     * A gateway for one account, not connected yet.
     *
     * @param broker as in the API, for example {@code PAPER}
     * @param credentials by the names of api.md; none for paper
     * @throws IllegalArgumentException when this version has no such broker
     */
    public BrokerGateway open(String broker, Map<String, String> credentials) {
        if (broker.equals("PAPER")) {
            return new PaperGateway(quotes, clock);
        }
        if (opens(broker)) {
            return new StubGateway(STUBS.get(broker), stub, credentials, clock);
        }
        throw new IllegalArgumentException("no broker is called " + broker);
    }
}
