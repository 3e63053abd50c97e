package dev.moa.domain.instrument;

import dev.moa.domain.value.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of the venues as far as they can be known without asking them, so that every well-formed {@link InstrumentId} has an
 * {@link Instrument}. A venue that is asked later may answer finer ones. What is not known is permissive: a fine grid, no minimum.
 */
public final class VenueRules {
    private static final TickSize UPBIT_KRW_TICKS = TickSize.table(
            "0",
            "0.00000001",
            "1",
            "0.01",
            "10",
            "0.1",
            "100",
            "1",
            "5000",
            "5",
            "10000",
            "10",
            "50000",
            "50",
            "100000",
            "100",
            "500000",
            "500",
            "1000000",
            "1000");
    private static final TickSize UPBIT_USDT_TICKS = TickSize.table(
            "0",
            "0.00000001",
            "0.0001",
            "0.0000001",
            "0.001",
            "0.000001",
            "0.01",
            "0.00001",
            "0.1",
            "0.0001",
            "1",
            "0.001",
            "10",
            "0.01");
    /** The day whose tables hold when no day is asked for. */
    private static final LocalDate LATEST = LocalDate.MAX;

    /** Brokers differ; this one is commonly quoted. An account's own is put in its place. */
    private static final FeeRates KOREAN_COMMISSION = FeeRates.of("0.00015");

    private static final TickSize FINE_TICKS = TickSize.fixed("0.00000001");
    private static final TickSize CENTS = TickSize.fixed("0.01");

    /** Tick and quantity step of Binance's best known spot pairs with USDT. */
    private static final Map<String, List<String>> BINANCE_GRID = Map.ofEntries(
            Map.entry("BTC", List.of("0.01", "0.00001")),
            Map.entry("ETH", List.of("0.01", "0.0001")),
            Map.entry("BNB", List.of("0.01", "0.001")),
            Map.entry("SOL", List.of("0.01", "0.001")),
            Map.entry("LTC", List.of("0.01", "0.001")),
            Map.entry("XRP", List.of("0.0001", "0.1")),
            Map.entry("ADA", List.of("0.0001", "0.1")),
            Map.entry("TRX", List.of("0.0001", "0.1")),
            Map.entry("DOGE", List.of("0.00001", "1")));

    /** Longest first, because USDT ends like no USD pair but BUSD does. */
    private static final List<String> QUOTES =
            List.of("FDUSD", "USDT", "USDC", "BUSD", "USD", "KRW", "EUR", "JPY", "GBP", "BTC", "ETH", "BNB");

    private static final Pattern SEPARATOR = Pattern.compile("[-/_]");
    private static final Pattern NOT_IN_CODES = Pattern.compile("[^A-Z0-9.]");
    private static final Set<String> US_EXCHANGES = Set.of("NASDAQ", "NYSE", "ARCA", "AMEX", "BATS");
    private static final Set<String> KOREAN_EXCHANGES = Set.of("KRX", "NXT", "KOSPI", "KOSDAQ", "KONEX");

    private VenueRules() {}

    /** The instrument of this name; never null, because every well-formed name has rules. */
    public static Instrument instrument(InstrumentId id) {
        String venue = id.venue();
        if (KOREAN_EXCHANGES.contains(venue)) {
            return korean(id, LATEST);
        }
        if (US_EXCHANGES.contains(venue)) {
            return of(id, new Pair(id.symbol(), "USD"), new Grid(CENTS, "1", "0"), FeeRates.of("0.001"))
                    .listed(Listing.FOREIGN_STOCK);
        }
        return switch (venue) {
            case "UPBIT" -> upbit(id, quoteFirst(id.symbol()));
            case "BINANCE" -> binance(id, quoteLast(id.symbol()));
            case "BINANCE_FUTURES" ->
                of(
                                id,
                                quoteLast(id.symbol()),
                                new Grid(FINE_TICKS, "0.001", "5"),
                                new FeeRates(new BigDecimal("0.0002"), new BigDecimal("0.0005")))
                        .listed(Listing.PERPETUAL);
            case "OKX" ->
                of(
                        id,
                        quoteLast(id.symbol()),
                        new Grid(FINE_TICKS, "0.00000001", "0"),
                        new FeeRates(new BigDecimal("0.0008"), new BigDecimal("0.001")));
            default -> of(id, quoteLast(id.symbol()), new Grid(FINE_TICKS, "0.00000001", "0"), FeeRates.of("0.001"));
        };
    }

    /** The instrument of this name as its venue's rules were on a day; rules whose changes are not known are those of today. */
    public static Instrument instrument(InstrumentId id, LocalDate day) {
        return KOREAN_EXCHANGES.contains(id.venue()) ? korean(id, day) : instrument(id);
    }

    private static Instrument korean(InstrumentId id, LocalDate day) {
        Listing listing = KrxListings.of(id);
        Grid grid = new Grid(KrxTicks.on(day, listing), "1", "0");
        return of(id, new Pair(id.symbol(), "KRW"), grid, KOREAN_COMMISSION).listed(listing);
    }

    private static Instrument binance(InstrumentId id, Pair pair) {
        List<String> known = pair.quote().equals("USDT") ? BINANCE_GRID.get(pair.base()) : null;
        Grid grid = known == null
                ? new Grid(FINE_TICKS, "0.00000001", "0")
                : new Grid(TickSize.fixed(known.get(0)), known.get(1), "5");
        return of(id, pair, grid, FeeRates.of("0.001"));
    }

    private static Instrument upbit(InstrumentId id, Pair pair) {
        return switch (pair.quote()) {
            case "KRW" -> of(id, pair, new Grid(UPBIT_KRW_TICKS, "0.00000001", "5000"), FeeRates.of("0.0005"));
            case "USDT" -> of(id, pair, new Grid(UPBIT_USDT_TICKS, "0.00000001", "0.5"), FeeRates.of("0.0025"));
            default -> of(id, pair, new Grid(FINE_TICKS, "0.00000001", "0.00005"), FeeRates.of("0.0025"));
        };
    }

    private static Instrument of(InstrumentId id, Pair pair, Grid grid, FeeRates fees) {
        return new Instrument(
                id,
                Currency.of(pair.base()),
                Currency.of(pair.quote()),
                grid.ticks(),
                new BigDecimal(grid.step()),
                new BigDecimal(grid.minimum()),
                fees);
    }

    /** {@code KRW-BTC}: Upbit names the quote currency first. */
    private static Pair quoteFirst(String symbol) {
        int dash = symbol.indexOf('-');
        return dash <= 0 || dash == symbol.length() - 1
                ? new Pair(code(symbol), "KRW")
                : new Pair(code(symbol.substring(dash + 1)), code(symbol.substring(0, dash)));
    }

    /** {@code BTCUSDT}, {@code BTC-USDT}, {@code EUR/USD}, {@code BTC-USDT-SWAP}; an unknown ending counts in USD. */
    private static Pair quoteLast(String symbol) {
        String[] parts = SEPARATOR.split(symbol);
        if (parts.length >= 2 && QUOTES.contains(parts[1])) {
            return new Pair(code(parts[0]), parts[1]);
        }
        return QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .findFirst()
                .map(quote -> new Pair(code(symbol.substring(0, symbol.length() - quote.length())), quote))
                .orElseGet(() -> new Pair(code(symbol), "USD"));
    }

    private static String code(String part) {
        String plain = NOT_IN_CODES.matcher(part).replaceAll("");
        return plain.isEmpty() ? "X" : plain.substring(0, Math.min(20, plain.length()));
    }

    private record Pair(String base, String quote) {}

    private record Grid(TickSize ticks, String step, String minimum) {}
}
