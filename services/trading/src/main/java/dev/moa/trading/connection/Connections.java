package dev.moa.trading.connection;

import dev.moa.broker.BrokerGateway;
import dev.moa.broker.http.VenueAway;
import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.Ids;
import dev.moa.platform.identity.Caller;
import dev.moa.platform.problem.Problem;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.account.BrokerSessions;
import dev.moa.trading.account.Connected;
import dev.moa.trading.account.CredentialSeal;
import dev.moa.trading.account.Gate;
import dev.moa.trading.risk.limit.AccountLimits;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A person's accounts: added, looked at, tried, changed, taken away. */
@Singleton
class Connections {
    private static final Set<String> ENVIRONMENTS = Set.of("PAPER", "TESTNET", "REAL");
    private static final List<String> KEYS = List.of("api_key", "app_key", "access_key");
    private static final int MOST = 20;
    private static final int HINT = 4;
    private static final int LONGEST = 4096;

    private final ConnectionStore store;
    private final AccountLanes lanes;
    private final BrokerSessions brokers;
    private final CredentialSeal seal;
    private final Products products;
    private final AccountLimits limits;
    private final Clock clock;

    Connections(
            ConnectionStore store,
            AccountLanes lanes,
            BrokerSessions brokers,
            CredentialSeal seal,
            Products products,
            AccountLimits limits,
            Clock clock) {
        this.store = store;
        this.lanes = lanes;
        this.brokers = brokers;
        this.seal = seal;
        this.products = products;
        this.limits = limits;
        this.clock = clock;
    }

    AccountView register(UUID userId, RegisterAccount wish) {
        String broker = wish.broker().strip().toUpperCase(Locale.ROOT);
        String environment = environment(broker, wish.environment());
        Map<String, String> credentials = wish.credentials() == null ? Map.of() : wish.credentials();
        check(broker, credentials);
        if (list(userId).size() >= MOST) {
            throw Problem.refused("too_many_accounts", "A person may have " + MOST + " accounts at most.");
        }
        AccountId id = new AccountId(Ids.next());
        String label = wish.label() == null || wish.label().isBlank()
                ? broker
                : wish.label().strip();
        byte[] sealed = credentials.isEmpty() ? null : seal.close(id, credentials);
        Map<String, Object> wanted = wish.limits() == null ? Map.of() : wish.limits();
        String chosen = products.chosen(wanted);
        limits.check(Products.without(wanted));
        // First the limits: an account is never there without them.
        limits.begin(id, !broker.equals("PAPER"), Products.without(wanted), userId);
        lanes.add(
                new Account(id, userId, broker, label, environment, clock.instant()),
                new Connected(sealed, hint(credentials), chosen));
        return mine(userId, id.value());
    }

    private static String environment(String broker, @Nullable String wanted) {
        boolean paper = broker.equals("PAPER");
        String environment =
                wanted == null ? (paper ? "PAPER" : "REAL") : wanted.strip().toUpperCase(Locale.ROOT);
        if (!ENVIRONMENTS.contains(environment) || paper != environment.equals("PAPER")) {
            throw Problem.invalid()
                    .field("environment", paper ? "must be PAPER" : "must be TESTNET or REAL for this broker");
        }
        return environment;
    }

    private void check(String broker, Map<String, String> credentials) {
        if (!brokers.knows(broker)) {
            throw Problem.invalid().field("broker", "is not one this version knows");
        }
        if (!brokers.opens(broker)) {
            throw Problem.refused("broker_not_ready", "Moa cannot trade at " + broker + " yet.");
        }
        boolean needsKey = !broker.equals("PAPER");
        if (needsKey && hint(credentials) == null) {
            throw Problem.invalid().field("credentials", "must have the key of this broker");
        }
        credentials.forEach((name, value) -> {
            if (value == null || value.isBlank() || value.length() > LONGEST) {
                throw Problem.invalid().field("credentials", "must have a value for " + name);
            }
        });
    }

    private static String hint(Map<String, String> credentials) {
        return KEYS.stream()
                .map(credentials::get)
                .filter(key -> key != null && key.length() > HINT)
                .map(key -> key.substring(key.length() - HINT))
                .findFirst()
                .orElse(null);
    }

