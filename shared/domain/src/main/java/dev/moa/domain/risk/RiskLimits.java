package dev.moa.domain.risk;

import dev.moa.domain.value.Currency;
import dev.moa.domain.value.InvalidValue;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What may be risked at one level. Amounts count in the quote currency of the order at hand; equity is that of the same
 * currency. Immutable; built from {@link #NONE} or {@link #DEFAULT} by the {@code with} methods.
 */
public final class RiskLimits {
    /** No limit but the account's money and the venue's rules. */
    public static final RiskLimits NONE = new RiskLimits(new EnumMap<>(Limit.class), new EnumMap<>(Limit.class));

    /** For a person who has set nothing: half of the equity in one order, 10 % loss a day, 20 positions, 10 trades a day. */
    public static final RiskLimits DEFAULT = NONE.with(Limit.MAX_ORDER_VALUE, Cap.ofEquity("50"))
            .with(Limit.DAILY_LOSS, Cap.ofEquity("10"))
            .with(Limit.MAX_OPEN_POSITIONS, 20)
            .with(Limit.MAX_DAILY_TRADES, 10);

    /** For a paper account that has set nothing: 50 trades a day. */
    public static final RiskLimits PAPER_ACCOUNT = NONE.with(Limit.MAX_DAILY_TRADES, 50);

    /** For a broker's account that has set nothing: 50 trades a day, 1,000,000 of its currency in one position. */
    public static final RiskLimits BROKER_ACCOUNT = PAPER_ACCOUNT.with(
            Limit.MAX_POSITION_SIZE,
            Cap.NONE
                    .withAmount(Currency.KRW, BigDecimal.valueOf(1_000_000))
                    .withAmount(Currency.USD, BigDecimal.valueOf(1_000_000))
                    .withAmount(Currency.USDT, BigDecimal.valueOf(1_000_000)));

    private final Map<Limit, BigDecimal> numbers;
    private final Map<Limit, Cap> caps;

    private RiskLimits(Map<Limit, BigDecimal> numbers, Map<Limit, Cap> caps) {
        this.numbers = numbers;
        this.caps = caps;
    }

    /** The same with this bound of money; {@link Cap#NONE} takes it away. */
    public RiskLimits with(Limit limit, Cap cap) {
        require(limit, limit.unit() == Limit.Unit.MONEY);
        Map<Limit, Cap> changed = new EnumMap<>(Limit.class);
        changed.putAll(caps);
        changed.remove(limit);
        if (!cap.isNone()) {
            changed.put(limit, cap);
        }
        return new RiskLimits(numbers, changed);
    }

    /**
     * The same with this number; null takes the limit away.
     *
     * @throws InvalidValue when the limit cannot have this number
     */
    public RiskLimits with(Limit limit, BigDecimal number) {
        require(limit, limit.unit() != Limit.Unit.MONEY);
        Map<Limit, BigDecimal> changed = new EnumMap<>(Limit.class);
        changed.putAll(numbers);
        changed.remove(limit);
        if (number != null) {
            changed.put(limit, limit.checked(number));
        }
        return new RiskLimits(changed, caps);
    }

    public RiskLimits with(Limit limit, long number) {
        return with(limit, BigDecimal.valueOf(number));
    }

    private static void require(Limit limit, boolean fits) {
        if (!fits) {
            throw new InvalidValue(limit.word(), "has another unit");
        }
    }

    /** Takes over one limit of the others, whatever it is there. */
    public RiskLimits withLimitOf(Limit limit, RiskLimits others) {
        return limit.unit() == Limit.Unit.MONEY
                ? with(limit, others.cap(limit))
                : with(limit, others.numbers.get(limit));
    }

    /** Whether it was set. */
    public boolean has(Limit limit) {
        return numbers.containsKey(limit) || caps.containsKey(limit);
    }

    public boolean isNone() {
        return numbers.isEmpty() && caps.isEmpty();
    }

    /** The bound of money; {@link Cap#NONE} when there is none. */
    public Cap cap(Limit limit) {
        return caps.getOrDefault(limit, Cap.NONE);
    }

    /** The number that counts, which may be the standard one; null when there is none. */
    public BigDecimal number(Limit limit) {
        return numbers.getOrDefault(limit, limit.standard());
    }

    /** The limits that allow more in the others than here. */
    public Set<Limit> loosenedBy(RiskLimits others) {
        Set<Limit> loosened = EnumSet.noneOf(Limit.class);
        for (Limit limit : Limit.values()) {
            boolean looser = limit.unit() == Limit.Unit.MONEY
                    ? cap(limit).isLoosenedBy(others.cap(limit))
                    : limit.loosens(numbers.get(limit), others.numbers.get(limit));
            if (looser) {
                loosened.add(limit);
            }
        }
        return loosened;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskLimits limits && numbers.equals(limits.numbers) && caps.equals(limits.caps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers, caps);
    }

    @Override
    public String toString() {
        return "RiskLimits" + numbers + caps;
    }
}
