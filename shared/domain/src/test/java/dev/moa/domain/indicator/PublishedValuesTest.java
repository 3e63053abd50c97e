package dev.moa.domain.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.moa.domain.Samples;
import dev.moa.domain.candle.Candle;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against tables that others have published. */
class PublishedValuesTest {
    /** StockCharts ChartSchool, "Relative Strength Index", the worked example's closes and its RSI(14). */
    @Test
    void rsiIsThatOfTheWorkedExample() {
        Rsi rsi = new Rsi(14);
        List<String> seen = new ArrayList<>();
        for (Price close :
                prices("44.3389 44.0902 44.1497 43.6124 44.3278 44.8264 45.0955 45.4245 45.8433 46.0826 45.8931"
                        + " 46.0328 45.6140 46.2820 46.2820 46.0028 46.0328 46.4116 46.2222 45.6439 46.2122 46.2521 45.7137"
                        + " 46.4515 45.7835 45.3548 44.0288 44.1783 44.2181 44.5672 43.4205 42.6628 43.1314")) {
            rsi.add(close);
            if (rsi.isReady()) {
                seen.add(rounded(rsi.value(), 2));
            }
        }
        assertEquals(
                words("70.53 66.32 66.55 69.41 66.36 57.97 62.93 63.26 56.06 62.38 54.71 50.42 39.99 41.46 41.87 45.46"
                        + " 37.30 33.08 37.77"),
                seen);
        assertEquals(15, rsi.pricesNeeded());
    }

    /** The ends of the scale are Wilder's own definition. */
    @Test
    void rsiKnowsItsEnds() {
        assertEquals(0, BigDecimal.valueOf(100).compareTo(rsiOf("1 2 3 4")));
        assertEquals(0, BigDecimal.ZERO.compareTo(rsiOf("4 3 2 1")));
        assertEquals(0, BigDecimal.valueOf(50).compareTo(rsiOf("5 5 5 5")));
        assertNull(rsiOf("1 2 3"));
    }

    /** StockCharts ChartSchool, "Bollinger Bands": 42 closes, bands of 20 periods and 2 deviations. */
    @Test
    void bollingerBandsAreThoseOfTheWorkedExample() {
        Bollinger bands = new Bollinger(20, BigDecimal.TWO);
        List<String> middle = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        for (Price close :
                prices("86.1557 89.0867 88.7829 90.3228 89.0671 91.1453 89.4397 89.1750 86.9302 87.6752 86.9596"
                        + " 89.4299 89.3221 88.7241 87.4497 87.2634 89.4985 87.9006 89.1260 90.7043 92.9001 92.9784 91.8021"
                        + " 92.6647 92.6843 92.3021 92.7725 92.5373 92.9490 93.2039 91.0669 89.8318 89.7435 90.3994 90.7387"
                        + " 88.0177 88.0867 88.8439 90.7781 90.5416 91.3894 90.6500")) {
            bands.add(close);
            if (bands.isReady()) {
                middle.add(rounded(bands.middle(), 2));
                upper.add(rounded(bands.upper(), 2));
                lower.add(rounded(bands.lower(), 2));
            }
        }
        assertEquals(
                words(
                        "88.71 89.05 89.24 89.39 89.51 89.69 89.75 89.91 90.08 90.38 90.66 90.86 90.88 90.91 90.99 91.15 91.19"
                                + " 91.12 91.17 91.25 91.24 91.17 91.05"),
                middle);
        assertEquals(
                words(
                        "91.29 91.95 92.61 92.93 93.31 93.73 93.90 94.27 94.57 94.79 95.04 94.91 94.90 94.90 94.86 94.67 94.56"
                                + " 94.68 94.58 94.53 94.53 94.37 94.15"),
                upper);
        assertEquals(
                words(
                        "86.12 86.14 85.87 85.85 85.70 85.65 85.59 85.56 85.60 85.98 86.27 86.82 86.87 86.91 87.12 87.63 87.83"
                                + " 87.56 87.76 87.97 87.95 87.96 87.95"),
                lower);
    }