    List<AccountView> list(UUID userId) {
        lanes.accountsOf(userId);
        return store.list(userId).stream().map(this::now).toList();
    }

    AccountView mine(UUID userId, UUID account) {
        return store.find(userId, new AccountId(account)).map(this::now).orElseThrow(Problem::notFound);
    }

    private AccountView now(AccountView view) {
        AccountId id = new AccountId(view.accountId());
        Map<String, Object> now = new LinkedHashMap<>(limits.of(id));
        now.put(Products.MEMBER, List.copyOf(products.of(id, !view.broker().equals("PAPER"))));
        return view.at(lanes.of(id).gate().name(), now);
    }

    AccountView change(Caller owner, UUID account, AccountChange change) {
        AccountId id = new AccountId(mine(owner.userId(), account).accountId());
        Map<String, Object> wanted = change.limits() == null ? Map.of() : change.limits();
        String chosen = wanted.containsKey(Products.MEMBER) ? products.chosen(wanted) : null;
        limits.check(Products.without(wanted));
        limits.change(owner, id, Products.without(wanted));
        store.change(id, change.label(), chosen);
        products.changed(id);
        return mine(owner.userId(), account);
    }

    void delete(UUID userId, UUID account) {
        AccountView view = mine(userId, account);
        AccountId id = new AccountId(view.accountId());
        if (view.isDefault()) {
            throw Problem.conflict("default_account", "The paper account that everybody has stays.");
        }
        lanes.of(id).call(turn -> {
            if (store.hasOpenOrders(id) || !turn.book().positions().isEmpty()) {
                throw Problem.conflict(
                        "account_in_use", "Cancel its open orders and close its positions before it goes.");
            }
            store.delete(id, clock.instant());
            return null;
        });
        lanes.removed(id);
    }

    /** Asks the broker for the account; nothing is ordered. */
    TestView test(UUID userId, UUID account) {
        AccountView view = mine(userId, account);
        AccountId id = new AccountId(view.accountId());
        AccountLane lane = lanes.of(id);
        BrokerGateway gateway = lane.call(turn -> turn.lane().venue());
        Instant begin = clock.instant();
        String problem = null;
        if (gateway.capabilities().keepsBooks()) {
            try {
                gateway.account();
            } catch (VenueAway away) {
                problem = away.getMessage();
            }
        }
        Instant end = clock.instant();
        store.tested(id, problem == null, end);
        return new TestView(
                problem == null,
                Duration.between(begin, end).toMillis(),
                List.of("read", "trade"),
                problem == null ? List.of() : List.of("The broker did not answer as it should: " + problem + "."));
    }

    /** As the broker says; a paper account as its own book says. */
    BalanceView balance(UUID userId, UUID account) {
        AccountView view = mine(userId, account);
        AccountLane lane = lanes.of(new AccountId(view.accountId()));
        BrokerGateway gateway = lane.call(turn -> turn.lane().venue());
        if (!gateway.capabilities().keepsBooks()) {
            return lane.call(turn -> BalanceView.of(turn.book(), clock.instant()));
        }
        try {
            AccountSnapshot snapshot = gateway.account();
            return lane.call(turn -> BalanceView.of(snapshot, turn.book()));
        } catch (VenueAway away) {
            throw Problem.of(503, "broker_away", "The broker does not answer now: " + away.getMessage() + ".");
        }
    }

    /** After a restored backup: a person has looked at this account and says that it may trade again. */
    AccountView resume(UUID userId, UUID account) {
        AccountView view = mine(userId, account);
        AccountId id = new AccountId(view.accountId());
        AccountLane lane = lanes.of(id);
        if (lane.gate() == Gate.COMPARING) {
            throw Problem.conflict(
                    "not_reconciled", "It is still being compared with its broker. Try again in a moment.");
        }
        if (view.state().equals("RECONCILE_ONLY")) {
            lanes.activate(id);
            lane.call(turn -> {
                turn.journal().afterCommit(() -> turn.lane().gate(Gate.OPEN));
                return null;
            });
        }
        return mine(userId, account);
    }
}
