package dev.moa.trading.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.moa.domain.instrument.InstrumentId;
import dev.moa.domain.value.Currency;
import dev.moa.domain.value.Money;
import dev.moa.domain.value.Side;
import dev.moa.trading.snapshot.SnapshotStore.CashMove;
import dev.moa.trading.snapshot.SnapshotStore.FillFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayFoldTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
    private static final InstrumentId BTC = InstrumentId.parse("BINANCE:BTCUSDT");

    /** 1,000 in, a coin bought at 400 on the first day in Seoul, half of it sold at 500 on the third; by hand. */
    @Test
    void everyDayHasItsOwnEquityAlsoOneWithoutAnyEvent() {
        MoneyDays money = new MoneyDays(
                FIRST,
                List.of(
                        new CashMove(Currency.USDT, dec("848"), FIRST, dec("599")),
                        new CashMove(Currency.USDT, dec("848"), FIRST.plusDays(2), dec("249"))),
                List.of(new FlowDay(FIRST, Currency.USDT, dec("1000"), dec("0"), dec("0"))));
        DayFold fold = new DayFold(
                money,
                (_, end, last) -> end.equals(Instant.parse("2026-03-03T15:00:00Z")) ? at("450", end) : last,
                SEOUL);
        fold.add(fill(Side.BUY, "1", "400", "-1", "2026-03-02T14:59:59Z"));
        fold.add(fill(Side.SELL, "0.5", "500", "49", "2026-03-03T15:00:00Z"));

        List<DaySnapshot> days = fold.until(FIRST.plusDays(4));

        assertEquals(4, days.size());
        assertEquals(
                List.of("999", "1049", "1098", "1098"),
                days.stream()
                        .map(day -> day.amounts()
                                .getFirst()
                                .equity()
                                .stripTrailingZeros()
                                .toPlainString())
                        .toList());
        assertEquals(dec("1000"), days.getFirst().amounts().getFirst().deposits());
        assertEquals(dec("1"), days.getFirst().amounts().getFirst().fees());
        assertEquals(dec("-1"), days.getFirst().amounts().getFirst().realized());
        assertEquals(dec("50"), days.get(1).amounts().getFirst().unrealized());
        assertEquals(dec("0"), days.get(1).amounts().getFirst().deposits());
        assertEquals(dec("49"), days.get(2).amounts().getFirst().realized());
        assertEquals(dec("0.5"), days.getLast().held().getFirst().holding().quantity());
    }

    private static DaySnapshot.Priced at(String price, Instant at) {
        return new DaySnapshot.Priced(dec(price), at);
    }

    private static FillFact fill(Side side, String quantity, String price, String realized, String at) {
        return new FillFact(
                BTC, side, dec(price), dec(quantity), Money.of("1", "USDT"), dec(realized), Instant.parse(at));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
