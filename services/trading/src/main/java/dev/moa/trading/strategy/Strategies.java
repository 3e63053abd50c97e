package dev.moa.trading.strategy;

import dev.moa.crypto.token.Tokens;
import dev.moa.domain.candle.Interval;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.strategy.StrategySettings;
import dev.moa.domain.strategy.templates.StrategyTemplate;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.StrategyId;
import dev.moa.platform.Ids;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.AccountLanes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People's strategies: made, changed, switched on and off, given a webhook. */
@Singleton
public class Strategies {
    private static final int AT_MOST = 100;

    private final StrategyStore store;
    private final AccountLanes lanes;
    private final Clock clock;

    Strategies(StrategyStore store, AccountLanes lanes, Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** The account that a strategy is to trade on; asked for outside any transaction, because it may have to be opened. */
    AccountId account(UUID userId, UUID accountId) {
        return lanes.of(userId, accountId).account().id();
    }

    Strategy create(UUID userId, AccountId account, StrategyRequest request) {
        if (store.countOfUser(userId) >= AT_MOST) {
            throw Problem.refused("too_many_strategies", "There may be at most " + AT_MOST + " strategies.");
        }
        Instant now = clock.instant();
        Strategy blank = new Strategy(
                new StrategyId(Ids.next()),
                userId,
                account,
                "",
                StrategyTemplate.of(request.indicatorId()),
                Map.of(),
                VenueRules.instrument(InstrumentId.parse(request.instrument())),
                Interval.of(request.timeframe()),
                StrategySettings.DEFAULT,
                ApprovalPolicy.NONE,
                false,
                null,
                now,
                now);
        Strategy strategy = request.applyTo(blank);
        store.add(strategy);
        return strategy;
    }

    Strategy change(UUID userId, UUID id, StrategyRequest request) {
        return keep(request.applyTo(mine(userId, id)));
    }

    Strategy activate(UUID userId, UUID id, boolean active) {
        Strategy strategy = mine(userId, id);
        return keep(with(strategy, active, strategy.webhookSecretHash()));
    }

    /** Makes or replaces the secret of the webhook; answers it, for this once. */
    public String newWebhookSecret(UUID userId, UUID id) {
        Strategy strategy = mine(userId, id);
        String secret = Tokens.random();
        keep(with(strategy, strategy.active(), Tokens.sha256Hex(secret)));
        return secret;
    }

    void delete(UUID userId, UUID id) {
        mine(userId, id);
        store.delete(id, clock.instant());
    }

    /** A strategy of this person. */
    public Strategy mine(UUID userId, UUID id) {
        return store.find(id)
                .filter(strategy -> strategy.userId().equals(userId))
                .orElseThrow(Problem::notFound);
    }

    Page<Strategy> list(UUID userId, PageRequest page) {
        return store.ofUser(userId, page);
    }

    public Optional<Strategy> find(UUID id) {
        return store.find(id);
    }

    /** The active ones that watch these candles, in the order of their making. */
    public List<Strategy> activeOn(InstrumentId instrument, Interval timeframe) {
        return store.activeOn(instrument, timeframe);
    }

    private Strategy keep(Strategy strategy) {
        store.change(strategy);
        return strategy;
    }

    private Strategy with(Strategy strategy, boolean active, String secretHash) {
        return new Strategy(
                strategy.id(),
                strategy.userId(),
                strategy.accountId(),
                strategy.name(),
                strategy.template(),
                strategy.parameters(),
                strategy.instrument(),
                strategy.timeframe(),
                strategy.settings(),
                strategy.approval(),
                active,
                secretHash,
                strategy.createdAt(),
                clock.instant());
    }
}
