package dev.moa.trading.risk;

import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.platform.problem.DependencyAway;
import dev.moa.trading.risk.PeakStore.Of;
import dev.moa.trading.risk.PeakStore.Peak;
import dev.moa.trading.risk.limit.LevelKey;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The highest that several accounts were worth together: the peak of the sum, measured and stored once a second. An account that joins
 * brings its own peak. While an account that is counted tells no figures, as after a start, the sum of the peaks of those that do
 * stands for it, which is never too low for them.
 */
@Singleton
class LevelPeaks {
    private static final Logger LOG = LoggerFactory.getLogger(LevelPeaks.class);

    private final PeakStore store;
    private final FiguresBoard board;
    private final Map<Of, Peak> unwritten = new HashMap<>();
    private Map<Of, Peak> known;

    LevelPeaks(PeakStore store, FiguresBoard board) {
        this.store = store;
        this.board = board;
    }

    /** @param accounts all of the level that tell their figures now */
    synchronized BigDecimal of(
            LevelKey level, String mode, Currency currency, Collection<? extends AccountFigures> accounts) {
        Peak peak = known == null ? null : known.get(new Of(level, mode, currency));
        return together(peak, currency, accounts);
    }

    private static BigDecimal together(Peak peak, Currency currency, Collection<? extends AccountFigures> accounts) {
        Set<AccountId> here = accounts.stream().map(AccountFigures::account).collect(Collectors.toSet());
        boolean all = peak != null && here.containsAll(peak.accounts());
        BigDecimal value = all ? peak.value() : BigDecimal.ZERO;
        BigDecimal equity = BigDecimal.ZERO;
        for (AccountFigures account : accounts) {
            equity = equity.add(account.purse(currency).equity());
            if (!all || !peak.accounts().contains(account.account())) {
                value = value.add(account.purse(currency).peak());
            }
        }
        return value.max(equity);
    }

    @Scheduled(fixedDelay = "1s", initialDelay = "1s")
    void measure() {
        try {
            measureAll();
            write();
        } catch (DependencyAway away) {
            LOG.debug("peaks are measured again: {}", away.detail());
        }
    }

    private synchronized void measureAll() {
        Map<LevelKey, Map<String, List<AccountFigures.Snapshot>>> levels = new HashMap<>();
        board.all().stream()
                .collect(Collectors.groupingBy(AccountFigures.Snapshot::mode))
                .forEach((mode, all) -> {
                    levels.computeIfAbsent(LevelKey.HOUSEHOLD, _ -> new HashMap<>())
                            .put(mode, all);
                    all.stream()
                            .collect(Collectors.groupingBy(AccountFigures.Snapshot::userId))
                            .forEach((user, own) -> levels.computeIfAbsent(LevelKey.user(user), _ -> new HashMap<>())
                                    .put(mode, own));
                });
        levels.forEach((level, modes) -> modes.forEach((mode, accounts) -> measure(level, mode, accounts)));
    }

    /** One account alone has its own peak. */
    private void measure(LevelKey level, String mode, List<AccountFigures.Snapshot> accounts) {
        Set<Currency> currencies = new TreeSet<>();
        accounts.forEach(account -> currencies.addAll(account.purses().keySet()));
        for (Currency currency : currencies) {
            Of of = new Of(level, mode, currency);
            Peak before = peaks().get(of);
            Set<AccountId> here =
                    accounts.stream().map(AccountFigures::account).collect(Collectors.toCollection(HashSet::new));
            if (accounts.size() < 2 || before != null && !here.containsAll(before.accounts())) {
                continue;
            }
            keep(of, before, new Peak(together(before, currency, accounts), here));
        }
    }

    private void keep(Of of, Peak before, Peak now) {
        boolean same = before != null
                && before.value().compareTo(now.value()) == 0
                && before.accounts().equals(now.accounts());
        if (!same) {
            unwritten.put(of, now);
            peaks().put(of, now);
        }
    }

    /** Not while others wait for the peaks: they may stand in a transaction. */
    private void write() {
        Map<Of, Peak> changed;
        synchronized (this) {
            changed = Map.copyOf(unwritten);
        }
        changed.forEach((of, peak) -> {
            store.keep(of, peak);
            synchronized (this) {
                unwritten.remove(of, peak);
            }
        });
    }

    private Map<Of, Peak> peaks() {
        if (known == null) {
            known = store.all();
        }
        return known;
    }

    /** Money was paid into an account, or taken out: the peaks of its levels move in proportion. @param told its figures now */
    synchronized void paid(AccountFigures.Snapshot told, Money flow) {
        board.put(told);
        for (LevelKey level : List.of(LevelKey.HOUSEHOLD, LevelKey.user(told.userId()))) {
            UUID user = level.level() == RiskLevel.USER ? told.userId() : null;
            Of of = new Of(level, told.mode(), flow.currency());
            Peak before = peaks().get(of);
            if (before != null && before.accounts().contains(told.account())) {
                BigDecimal now = board.of(user, told.mode()).stream()
                        .map(account -> account.purse(flow.currency()).equity())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal moved = Peaks.moved(before.value(), now.subtract(flow.amount()), now);
                keep(of, before, new Peak(moved, before.accounts()));
            }
        }
    }
}
