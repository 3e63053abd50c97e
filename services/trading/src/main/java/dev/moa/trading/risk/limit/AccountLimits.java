package dev.moa.trading.risk.limit;

import dev.moa.domain.risk.Limit;
import dev.moa.domain.risk.RiskLimits;
import dev.moa.domain.value.AccountId;
import dev.moa.platform.identity.Caller;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The limits of an account, named where the account is added or changed: the same as {@code /risk/limits?level=account}. An
 * amount without a currency counts in whatever currency an order of the account has.
 */
@Singleton
public class AccountLimits {
    private static final List<String> CURRENCIES = List.of("KRW", "USD", "USDT");

    private final LimitBook book;
    private final RiskChanges changes;

    AccountLimits(LimitBook book, RiskChanges changes) {
        this.book = book;
        this.changes = changes;
    }

    /** @throws dev.moa.domain.value.InvalidValue naming the member that is no limit, or cannot have this value */
    public void check(Map<String, Object> members) {
        LimitsText.patched(RiskLimits.NONE, byCurrency(members));
    }

    /** What a new account begins with, beside the standard limits of its kind. */
    public void begin(AccountId account, boolean atBroker, Map<String, Object> members, UUID by) {
        if (!members.isEmpty()) {
            RiskLimits standard = atBroker ? RiskLimits.BROKER_ACCOUNT : RiskLimits.PAPER_ACCOUNT;
            book.begin(LevelKey.account(account), LimitsText.patched(standard, byCurrency(members)), by);
        }
    }

    /** Stricter is at once, looser waits. */
    public void change(Caller owner, AccountId account, Map<String, Object> members) {
        if (!members.isEmpty()) {
            changes.changeLimits(
                    owner, new Levels.Level(LevelKey.account(account), owner.userId()), byCurrency(members));
        }
    }

    /** What holds now, as JSON members. */
    public Map<String, Object> of(AccountId account) {
        return LimitsText.write(book.of(LevelKey.account(account)));
    }

    private static Map<String, Object> byCurrency(Map<String, Object> members) {
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            boolean money = Limit.of(name)
                    .filter(limit -> limit.unit() == Limit.Unit.MONEY)
                    .isPresent();
            named.put(name, money && !(value instanceof Map<?, ?>) ? everywhere(value) : value);
        });
        return named;
    }

    private static Map<String, Object> everywhere(Object amount) {
        Map<String, Object> amounts = new HashMap<>();
        CURRENCIES.forEach(currency -> amounts.put(currency, amount));
        return amounts;
    }
}
