package dev.moa.broker;

import dev.moa.broker.paper.PaperGateway;
import java.time.Clock;

/** Every broker there is. The only place that names adapter classes: a new broker is one folder and one line here. */
public final class BrokerCatalog {
    private final Quotes quotes;
    private final Clock clock;

    public BrokerCatalog(Quotes quotes, Clock clock) {
        this.quotes = quotes;
        this.clock = clock;
    }

    /**
     * A gateway for one account, not connected yet.
     *
     * @param broker as in the API, for example {@code PAPER}
     * @throws IllegalArgumentException when this version has no such broker
     */
    public BrokerGateway open(String broker) {
        return switch (broker) {
            case "PAPER" -> new PaperGateway(quotes, clock);
            default -> throw new IllegalArgumentException("no broker is called " + broker);
        };
    }
}
