package dev.moa.domain.instrument;

import dev.moa.domain.instrument.Listing.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Korea takes of the value of every sale of shares: the securities transaction tax with the special tax for rural
 * development, by market and day of the trade. Funds, notes and warrants pay none, purchases pay none.
 */
public final class SellTax {
    private record Rates(BigDecimal kospi, BigDecimal kosdaq, BigDecimal konex) {}

    private static final TreeMap<LocalDate, Rates> BY_DAY = new TreeMap<>(Map.of(
            LocalDate.MIN,
            rates("0.0030", "0.0030", "0.0030"),
            LocalDate.of(2019, 6, 3),
            rates("0.0025", "0.0025", "0.0010"),
            LocalDate.of(2021, 1, 1),
            rates("0.0023", "0.0023", "0.0010"),
            LocalDate.of(2023, 1, 1),
            rates("0.0020", "0.0020", "0.0010"),
            LocalDate.of(2024, 1, 1),
            rates("0.0018", "0.0018", "0.0010"),
            LocalDate.of(2025, 1, 1),
            rates("0.0015", "0.0015", "0.0010"),
            LocalDate.of(2026, 1, 1),
            rates("0.0020", "0.0020", "0.0010")));

    private SellTax() {}

    private static Rates rates(String kospi, String kosdaq, String konex) {
        return new Rates(new BigDecimal(kospi), new BigDecimal(kosdaq), new BigDecimal(konex));
    }

    /** The fraction of the sale's value, zero where nothing is due. */
    public static BigDecimal rate(Listing listing, LocalDate day) {
        if (!listing.taxed() || listing.product() != Product.STOCK) {
            return BigDecimal.ZERO;
        }
        Rates rates = BY_DAY.floorEntry(day).getValue();
        return switch (listing.market()) {
            case KOSPI -> rates.kospi();
            case KOSDAQ -> rates.kosdaq();
            case KONEX -> rates.konex();
            case OTHER -> BigDecimal.ZERO;
        };
    }
}
