package dev.moa.domain.instrument;

import dev.moa.domain.value.InvalidValue;
import java.util.regex.Pattern;

/** An instrument's name, {@code VENUE:SYMBOL}: {@code BINANCE:BTCUSDT}, {@code UPBIT:KRW-BTC}, {@code KRX:005930}. */
public record InstrumentId(String venue, String symbol) implements Comparable<InstrumentId> {
    private static final Pattern VENUE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,39}");

    /** @throws InvalidValue unless both parts are capital letters, digits and the few signs venues use */
    public InstrumentId {
        if (venue == null || symbol == null || !matches(venue, symbol)) {
            throw new InvalidValue("instrument", "must look like VENUE:SYMBOL, for example BINANCE:BTCUSDT");
        }
    }

    private static boolean matches(String venue, String symbol) {
        return VENUE.matcher(venue).matches() && SYMBOL.matcher(symbol).matches();
    }

    /** @throws InvalidValue when the text is not {@code VENUE:SYMBOL}; a bare symbol is for the caller to resolve */
    public static InstrumentId parse(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        return colon < 0
                ? new InstrumentId(null, null)
                : new InstrumentId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(InstrumentId other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}
