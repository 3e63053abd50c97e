package dev.moa.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: Binance's help page "How to Calculate Liquidation Price of USD-M Futures Contracts" (formula, maintenance amounts)
 * with the positions of its example held on isolated margin, as other projects' tests have them: 1,114.78 and 18,778.73.
 */
class MarginBracketsTest {
    private static MarginBrackets brackets(String symbol) {
        return MarginBrackets.of(VenueRules.instrument(InstrumentId.parse("BINANCE_FUTURES:" + symbol)));
    }

    @ParameterizedTest
    @CsvSource({
        "ETHUSDT, 1535443.01, 3683.979, 1456.84, 1114.78",
        "BTCUSDT, 1535443.01, 109.488, 32481.980025, 18778.73",
    })
    void theVenuesOwnExamplesAreFound(String symbol, String wallet, String quantity, String entry, String expected) {
        Price found = brackets(symbol)
                .liquidationPrice(
                        1,
                        Quantity.of(quantity),
                        new BigDecimal(quantity).multiply(new BigDecimal(entry)),
                        new BigDecimal(wallet));
        assertEquals(new BigDecimal(expected), found.value().setScale(2, RoundingMode.HALF_UP));
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 264000, 1340", // at 1 % as on the page, less 1,300
        "BTCUSDT, 500000, 3700",
        "BTCUSDT, 49999, 199.996",
        "ETHUSDT, 10000, 50", // 0.65 % less 15
        "ETHUSDT, 4000000, 264635",
    })
    void maintenanceMarginIsTheRateLessTheAmount(String symbol, String value, String expected) {
        assertEquals(new BigDecimal(expected), brackets(symbol).maintenance(new BigDecimal(value)));
    }

    @Test
    void maintenanceAmountsAreThoseOfThePage() {
        assertEquals(
                new BigDecimal("1300"),
                brackets("BTCUSDT").at(new BigDecimal("500000")).amount());
        assertEquals(
                new BigDecimal("16300"),
                brackets("BTCUSDT").at(new BigDecimal("2000000")).amount());
        assertEquals(
                new BigDecimal("135365"),
                brackets("ETHUSDT").at(new BigDecimal("4000000")).amount());
    }

    @Test
    void leverageIsBoundedByThePositionsValue() {
        MarginBrackets btc = brackets("BTCUSDT");
        assertEquals(125, btc.maxLeverage());
        assertEquals(new BigDecimal("50000"), btc.maxValue(125));
        assertEquals(new BigDecimal("1000000"), btc.maxValue(21));
        assertNull(btc.maxValue(1));
        assertEquals(125, btc.checked(125));
        assertThrows(InvalidValue.class, () -> btc.checked(126));
        assertThrows(InvalidValue.class, () -> btc.checked(0));
        assertThrows(InvalidValue.class, () -> brackets("PEPEUSDT").checked(51));
    }

    @Test
    void aPositionThatIsPaidInFullIsNeverLiquidatedByAFall() {
        assertNull(brackets("BTCUSDT")
                .liquidationPrice(1, Quantity.of("1"), new BigDecimal("50000"), new BigDecimal("50000")));
    }

    /** At the liquidation price the margin equals the maintenance margin, and the fee is never more. */
    @Property(tries = 500)
    void atTheLiquidationPriceExactlyTheMaintenanceMarginIsLeft(
            @ForAll @IntRange(min = 1, max = 125) int leverage,
            @ForAll @IntRange(min = 1, max = 1000) int lots,
            @ForAll @IntRange(min = 100, max = 90000) int entry,
            @ForAll boolean isLong) {
        MarginBrackets btc = brackets("BTCUSDT");
        Quantity quantity = new Quantity(new BigDecimal("0.01").multiply(BigDecimal.valueOf(lots)));
        BigDecimal cost = quantity.value().multiply(BigDecimal.valueOf(entry));
        if (btc.maxValue(leverage) != null && cost.compareTo(btc.maxValue(leverage)) > 0) {
            return;
        }
        BigDecimal margin = cost.divide(BigDecimal.valueOf(leverage), 12, RoundingMode.CEILING);
        int side = isLong ? 1 : -1;
        Price price = btc.liquidationPrice(side, quantity, cost, margin);
        if (price == null) {
            assertTrue(isLong && leverage == 1);
            return;
        }
        BigDecimal value = price.times(quantity);
        BigDecimal left = margin.add(value.subtract(cost).multiply(BigDecimal.valueOf(side)));
        BigDecimal surplus = left.subtract(btc.maintenance(value));
        assertTrue(surplus.signum() >= 0, () -> "lacks " + surplus);
        assertTrue(surplus.compareTo(new BigDecimal("0.00000001")) < 0, () -> "too much is left: " + surplus);
        assertTrue(btc.liquidationFee(value).compareTo(left) <= 0);
    }
}
