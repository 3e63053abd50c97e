package dev.moa.trading.account;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.Ids;
import dev.moa.platform.health.AtStart;
import dev.moa.platform.problem.Problem;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The lanes of all accounts; each is open from the start, because prices move also while nobody looks. */
@Singleton
public class AccountLanes {
    private final LaneParts parts;
    private final PaperPurse purse;
    private final Map<AccountId, AccountLane> lanes = new ConcurrentHashMap<>();
    private final Map<UUID, Account> papers = new ConcurrentHashMap<>();

    AccountLanes(LaneParts parts, PaperPurse purse) {
        this.parts = parts;
        this.purse = purse;
    }

    @EventListener
    @Order(-100)
    void openAll(StartupEvent event) {
        AtStart.insist(() -> parts.accounts().all().forEach(this::lane));
    }

    @EventListener
    void closeAll(ShutdownEvent event) {
        lanes.values().forEach(AccountLane::close);
    }

    /** The lane of this account of this person, or of their paper purse, which is made at first use. */
    public AccountLane of(UUID userId, @Nullable UUID accountId) {
        if (accountId == null) {
            return lane(paper(userId));
        }
        return lane(parts.accounts()
                .find(new AccountId(accountId))
                .filter(account -> account.userId().equals(userId))
                .orElseThrow(Problem::notFound));
    }

    /** The lane of an account. */
    public AccountLane of(AccountId id) {
        AccountLane open = lanes.get(id);
        return open != null ? open : lane(parts.accounts().find(id).orElseThrow(Problem::notFound));
    }

    /** All lanes there are. */
    public List<AccountLane> open() {
        return List.copyOf(lanes.values());
    }

    /** The lanes of accounts at brokers outside this process. */
    public List<AccountLane> real() {
        return lanes.values().stream()
                .filter(lane -> !lane.account().broker().equals("PAPER"))
                .toList();
    }

    /** Whether nothing is sent for this account until a person has looked. */
    public boolean isReconcileOnly(AccountId id) {
        return parts.accounts().isReconcileOnly(id);
    }

    /** A person has looked: the next comparison opens the gate. */
    public void activate(AccountId id) {
        parts.accounts().activate(id);
    }

    /** Stores a new account and opens its lane; a paper account begins with the money of a new purse. */
    public AccountLane add(Account account, Connected connected) {
        parts.accounts().add(account, connected, account.broker().equals("PAPER") ? purse.money() : List.of());
        return lane(account);
    }

    /** Ends the lane of an account that is gone. */
    public void removed(AccountId id) {
        AccountLane lane = lanes.remove(id);
        if (lane != null) {
            lane.close();
        }
    }

    /** All accounts of a person; the paper purse is always there. */
    public List<Account> accountsOf(UUID userId) {
        paper(userId);
        return parts.accounts().ofUser(userId);
    }

    /** The lanes for which this instrument's price matters now. */
    public List<AccountLane> watching(InstrumentId instrument) {
        return lanes.values().stream()
                .filter(lane -> lane.watched().contains(instrument))
                .toList();
    }

    /** All instruments whose price matters to anybody now. */
    public Set<InstrumentId> watched() {
        return lanes.values().stream().flatMap(lane -> lane.watched().stream()).collect(Collectors.toSet());
    }

    private Account paper(UUID userId) {
        return papers.computeIfAbsent(userId, user -> {
            Account wanted = new Account(
                    new AccountId(Ids.next()),
                    user,
                    "PAPER",
                    "Paper",
                    "PAPER",
                    parts.clock().instant());
            return parts.accounts().ensurePaper(wanted, purse.money());
        });
    }

    private AccountLane lane(Account account) {
        return lanes.computeIfAbsent(account.id(), id -> {
            AccountLane lane = new AccountLane(account, new LaneBook(account, parts));
            lane.start();
            return lane;
        });
    }
}
