package dev.moa.domain.instrument;

import dev.moa.domain.instrument.Listing.Market;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The price steps of the Korean exchange by product and day. A table holds from its day until the next one's. */
final class KrxTicks {
    private static final LocalDate ALWAYS = LocalDate.MIN;

    /** Bands of 5 won up to 5,000 and so on, as before the reform of 2023. */
    private static final TickSize KOSPI_BEFORE_2023 = TickSize.table(
            "0", "1", "1000", "5", "5000", "10", "10000", "50", "50000", "100", "100000", "500", "500000", "1000");

    private static final TickSize KOSDAQ_BEFORE_2023 =
            TickSize.table("0", "1", "1000", "5", "5000", "10", "10000", "50", "50000", "100");
    private static final TickSize STOCK_2023 = TickSize.table(
            "0", "1", "2000", "5", "5000", "10", "20000", "50", "50000", "100", "200000", "500", "500000", "1000");
    private static final TickSize FIVE_WON = TickSize.fixed("5");
    private static final TickSize FUND_2023 = TickSize.table("0", "1", "2000", "5");

    private static final LocalDate STOCK_REFORM = LocalDate.of(2023, 1, 25);
    private static final LocalDate FUND_REFORM = LocalDate.of(2023, 12, 11);

    private static final TreeMap<LocalDate, TickSize> KOSPI =
            new TreeMap<>(Map.of(ALWAYS, KOSPI_BEFORE_2023, STOCK_REFORM, STOCK_2023));
    private static final TreeMap<LocalDate, TickSize> KOSDAQ =
            new TreeMap<>(Map.of(ALWAYS, KOSDAQ_BEFORE_2023, STOCK_REFORM, STOCK_2023));
    private static final TreeMap<LocalDate, TickSize> FUND =
            new TreeMap<>(Map.of(ALWAYS, FIVE_WON, FUND_REFORM, FUND_2023));
    private static final TreeMap<LocalDate, TickSize> WARRANT = new TreeMap<>(Map.of(ALWAYS, FIVE_WON));

    private KrxTicks() {}

    static TickSize on(LocalDate day, Listing listing) {
        TreeMap<LocalDate, TickSize> tables = switch (listing.product()) {
            case ETF, ETN -> FUND;
            case ELW -> WARRANT;
            case STOCK, COIN, PERPETUAL -> listing.market() == Market.KOSPI ? KOSPI : KOSDAQ;
        };
        return tables.floorEntry(day).getValue();
    }
}
