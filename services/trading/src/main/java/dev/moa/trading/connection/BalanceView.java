package dev.moa.trading.connection;

import dev.moa.broker.snapshot.AccountSnapshot;
import dev.moa.domain.portfolio.CashBalance;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.Currency;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Money and holdings of an account. @param source broker, or book for an account of Moa's simulator */
@Serdeable
record BalanceView(String source, Instant at, List<Cash> cash, List<Held> holdings) {
    /** @param available without what open orders have reserved */
    @Serdeable
    record Cash(String currency, BigDecimal total, BigDecimal available) {}

    /** @param quantity below zero when short */
    @Serdeable
    record Held(
            String instrument,
            BigDecimal quantity,
            @Nullable BigDecimal averagePrice) {}

    static BalanceView of(Portfolio book, Instant now) {
        return new BalanceView(
                "book",
                now,
                book.cash().stream()
                        .map(money -> new Cash(money.currency().code(), money.total(), money.available()))
                        .toList(),
                book.positions().stream()
                        .map(position -> new Held(
                                position.instrument().id().toString(),
                                position.signedQuantity(),
                                position.entryPrice().value()))
                        .toList());
    }

    static BalanceView of(AccountSnapshot snapshot, Portfolio book) {
        return new BalanceView(
                "broker",
                snapshot.at(),
                snapshot.cash().entrySet().stream()
                        .map(money -> cash(money.getKey(), money.getValue(), book.cash(money.getKey())))
                        .toList(),
                snapshot.holdings().stream()
                        .map(held -> new Held(
                                held.instrument().toString(),
                                held.quantity(),
                                held.average() == null ? null : held.average().value()))
                        .toList());
    }

    private static Cash cash(Currency currency, BigDecimal total, CashBalance ours) {
        return new Cash(currency.code(), total, total.subtract(ours.reserved()));
    }
}
