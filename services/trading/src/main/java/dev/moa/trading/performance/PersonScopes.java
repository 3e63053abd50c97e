package dev.moa.trading.performance;

import dev.moa.domain.value.Currency;
import dev.moa.trading.account.Account;
import dev.moa.trading.account.AccountLane;
import dev.moa.trading.account.AccountLanes;
import dev.moa.trading.rate.Rates;
import dev.moa.trading.report.ReportFilter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Finds out whose accounts a report is about: the one asked for, or all that trade as the person does by default. */
@Singleton
class PersonScopes {
    private final AccountLanes lanes;
    private final TradeStore trades;
    private final Rates rates;

    PersonScopes(AccountLanes lanes, TradeStore trades, Rates rates) {
        this.lanes = lanes;
        this.trades = trades;
        this.rates = rates;
    }

    PersonScope of(UUID userId, ReportFilter filter) {
        Currency currency = filter.currency() != null
                ? filter.currency()
                : trades.lastTraded(userId).orElse(Currency.KRW);
        return new PersonScope(lanes(userId, filter.accountId()), filter, currency, rates.of(userId));
    }

    private List<AccountLane> lanes(UUID userId, UUID accountId) {
        AccountLane asked = lanes.of(userId, accountId);
        if (accountId != null) {
            return List.of(asked);
        }
        String mode = asked.account().mode();
        return lanes.accountsOf(userId).stream()
                .filter(account -> account.mode().equals(mode))
                .map(Account::id)
                .map(lanes::of)
                .toList();
    }
}
