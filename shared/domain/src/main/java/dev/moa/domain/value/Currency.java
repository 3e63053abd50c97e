package dev.moa.domain.value;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A currency, coin or other asset by its code: {@code KRW}, {@code USDT}, {@code BTC}, {@code 005930}. */
public record Currency(String code) implements Comparable<Currency> {
    private static final Map<String, Currency> KNOWN = new ConcurrentHashMap<>();

    public static final Currency KRW = of("KRW");
    public static final Currency USD = of("USD");
    public static final Currency USDT = of("USDT");

    /** @throws InvalidValue unless the code is 1 to 20 of {@code A–Z 0–9 . -} */
    public Currency {
        if (code == null
                || code.isEmpty()
                || code.length() > 20
                || !code.chars().allMatch(Currency::isCodeLetter)) {
            throw new InvalidValue("currency", "must be 1 to 20 capital letters, digits, dots or dashes");
        }
    }

    private static boolean isCodeLetter(int c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }

    /** The currency of this code. */
    public static Currency of(String code) {
        Currency known = code == null ? null : KNOWN.get(code);
        return known != null ? known : remember(new Currency(code));
    }

    private static Currency remember(Currency currency) {
        if (KNOWN.size() < 10_000) {
            KNOWN.putIfAbsent(currency.code, currency);
        }
        return currency;
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