    /** StockCharts ChartSchool, "Average True Range": 30 days of QQQ, ATR(14), to three decimals. */
    @Test
    void averageTrueRangeIsThatOfTheWorkedExample() {
        Atr atr = new Atr(14);
        List<String> seen = new ArrayList<>();
        for (Candle candle : Qqq.candles()) {
            atr.add(candle);
            if (atr.isReady()) {
                seen.add(rounded(atr.value(), 3));
            }
        }
        assertEquals(
                words(
                        "0.555 0.594 0.586 0.569 0.615 0.618 0.642 0.674 0.693 0.775 0.781 1.209 1.303 1.380 1.367 1.336 1.316"),
                seen);
    }

    /** ta4j's MACDIndicatorTest (lengths 5 and 10, averages begun with the first price), to four decimals. */
    @Test
    void macdIsThatOfTa4j() {
        Macd macd = new Macd(5, 10, 9);
        List<String> seen = new ArrayList<>();
        for (Price close : prices("37.08 36.7 36.11 35.85 35.71 36.04 36.41 37.67 38.01 37.79 36.83")) {
            macd.add(close);
            seen.add(rounded(macd.line(), 4));
        }
        assertEquals(words("0.0000 -0.0576 -0.1749 -0.2677 -0.3233 -0.2840 -0.1893 0.0647 0.2509 0.3039 0.1689"), seen);
        assertEquals(18, macd.pricesNeeded());
        assertFalse(macd.isReady());
    }

    /** By hand: (1 + 2 + 6) / 3, (2 + 6 + 4) / 3. */
    @Test
    void plainAverageForgetsWhatIsTooOld() {
        Sma sma = new Sma(3);
        prices("1 2").forEach(sma::add);
        assertNull(sma.value());
        sma.add(Price.of("6"));
        assertEquals(0, BigDecimal.valueOf(3).compareTo(sma.value()));
        sma.add(Price.of("4"));
        assertEquals(0, BigDecimal.valueOf(4).compareTo(sma.value()));
    }

    @Test
    void impossibleLengthsAreRefused() {
        assertThrows(InvalidValue.class, () -> new Sma(0));
        assertThrows(InvalidValue.class, () -> new Rsi(0));
        assertThrows(InvalidValue.class, () -> new Atr(0));
        assertThrows(InvalidValue.class, () -> new Macd(26, 12, 9));
        assertThrows(InvalidValue.class, () -> new Bollinger(1, BigDecimal.TWO));
        assertThrows(InvalidValue.class, () -> new Bollinger(20, BigDecimal.ZERO));
        assertThrows(InvalidValue.class, () -> new Supertrend(10, BigDecimal.ZERO));
    }

    private static BigDecimal rsiOf(String closes) {
        Rsi rsi = new Rsi(3);
        prices(closes).forEach(rsi::add);
        return rsi.value();
    }

    private static List<Price> prices(String numbers) {
        return words(numbers).stream().map(Price::of).toList();
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    static String rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The days of that example. */
    static final class Qqq {
        private static final String[] HIGH =
                ("48.70 48.72 48.90 48.87 48.82 49.05 49.20 49.35 49.92 50.19 50.12 49.66 49.88"
                                + " 50.19 50.36 50.57 50.65 50.43 49.63 50.33 50.29 50.17 49.32 48.50 48.32 46.80 47.80 48.39"
                                + " 48.66 48.79")
                        .split(" ");
        private static final String[] LOW =
                ("47.790 48.140 48.390 48.370 48.240 48.635 48.940 48.860 49.500 49.870 49.200"
                                + " 48.900 49.430 49.725 49.260 50.090 50.300 49.210 48.980 49.610 49.200 49.430 48.080 47.640"
                                + " 41.550 44.283 47.310 47.200 47.900 47.730")
                        .split(" ");
        private static final String[] CLOSE =
                ("48.160 48.610 48.750 48.630 48.740 49.030 49.070 49.320 49.910 50.130 49.530"
                                + " 49.500 49.750 50.030 50.310 50.520 50.410 49.340 49.370 50.230 49.238 49.930 48.430 48.180"
                                + " 46.570 45.410 47.770 47.720 48.620 47.850")
                        .split(" ");

        private Qqq() {}

        static List<Candle> candles() {
            return IntStream.range(0, HIGH.length)
                    .mapToObj(i -> Samples.candle(i, CLOSE[i], HIGH[i], LOW[i], CLOSE[i]))
                    .toList();
        }
    }
}
