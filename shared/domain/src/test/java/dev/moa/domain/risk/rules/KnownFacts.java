package dev.moa.domain.risk.rules;

import static dev.moa.domain.Samples.T0;
import static dev.moa.domain.Samples.dec;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.facts.Exit;
import dev.moa.domain.risk.facts.Exposure;
import dev.moa.domain.risk.facts.PriceRange;
import dev.moa.domain.risk.facts.Purse;
import dev.moa.domain.risk.facts.RiskFacts;
import dev.moa.domain.value.Currency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts as a test states them. */
final class KnownFacts implements RiskFacts {
    Purse purse = new Purse(dec("10000"), dec("0"), dec("0"), dec("10000"), dec("0"));
    int trades;
    boolean locked;
    Instant placed;
    Instant now = T0;
    final List<Exit> exits = new ArrayList<>();
    final List<Exposure> exposures = new ArrayList<>();
    final Map<InstrumentId, PriceRange> ranges = new HashMap<>();
    final Map<InstrumentId, Instant> heard = new HashMap<>();

    @Override
    public RiskLevel level() {
        return RiskLevel.ACCOUNT;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Purse purse(Currency currency) {
        return purse;
    }

    @Override
    public List<Exposure> exposures() {
        return exposures;
    }

    @Override
    public int tradesToday() {
        return trades;
    }

    @Override
    public boolean isLocked(Currency currency) {
        return locked;
    }

    @Override
    public List<Exit> exits() {
        return exits;
    }

    @Override
    public Optional<Instant> lastPlaced(OrderRequest request) {
        return Optional.ofNullable(placed);
    }

    @Override
    public Optional<PriceRange> range(InstrumentId instrument, Duration window) {
        return Optional.ofNullable(ranges.get(instrument));
    }

    @Override
    public Optional<Instant> heard(InstrumentId instrument) {
        return Optional.ofNullable(heard.get(instrument));
    }
}
