package dev.moa.domain.risk;

import static dev.moa.domain.Samples.dec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RiskLimitsTest {
    private static final Cap HUNDRED = Cap.NONE.withAmount(Currency.USDT, dec("100"));

    @Test
    void aHigherBoundIsLooserAndALowerOneIsNot() {
        RiskLimits before = RiskLimits.NONE.with(Limit.MAX_DAILY_TRADES, 10).with(Limit.MAX_ORDER_VALUE, HUNDRED);
        assertEquals(Set.of(Limit.MAX_DAILY_TRADES), before.loosenedBy(before.with(Limit.MAX_DAILY_TRADES, 11)));
        assertEquals(Set.of(), before.loosenedBy(before.with(Limit.MAX_DAILY_TRADES, 9)));
        Cap more = Cap.NONE.withAmount(Currency.USDT, dec("100.01"));
        assertEquals(Set.of(Limit.MAX_ORDER_VALUE), before.loosenedBy(before.with(Limit.MAX_ORDER_VALUE, more)));
    }

    @Test
    void takingABoundAwayIsLooserAndAddingOneIsNot() {
        RiskLimits before = RiskLimits.NONE.with(Limit.MAX_ORDER_VALUE, HUNDRED);
        assertEquals(Set.of(Limit.MAX_ORDER_VALUE), before.loosenedBy(RiskLimits.NONE));
        assertEquals(Set.of(), RiskLimits.NONE.loosenedBy(before));
        Cap both = HUNDRED.withAmount(Currency.KRW, dec("1"));
        assertEquals(Set.of(), before.loosenedBy(before.with(Limit.MAX_ORDER_VALUE, both)));
        assertTrue(before.with(Limit.MAX_ORDER_VALUE, both).loosenedBy(before).contains(Limit.MAX_ORDER_VALUE));
    }

    @Test
    void aLongerPauseIsStricterAndTheStandardOneCountsWhereNoneIsSet() {
        RiskLimits hour = RiskLimits.NONE.with(Limit.LOSSES_PAUSE_MINUTES, 60);
        assertEquals(Set.of(), RiskLimits.NONE.loosenedBy(hour));
        assertEquals(Set.of(Limit.LOSSES_PAUSE_MINUTES), hour.loosenedBy(hour.with(Limit.LOSSES_PAUSE_MINUTES, 59)));
        assertEquals(Set.of(), hour.loosenedBy(hour.with(Limit.LOSSES_PAUSE_MINUTES, 61)));
    }

    @Test
    void theDefaultsAreThoseOfTheInterface() {
        assertEquals(dec("10"), RiskLimits.DEFAULT.number(Limit.MAX_DAILY_TRADES));
        assertEquals(dec("50"), RiskLimits.BROKER_ACCOUNT.number(Limit.MAX_DAILY_TRADES));
        assertEquals(
                dec("1000000"),
                RiskLimits.BROKER_ACCOUNT.cap(Limit.MAX_POSITION_SIZE).in(Currency.KRW, dec("1")));
        assertEquals(Cap.NONE, RiskLimits.PAPER_ACCOUNT.cap(Limit.MAX_POSITION_SIZE));
    }

    @Test
    void aNumberALimitCannotHaveIsRefused() {
        assertThrows(InvalidValue.class, () -> RiskLimits.NONE.with(Limit.MAX_LEVERAGE, 126));
        assertThrows(InvalidValue.class, () -> RiskLimits.NONE.with(Limit.MAX_DAILY_TRADES, dec("1.5")));
        assertThrows(InvalidValue.class, () -> RiskLimits.NONE.with(Limit.MAX_DAILY_TRADES, HUNDRED));
    }
}
