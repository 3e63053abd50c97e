package dev.moa.domain.portfolio;

import static dev.moa.domain.portfolio.LedgerAccount.CASH;
import static dev.moa.domain.portfolio.LedgerAccount.FEES;
import static dev.moa.domain.portfolio.LedgerAccount.HOLDINGS;
import static dev.moa.domain.portfolio.LedgerAccount.MARKET;
import static dev.moa.domain.portfolio.LedgerAccount.OPENING;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Fill;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Double-entry bookkeeping: every event becomes lines that sum to zero in every currency. */
public final class Ledger {
    private Ledger() {}

    /** Money that arrives (above zero) or leaves (below). */
    public static List<LedgerEntry> deposit(String name, Money amount) {
        return List.of(new LedgerEntry(name, CASH, amount), new LedgerEntry(name, OPENING, amount.negate()));
    }

    /** A trade: money against coins or shares, and the venue's fee out of the money of its currency. */
    public static List<LedgerEntry> trade(Instrument instrument, Side side, Fill fill) {
        String name = fill.id().value();
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        Money coins = new Money(fill.quantity().value().multiply(sign), instrument.base());
        Money price = new Money(fill.notional().multiply(sign), instrument.quote());
        List<LedgerEntry> entries = new ArrayList<>(6);
        entries.add(new LedgerEntry(name, HOLDINGS, coins));
        entries.add(new LedgerEntry(name, MARKET, coins.negate()));
        entries.add(new LedgerEntry(name, CASH, price.negate()));
        entries.add(new LedgerEntry(name, MARKET, price));
        if (fill.fee().signum() != 0) {
            entries.add(new LedgerEntry(name, CASH, fill.fee().negate()));
            entries.add(new LedgerEntry(name, FEES, fill.fee()));
        }
        return entries;
    }

    /** The sum of the entries by currency; every one is zero when the entries are whole transactions. */
    public static Map<Currency, BigDecimal> sums(Collection<LedgerEntry> entries) {
        Map<Currency, BigDecimal> sums = new TreeMap<>();
        entries.forEach(
                entry -> sums.merge(entry.amount().currency(), entry.amount().amount(), BigDecimal::add));
        return sums;
    }
}
