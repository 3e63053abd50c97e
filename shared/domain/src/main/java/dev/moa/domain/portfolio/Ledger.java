package dev.moa.domain.portfolio;

import static dev.moa.domain.portfolio.LedgerAccount.CASH;
import static dev.moa.domain.portfolio.LedgerAccount.CLEARING;
import static dev.moa.domain.portfolio.LedgerAccount.FEES;
import static dev.moa.domain.portfolio.LedgerAccount.FUNDING;
import static dev.moa.domain.portfolio.LedgerAccount.HOLDINGS;
import static dev.moa.domain.portfolio.LedgerAccount.INSURANCE;
import static dev.moa.domain.portfolio.LedgerAccount.MARKET;
import static dev.moa.domain.portfolio.LedgerAccount.OPENING;
import static dev.moa.domain.portfolio.LedgerAccount.TAXES;
import static dev.moa.domain.portfolio.LedgerAccount.UNSETTLED;

import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.order.Fill;
import dev.moa.domain.portfolio.LedgerEntry.Kind;
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
        return moved(name, Kind.DEPOSIT, amount, CASH, OPENING);
    }

    /** A trade of spot: money against coins or shares; fee and tax out of the money of their currency. */
    public static List<LedgerEntry> trade(Instrument instrument, Side side, Fill fill) {
        String name = fill.id().value();
        BigDecimal sign = BigDecimal.valueOf(side.sign());
        Money coins = new Money(fill.quantity().value().multiply(sign), instrument.base());
        Money price = new Money(fill.notional().multiply(sign), instrument.quote());
        List<LedgerEntry> entries = new ArrayList<>(8);
        entries.addAll(moved(name, Kind.TRADE, coins, HOLDINGS, MARKET));
        entries.addAll(moved(name, Kind.TRADE, price.negate(), CASH, MARKET));
        entries.addAll(charges(fill));
        return entries;
    }

    /** A trade of a contract: only the profit that it takes moves money, none when it opens a position. */
    static List<LedgerEntry> contract(Fill fill, BigDecimal profit, boolean liquidation) {
        String name = fill.id().value();
        Money gain = new Money(profit, fill.fee().currency());
        if (!liquidation) {
            List<LedgerEntry> entries = new ArrayList<>(moved(name, Kind.TRADE, gain, CASH, MARKET));
            entries.addAll(charges(fill));
            return entries;
        }
        List<LedgerEntry> entries = new ArrayList<>(moved(name, Kind.LIQUIDATION, gain, CASH, MARKET));
        entries.addAll(moved(name, Kind.LIQUIDATION, fill.fee().negate(), CASH, INSURANCE));
        return entries;
    }

    /** Funding received (above zero) or paid (below). */
    static List<LedgerEntry> funding(String name, Money amount) {
        return moved(name, Kind.FUNDING, amount, CASH, FUNDING);
    }

    /** What a trade adds to the unsettled money, or what is settled when it is taken away again. */
    static List<LedgerEntry> settlement(String name, Money amount) {
        return moved(name, Kind.SETTLEMENT, amount, UNSETTLED, CLEARING);
    }

    private static List<LedgerEntry> charges(Fill fill) {
        List<LedgerEntry> entries = new ArrayList<>(4);
        entries.addAll(moved(fill.id().value(), Kind.FEE, fill.fee().negate(), CASH, FEES));
        entries.addAll(moved(fill.id().value(), Kind.TAX, fill.tax().negate(), CASH, TAXES));
        return entries;
    }

    private static List<LedgerEntry> moved(
            String name, Kind kind, Money amount, LedgerAccount here, LedgerAccount there) {
        return amount.signum() == 0
                ? List.of()
                : List.of(
                        new LedgerEntry(name, kind, here, amount), new LedgerEntry(name, kind, there, amount.negate()));
    }

    /** The sum of the entries by currency; every one is zero when the entries are whole transactions. */
    public static Map<Currency, BigDecimal> sums(Collection<LedgerEntry> entries) {
        Map<Currency, BigDecimal> sums = new TreeMap<>();
        entries.forEach(
                entry -> sums.merge(entry.amount().currency(), entry.amount().amount(), BigDecimal::add));
        return sums;
    }
}
