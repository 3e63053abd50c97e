package dev.moa.domain.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class HoldingTest {
    @Test
    void aPartTakesItsShareOfTheCost() {
        Holding held = after(after(Holding.NONE, Side.BUY, "1", "100"), Side.BUY, "1", "200");
        Holding left = after(held, Side.SELL, "0.5", "400");
        assertEquals(new BigDecimal("225"), left.cost());
        assertEquals(new BigDecimal("375"), left.unrealized(new BigDecimal("400")));
        assertTrue(after(left, Side.SELL, "1.5", "1").isNone());
    }

    @Test
    void sellingMoreThanIsHeldOpensTheOtherWay() {
        Holding turned = after(after(Holding.NONE, Side.BUY, "1", "100"), Side.SELL, "3", "90");
        assertEquals(new BigDecimal("-2"), turned.quantity());
        assertEquals(new BigDecimal("180"), turned.cost());
        assertEquals(0, new BigDecimal("-160").compareTo(turned.value(new BigDecimal("80"))));
        assertEquals(new BigDecimal("20"), turned.unrealized(new BigDecimal("80")));
    }

    private static Holding after(Holding held, Side side, String quantity, String price) {
        return held.after(side, new BigDecimal(quantity), new BigDecimal(price));
    }
}
