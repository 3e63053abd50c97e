package dev.moa.market.replay;

import dev.moa.domain.instrument.InstrumentId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a replay file's name says about its instrument. Only what can hardly mean anything else. */
final class InstrumentGuess {
    /** The command copies a file under its name behind a time and a process id. */
    private static final Pattern COPY_PREFIX = Pattern.compile("^\\d{9,}-\\d+-");

    private static final Pattern KOREAN_STOCK = Pattern.compile("(\\d{6})([._-].*)?");
    private static final Pattern UPBIT = Pattern.compile("(?:upbit[_-])?(krw|usdt)-([a-z0-9]{2,10})([._-].*)?");
    private static final Pattern BINANCE = Pattern.compile("([a-z]{2,6})usdt?([._-].*)?");
    private static final Pattern FOREX = Pattern.compile("(eur|gbp|jpy|chf|aud|nzd|cad|cnh)usd.*");

    private InstrumentGuess() {}

    static Optional<InstrumentId> from(String fileName) {
        String name = COPY_PREFIX.matcher(fileName.toLowerCase(Locale.ROOT)).replaceFirst("");
        Matcher korean = KOREAN_STOCK.matcher(name);
        if (korean.matches()) {
            return Optional.of(new InstrumentId("KRX", korean.group(1)));
        }
        Matcher upbit = UPBIT.matcher(name);
        if (upbit.matches()) {
            return Optional.of(
                    new InstrumentId("UPBIT", (upbit.group(1) + "-" + upbit.group(2)).toUpperCase(Locale.ROOT)));
        }
        Matcher binance = BINANCE.matcher(name);
        if (binance.matches() && !FOREX.matcher(name).matches()) {
            return Optional.of(new InstrumentId("BINANCE", binance.group(1).toUpperCase(Locale.ROOT) + "USDT"));
        }
        return Optional.empty();
    }
}
