package dev.moa.domain.instrument;

import dev.moa.domain.instrument.Listing.Market;
import dev.moa.domain.instrument.Listing.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the best known Korean symbols are. A symbol that is not here is taken for a share on KOSPI, which has the strictest
 * rules: it pays the sell tax and moves by the larger steps.
 */
final class KrxListings {
    private static final List<String> FUNDS = List.of(
            "069500", "102110", "148020", "152100", "105190", "278530", "229200", "232080", "091160", "091170",
            "091180", "114800", "251340", "132030", "133690", "360750", "379800", "379810", "381170", "371460",
            "305720", "305540", "252400", "161510", "211560", "279530", "458730", "446720", "273130", "153130",
            "157450", "214980", "357870", "423160", "459580", "449170", "130680", "261220", "148070", "385560",
            "304660", "453850", "329200", "091230");
    /** They follow twice their index, up or down, and may move twice as far in a day. */
    private static final List<String> DOUBLE_FUNDS =
            List.of("122630", "252670", "233740", "123320", "252710", "267770", "253230", "253240", "267490");

    private static final List<String> KOSDAQ_SHARES = List.of(
            "247540", "086520", "196170", "028300", "066970", "293490", "035900", "041510", "068760", "263750",
            "253450", "058470", "403870", "145020", "214150", "277810", "357780", "240810", "141080", "035760",
            "122870", "112040");

    private static final Map<String, Listing> KNOWN = new HashMap<>();

    static {
        FUNDS.forEach(symbol -> KNOWN.put(symbol, Listing.korean(Product.ETF, Market.KOSPI)));
        DOUBLE_FUNDS.forEach(symbol -> KNOWN.put(symbol, new Listing(Product.ETF, Market.KOSPI, 2, true)));
        KOSDAQ_SHARES.forEach(symbol -> KNOWN.put(symbol, Listing.korean(Product.STOCK, Market.KOSDAQ)));
    }

    private KrxListings() {}

    static Listing of(InstrumentId id) {
        Listing known = KNOWN.get(id.symbol());
        if (known != null) {
            return known;
        }
        return switch (id.venue()) {
            case "KOSDAQ" -> Listing.korean(Product.STOCK, Market.KOSDAQ);
            case "KONEX" -> Listing.korean(Product.STOCK, Market.KONEX);
            default -> byShape(id.symbol());
        };
    }

    /** Notes are numbered 5xxxxx or Q5xxxxx, warrants begin likewise but have letters in their number. */
    private static Listing byShape(String symbol) {
        if (symbol.matches("Q\\d{6}") || symbol.matches("5[0-8]\\d{4}")) {
            return Listing.korean(Product.ETN, Market.KOSPI);
        }
        if (symbol.matches("5\\d[A-Z0-9]{4}") && !symbol.matches("\\d{6}")) {
            return Listing.korean(Product.ELW, Market.KOSPI);
        }
        return Listing.korean(Product.STOCK, Market.KOSPI);
    }
}
