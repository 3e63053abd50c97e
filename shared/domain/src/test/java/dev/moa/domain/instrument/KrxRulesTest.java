package dev.moa.domain.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.moa.domain.instrument.Listing.Market;
import dev.moa.domain.instrument.Listing.Product;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: the exchange's tables of price steps as published for 25 January 2023 and 11 December 2023 and their cases, the
 * securities transaction tax by year as published by the Ministry of Economy and Finance, and worked by hand from them.
 */
class KrxRulesTest {
    private static final Instrument SAMSUNG = VenueRules.instrument(InstrumentId.parse("KRX:005930"));
    private static final Instrument KODEX_200 = VenueRules.instrument(InstrumentId.parse("KRX:069500"));
    private static final Instrument KODEX_LEVERAGE = VenueRules.instrument(InstrumentId.parse("KRX:122630"));

    @ParameterizedTest
    @CsvSource({
        "KRX:005930, 2022-12-29, 1500, 5",
        "KRX:005930, 2022-12-29, 15000, 50",
        "KRX:005930, 2022-12-29, 150000, 500",
        "KOSDAQ:247540, 2022-12-29, 150000, 100",
        "KRX:005930, 2023-01-25, 1500, 1",
        "KRX:005930, 2023-01-25, 15000, 10",
        "KRX:005930, 2023-01-25, 150000, 100",
        "KRX:005930, 2026-11-23, 200000, 500",
        "KRX:005930, 2026-11-23, 500000, 1000",
        "KRX:069500, 2023-12-08, 1500, 5",
        "KRX:069500, 2023-12-11, 1500, 1",
        "KRX:069500, 2026-11-23, 35000, 5",
        "KRX:Q500012, 2026-11-23, 35000, 5",
        "KRX:58J297, 2026-11-23, 500, 5",
    })
    void priceStepsFollowProductAndDay(String name, LocalDate day, String price, String tick) {
        Instrument instrument = VenueRules.instrument(InstrumentId.parse(name), day);
        assertEquals(new BigDecimal(tick), instrument.tickSize().at(Price.of(price)));
    }

    @ParameterizedTest
    @CsvSource({
        "70500, 49400, 91600", // given in the fixtures
        "10000, 7000, 13000",
        "1999, 1400, 2595", // 599.7 is cut to 599; 2598 does not lie on the grid of 5
        "49900, 34950, 64800", // 14970 is cut to 14950; 64850 does not lie on the grid of 100
        "200000, 140000, 260000",
    })
    void aDayReachesThirtyPercentCutToTheStep(String base, String lower, String upper) {
        PriceLimits limits = PriceLimits.of(SAMSUNG, Price.of(base), LocalDate.of(2026, 11, 23));
        assertEquals(new PriceLimits(Price.of(lower), Price.of(upper)), limits);
        assertTrue(limits.allow(Price.of(upper)));
        assertFalse(limits.allow(Price.of(upper).moved(new BigDecimal("0.1"))));
    }

    @Test
    void aFundOfTwiceItsIndexReachesTwiceAsFarAndANewShareFarther() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        assertEquals(
                new PriceLimits(Price.of("8000"), Price.of("32000")),
                PriceLimits.of(KODEX_LEVERAGE, Price.of("20000"), day));
        assertEquals(
                new PriceLimits(Price.of("12000"), Price.of("80000")),
                PriceLimits.ofFirstDay(SAMSUNG, Price.of("20000")));
        assertEquals(
                new PriceLimits(Price.of("8500"), Price.of("11500")),
                PriceLimits.of(
                        VenueRules.instrument(SAMSUNG.id(), LocalDate.of(2015, 6, 12)),
                        Price.of("10000"),
                        LocalDate.of(2015, 6, 12)));
    }

    @ParameterizedTest
    @CsvSource({
        "KOSPI, STOCK, 2024-12-30, 0.0018",
        "KOSPI, STOCK, 2025-01-02, 0.0015",
        "KOSPI, STOCK, 2025-12-30, 0.0015",
        "KOSPI, STOCK, 2026-01-02, 0.0020",
        "KOSDAQ, STOCK, 2025-12-30, 0.0015",
        "KOSDAQ, STOCK, 2026-01-02, 0.0020",
        "KONEX, STOCK, 2026-01-02, 0.0010",
        "KOSPI, ETF, 2026-01-02, 0",
        "KOSPI, ETN, 2026-01-02, 0",
        "KOSPI, ELW, 2026-01-02, 0",
        "OTHER, STOCK, 2026-01-02, 0",
    })
    void salesAreTaxedByMarketAndYear(Market market, Product product, LocalDate day, String rate) {
        assertEquals(0, new BigDecimal(rate).compareTo(SellTax.rate(Listing.korean(product, market), day)));
    }

    @Test
    void chargesAreCutToTheWonAndOnlySalesAreTaxed() {
        BigDecimal value = new BigDecimal("7153333");
        Instant lastSecondOf2025 = Instant.parse("2025-12-31T14:59:59Z");
        Charges sale = Charges.of(SAMSUNG, Side.SELL, value, SAMSUNG.fees().taker(), lastSecondOf2025);
        assertEquals(new BigDecimal("1072"), sale.fee().amount(), "1072.99995 of commission");
        assertEquals(new BigDecimal("10729"), sale.tax().amount(), "10729.9995 of tax");
        Charges nextYear =
                Charges.of(SAMSUNG, Side.SELL, value, SAMSUNG.fees().taker(), lastSecondOf2025.plusSeconds(1));
        assertEquals(new BigDecimal("14306"), nextYear.tax().amount(), "the day in Seoul counts");
        assertEquals(
                0,
                Charges.of(SAMSUNG, Side.BUY, value, BigDecimal.ZERO, lastSecondOf2025)
                        .tax()
                        .signum());
        assertEquals(
                0,
                Charges.of(KODEX_200, Side.SELL, value, BigDecimal.ZERO, lastSecondOf2025)
                        .tax()
                        .signum());
    }

    @Test
    void whatABacktestAssumesIsAllThatATradeCosts() {
        Instrument assumed = SAMSUNG.withFees(FeeRates.of("0.001"));
        Charges sale = Charges.of(assumed, Side.SELL, new BigDecimal("1234"), new BigDecimal("0.001"), Instant.EPOCH);
        assertEquals(new BigDecimal("1.234"), sale.fee().amount());
        assertEquals(0, sale.tax().signum());
        Instrument ownTier = SAMSUNG.atCommission(FeeRates.of("0.0001"));
        assertTrue(Charges.of(ownTier, Side.SELL, new BigDecimal("1000000"), BigDecimal.ZERO, Instant.EPOCH)
                        .tax()
                        .signum()
                > 0);
    }
}
