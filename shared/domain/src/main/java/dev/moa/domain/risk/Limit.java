package dev.moa.domain.risk;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be limited. A limit that is not set does not restrict; the windows and pauses of a guard have a standard
 * value, which counts once the guard itself is set. {@code PCT} of a limit of money is a share of the level's equity.
 */
public enum Limit {
    /** Price times quantity of one order. */
    MAX_ORDER_VALUE,
    /** What one instrument may be worth in the account once the order has filled. */
    MAX_POSITION_SIZE,
    /** Instruments held or about to be. */
    MAX_OPEN_POSITIONS(Unit.COUNT, Stricter.SMALLER, "0", "1000", null),
    /** Everything held and ordered, over the equity of the same currency. */
    MAX_LEVERAGE(Unit.COUNT, Stricter.SMALLER, "1", "125", null),
    /** What is held and ordered of one instrument, over all accounts of the level. */
    MAX_INSTRUMENT_EXPOSURE,
    /** What is held and ordered at one venue. */
    MAX_MARKET_EXPOSURE,
    /** What is held and ordered in one quote currency. */
    MAX_CURRENCY_EXPOSURE,
    /** Orders of a day that open or enlarge a position. */
    MAX_DAILY_TRADES(Unit.COUNT, Stricter.SMALLER, "0", "1000000", null),
    /** Loss since the day began, open positions included. */
    DAILY_LOSS,
    /** Loss taken since the day began. */
    DAILY_REALIZED_LOSS,
    /** Fall of the equity from its highest value. */
    MAX_DRAWDOWN,
    MAX_LOSSES_IN_A_ROW(Unit.COUNT, Stricter.SMALLER, "1", "100", null),
    /** How long entries pause after that many losses. */
    LOSSES_PAUSE_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", "60"),
    /** How long an instrument is left alone after an exit. */
    EXIT_PAUSE_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", null),
    /** Stop-losses within the window after which entries pause. */
    STOP_LOSS_GUARD_COUNT(Unit.COUNT, Stricter.SMALLER, "1", "100", null),
    STOP_LOSS_GUARD_WINDOW_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", "1440"),
    STOP_LOSS_GUARD_PAUSE_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", "60"),
    /** An instrument whose closed trades of the window brought less than this share of what they cost is paused. */
    LOW_PROFIT_PCT(Unit.PERCENT, Stricter.LARGER, "-100", "100", null),
    LOW_PROFIT_TRADES(Unit.COUNT, Stricter.SMALLER, "1", "100", "2"),
    LOW_PROFIT_WINDOW_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", "1440"),
    LOW_PROFIT_PAUSE_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "43200", "60"),
    /** Once the day's profit has reached this, giving part of it back ends the day's entries. */
    PROFIT_LOCK,
    PROFIT_LOCK_GIVE_BACK_PCT(Unit.PERCENT, Stricter.SMALLER, "0", "100", "50"),
    /** Distance between the highest and the lowest price of the window. */
    VOLATILITY_PCT(Unit.PERCENT, Stricter.SMALLER, "0", "1000", null),
    VOLATILITY_WINDOW_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "60", "5"),
    /** The same of the market's leading instrument. */
    INDEX_SHOCK_PCT(Unit.PERCENT, Stricter.SMALLER, "0", "1000", null),
    INDEX_SHOCK_WINDOW_MINUTES(Unit.MINUTES, Stricter.LARGER, "1", "60", "5"),
    /** How far an order's own price may lie from the market. */
    PRICE_COLLAR_PCT(Unit.PERCENT, Stricter.SMALLER, "0", "1000", null),
    /** How long the same order counts as sent twice by mistake. */
    DUPLICATE_SECONDS(Unit.SECONDS, Stricter.LARGER, "1", "3600", null),
    /** How old the latest price may be. */
    STALE_QUOTE_SECONDS(Unit.SECONDS, Stricter.SMALLER, "1", "86400", null);

    /** What a limit is counted in. */
    public enum Unit {
        /** A {@link Cap}. */
        MONEY,
        COUNT,
        PERCENT,
        MINUTES,
        SECONDS
    }

    private enum Stricter {
        SMALLER,
        LARGER
    }

    private final Unit unit;
    private final Stricter stricter;
    private final BigDecimal low;
    private final BigDecimal high;
    private final BigDecimal standard;

    Limit() {
        this(Unit.MONEY, Stricter.SMALLER, "0", "100", null);
    }

    Limit(Unit unit, Stricter stricter, String low, String high, String standard) {
        this.unit = unit;
        this.stricter = stricter;
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.standard = standard == null ? null : new BigDecimal(standard);
    }

    public Unit unit() {
        return unit;
    }

    /** What counts when it is not set; null for a limit that then does not restrict. */
    public BigDecimal standard() {
        return standard;
    }

    /** As in JSON: {@code max_order_value}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Limit> of(String word) {
        return Arrays.stream(values())
                .filter(limit -> limit.word().equals(word))
                .findFirst();
    }

    /** @throws InvalidValue naming the limit, unless the number is one it can have */
    public BigDecimal checked(BigDecimal number) {
        BigDecimal value = Decimals.canonical(word(), number);
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new InvalidValue(word(), "must be between " + low + " and " + high);
        }
        if (unit == Unit.COUNT && value.scale() > 0) {
            throw new InvalidValue(word(), "must be a whole number");
        }
        return value;
    }

    /** Whether going from one value to the other allows more; null is no limit. */
    boolean loosens(BigDecimal from, BigDecimal to) {
        BigDecimal before = from == null ? standard : from;
        BigDecimal after = to == null ? standard : to;
        if (before == null || after == null) {
            return before != null;
        }
        int change = after.compareTo(before);
        return stricter == Stricter.SMALLER ? change > 0 : change < 0;
    }
}
