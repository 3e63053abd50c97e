package dev.moa.domain.strategy;

import static dev.moa.domain.Samples.BTC;
import static dev.moa.domain.Samples.candle;
import static dev.moa.domain.Samples.dec;
import static dev.moa.domain.Samples.price;
import static dev.moa.domain.Samples.qty;
import static dev.moa.domain.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.Samples;
import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Quantity;
import org.junit.jupiter.api.Test;

/** By hand, with 10,000 USDT, a price of 100 and a fee of 0.1 %. */
class SizingTest {
    private final Portfolio purse = Portfolio.opened(Samples.ACCOUNT, usdt("10000"));

    @Test
    void aShareOfTheEquityPaysItsFee() {
        assertEquals(qty("9.99000"), size(Sizing.percent(Percent.of("10")), null));
    }

    @Test
    void aFixedAmountPaysItsFeeAndIsAllOrNothing() {
        assertEquals(qty("0.99900"), size(Sizing.amount(dec("100")), null));
        assertEquals(Quantity.ZERO, size(Sizing.amount(dec("10000.01")), null));
    }

    @Test
    void theStopCostsTheRiskAndNoMoreThanThePurseIsSpent() {
        assertEquals(qty("50"), size(Sizing.risk(Percent.of("1")), Percent.of("2")));
        assertEquals(qty("99.90009"), size(Sizing.risk(Percent.of("1")), Percent.of("0.5")), "all the money there is");
    }

    @Test
    void whatMovesMuchIsBoughtLess() {
        PositionSizing sizing = Sizing.volatility(Percent.of("1"), 2, dec("2")).sizing(null);
        assertEquals(Quantity.ZERO, sizing.quantity(BTC, purse, price("100")), "not known yet");
        sizing.onCandle(candle(0, "100", "102", "98", "100"));
        sizing.onCandle(candle(1, "100", "103", "97", "100"));
        assertEquals(qty("10"), sizing.quantity(BTC, purse, price("100")), "100 at risk, 2 × 5 away");
        assertEquals(8, sizing.candlesNeeded());
    }

    @Test
    void sizesOutsideTheirRangesAreRefusedByName() {
        assertEquals("sizing.pct", refused(() -> Sizing.percent(Percent.of("0.9"))));
        assertEquals("sizing.amount", refused(() -> Sizing.amount(dec("0"))));
        assertEquals("sizing.risk_pct", refused(() -> Sizing.risk(Percent.of("20.1"))));
        assertEquals("sizing.atr_length", refused(() -> Sizing.volatility(Percent.of("1"), 1, dec("2"))));
        assertEquals("sizing.atr_multiple", refused(() -> Sizing.volatility(Percent.of("1"), 14, dec("21"))));
        assertEquals(
                "sizing.method",
                refused(() -> StrategySettings.DEFAULT
                        .leavingLong(Percent.of("5"), null)
                        .sized(Sizing.risk(Percent.of("1")))));
    }

    private Quantity size(Sizing sizing, Percent stop) {
        return sizing.sizing(stop).quantity(BTC, purse, price("100"));
    }

    private static String refused(Runnable making) {
        return assertThrows(InvalidValue.class, making::run).field();
    }
}
