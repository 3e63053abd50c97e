package dev.moa.domain.risk.facts;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known at one level when an order is looked at. Rules ask only for what a limit was set for. */
public interface RiskFacts {
    /** Null where there is only one level. */
    RiskLevel level();

    Instant now();

    Purse purse(Currency currency);

    /** One for each instrument in which anything is at stake. */
    Collection<Exposure> exposures();

    /** Orders of today that opened or enlarged something. */
    int tradesToday();

    /** Whether the profit lock has closed today. */
    boolean isLocked(Currency currency);

    /** The closed positions of the last weeks, newest last. */
    List<Exit> exits();

    /** When the same order was placed last. */
    Optional<Instant> lastPlaced(OrderRequest request);

    /** How the price moved within the last while; empty when nobody knows. */
    Optional<PriceRange> range(InstrumentId instrument, Duration window);

    /** When a price of it was heard last. */
    Optional<Instant> heard(InstrumentId instrument);
}
