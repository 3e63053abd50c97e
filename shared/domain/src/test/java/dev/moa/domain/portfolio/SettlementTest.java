package dev.moa.domain.portfolio;

import static dev.moa.domain.Samples.ACCOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Charges;
import dev.moa.domain.instrument.Instrument;
import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.instrument.VenueRules;
import dev.moa.domain.order.Fill;
import dev.moa.domain.order.Order;
import dev.moa.domain.order.OrderEvent;
import dev.moa.domain.order.OrderRequest;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.FillId;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.OrderId;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Money of Korean trades arrives two business days later. Worked by hand with 0.015 % commission and 0.20 % sell tax (2026). */
class SettlementTest {
    private static final Instrument SAMSUNG = VenueRules.instrument(InstrumentId.parse("KRX:005930"));
    private static final Instrument BITCOIN = VenueRules.instrument(InstrumentId.parse("UPBIT:KRW-BTC"));
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    private long numbers;

    private PortfolioChange trade(Portfolio book, Side side, String quantity, String price, Instant at) {
        OrderRequest request = OrderRequest.limit(SAMSUNG, side, Quantity.of(quantity), Price.of(price));
        Order order = Order.create(new OrderId(new UUID(3, ++numbers)), ACCOUNT, request, Price.of(price), at);
        book.place(order);
        book.apply(order.apply(new OrderEvent.Submitted(order.id(), at, "")));
        Charges charges = Charges.of(
                SAMSUNG,
                side,
                Price.of(price).times(Quantity.of(quantity)),
                SAMSUNG.fees().taker(),
                at);
        Fill fill = new Fill(
                new FillId("f" + numbers),
                Price.of(price),
                Quantity.of(quantity),
                charges.fee(),
                charges.tax(),
                at,
                at);
        Order submitted = book.openOrder(order.id()).orElseThrow();
        return book.apply(submitted.apply(new OrderEvent.Filled(order.id(), fill, at, "")));
    }

    private static Portfolio opened() {
        return Portfolio.opened(ACCOUNT, Money.of("100000000", "KRW"));
    }

    private static void assertMoney(String expected, BigDecimal found) {
        assertEquals(new BigDecimal(expected), found);
    }

    @Test
    void theProceedsOfASalePayForKoreanPurchasesAtOnceButCannotBeTakenOutUntilTheyArrive() {
        Portfolio book = opened();
        trade(book, Side.BUY, "100", "70000", MONDAY);
        book.settle(WEDNESDAY);
        PortfolioChange sale = trade(book, Side.SELL, "100", "71000", Instant.parse("2026-11-26T01:00:00Z"));

        CashBalance cash = book.cash(Currency.KRW);
        assertMoney("100083685", cash.total());
        assertMoney("100083685", cash.available());
        assertMoney("92998950", cash.settled());
        assertMoney("7084735", cash.unsettled());
        assertMoney("92998950", cash.withdrawable());
        assertEquals(cash.available(), book.spendable(SAMSUNG));
        assertEquals(cash.withdrawable(), book.spendable(BITCOIN), "another venue does not know the sale");
        assertMoney("83685", sale.closed().profit());
        assertTrue(Ledger.sums(sale.entries()).values().stream().allMatch(sum -> sum.signum() == 0));
        assertMoney(
                "14200",
                sale.entries().stream()
                        .filter(entry -> entry.account() == LedgerAccount.TAXES)
                        .findFirst()
                        .orElseThrow()
                        .amount()
                        .amount());

        assertTrue(book.settle(LocalDate.of(2026, 11, 29)).isEmpty());
        List<SettledCash> settled = book.settle(LocalDate.of(2026, 11, 30));
        assertEquals(
                List.of(new SettledCash(Currency.KRW, LocalDate.of(2026, 11, 30), new BigDecimal("7084735"))), settled);
        assertMoney("100083685", book.cash(Currency.KRW).withdrawable());
        assertMoney("100083685", book.cash(Currency.KRW).total());
    }

    @Test
    void whatAPurchaseWillTakeCannotBeTakenOutBefore() {
        Portfolio book = opened();
        trade(book, Side.BUY, "100", "70000", MONDAY);
        CashBalance cash = book.cash(Currency.KRW);
        assertMoney("100000000", cash.settled());
        assertMoney("-7001050", cash.unsettled());
        assertMoney("92998950", cash.withdrawable());
    }

    record Trade(int side, int shares, int hundreds, int days) {}

    @Provide
    Arbitrary<List<Trade>> trades() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.integers().between(600, 800),
                        Arbitraries.integers().between(0, 3))
                .as(Trade::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void ledgerCashAndUnsettledMoneyAgreeAlwaysAndARebuiltBookIsTheSame(@ForAll("trades") List<Trade> trades) {
        Portfolio book = opened();
        List<LedgerEntry> entries = new ArrayList<>();
        Instant now = MONDAY;
        for (Trade trade : trades) {
            now = now.plusSeconds(trade.days() * 86_400L);
            Instant at = now;
            book.settle(LocalDate.ofInstant(at, java.time.ZoneOffset.UTC))
                    .forEach(done -> entries.addAll(done.entries()));
            Side side = trade.side() == 0 ? Side.BUY : Side.SELL;
            entries.addAll(trade(book, side, "" + trade.shares(), trade.hundreds() + "00", at)
                    .entries());
            CashBalance cash = book.cash(Currency.KRW);
            assertEquals(
                    0,
                    sum(entries, LedgerAccount.CASH)
                            .add(new BigDecimal("100000000"))
                            .compareTo(cash.total()));
            assertEquals(0, sum(entries, LedgerAccount.UNSETTLED).compareTo(cash.unsettled()));
            assertTrue(cash.withdrawable().compareTo(cash.total().max(BigDecimal.ZERO)) <= 0);
            assertTrue(cash.withdrawable().compareTo(cash.settled().max(BigDecimal.ZERO)) <= 0);
            assertTrue(Ledger.sums(entries).values().stream().allMatch(sum -> sum.signum() == 0));
            Portfolio rebuilt = Portfolio.of(book.snapshot());
            assertEquals(book.snapshot(), rebuilt.snapshot());
            assertEquals(cash, rebuilt.cash(Currency.KRW));
        }
        book.settle(LocalDate.MAX).forEach(done -> entries.addAll(done.entries()));
        assertEquals(0, sum(entries, LedgerAccount.UNSETTLED).signum());
        assertEquals(book.cash(Currency.KRW).total(), book.cash(Currency.KRW).settled());
    }

    private static BigDecimal sum(List<LedgerEntry> entries, LedgerAccount account) {
        return entries.stream()
                .filter(entry ->
                        entry.account() == account && entry.amount().currency().equals(Currency.KRW))
                .map(entry -> entry.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
