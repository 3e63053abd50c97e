package dev.moa.domain.instrument;

import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.InvalidValue;
import dev.moa.domain.value.Price;
import dev.moa.domain.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much leverage a futures venue allows and how much margin it wants kept, by the position's value: the larger the position, the
 * less leverage and the more margin. The tables follow Binance's USD-M contracts.
 *
 * <p>Maintenance margin = value × rate − maintenance amount; the amount makes it continuous from one bracket to the next.
 */
public final class MarginBrackets {
    public static final int MAX_LEVERAGE = 125;

    /**
     * @param from positions of this value on; @param rate of maintenance margin; @param amount to be taken off it
     * @param leverage the most that is allowed
     */
    public record Bracket(BigDecimal from, int leverage, BigDecimal rate, BigDecimal amount) {
        /** What a position of this value has to keep, if it lies in this bracket. */
        BigDecimal maintenance(BigDecimal value) {
            return value.multiply(rate).subtract(amount);
        }
    }

    private static final MarginBrackets BTC = table(
            "0 125 0.004",
            "50000 100 0.005",
            "250000 50 0.01",
            "1000000 20 0.025",
            "10000000 10 0.05",
            "20000000 5 0.1",
            "50000000 4 0.125",
            "100000000 3 0.15",
            "200000000 2 0.25",
            "300000000 1 0.5");
    private static final MarginBrackets ETH = table(
            "0 100 0.005",
            "10000 75 0.0065",
            "100000 50 0.01",
            "500000 25 0.02",
            "1000000 10 0.05",
            "2000000 5 0.1",
            "5000000 4 0.125",
            "10000000 3 0.15",
            "20000000 2 0.25",
            "40000000 1 0.5");
    private static final MarginBrackets OTHERS =
            table("0 50 0.01", "5000 20 0.025", "25000 10 0.05", "100000 5 0.1", "250000 4 0.125", "1000000 1 0.5");
    private static final Map<String, MarginBrackets> BY_BASE = Map.of("BTC", BTC, "ETH", ETH);

    /** Of the value at liquidation, but never more than the maintenance margin that is left then. */
    private static final BigDecimal LIQUIDATION_FEE = new BigDecimal("0.0125");

    private final List<Bracket> brackets;

    private MarginBrackets(List<Bracket> brackets) {
        this.brackets = List.copyOf(brackets);
    }

    private static MarginBrackets table(String... rows) {
        List<Bracket> brackets = new ArrayList<>();
        BigDecimal rate = BigDecimal.ZERO;
        BigDecimal amount = BigDecimal.ZERO;
        for (String row : rows) {
            String[] cells = row.split(" ");
            BigDecimal from = new BigDecimal(cells[0]);
            BigDecimal next = new BigDecimal(cells[2]);
            amount = amount.add(from.multiply(next.subtract(rate)));
            rate = next;
            brackets.add(new Bracket(from, Integer.parseInt(cells[1]), rate, Decimals.canonical("amount", amount)));
        }
        return new MarginBrackets(brackets);
    }

    /** The brackets of a futures contract. */
    public static MarginBrackets of(Instrument contract) {
        return BY_BASE.getOrDefault(contract.base().code(), OTHERS);
    }

    public List<Bracket> brackets() {
        return brackets;
    }

    /** The most leverage that any position may have. */
    public int maxLeverage() {
        return brackets.getFirst().leverage();
    }

    /** The largest value that a position may have at this leverage; null when there is no bound. */
    public BigDecimal maxValue(int leverage) {
        for (Bracket bracket : brackets) {
            if (bracket.leverage() < leverage) {
                return bracket.from();
            }
        }
        return null;
    }

    /** @throws InvalidValue unless the leverage is one that small positions may have */
    public int checked(int leverage) {
        if (leverage < 1 || leverage > maxLeverage()) {
            throw new InvalidValue("leverage", "must be a whole number from 1 to " + maxLeverage());
        }
        return leverage;
    }

    /** The bracket that a position of this value lies in. */
    public Bracket at(BigDecimal value) {
        Bracket found = brackets.getFirst();
        for (Bracket bracket : brackets) {
            if (value.compareTo(bracket.from()) >= 0) {
                found = bracket;
            }
        }
        return found;
    }

    /** What has to be left of the margin of a position of this value; less, and the venue closes it. */
    public BigDecimal maintenance(BigDecimal value) {
        return Decimals.canonical("maintenance", at(value).maintenance(value));
    }

    /** What a liquidation at this value costs: part or all of the maintenance margin, never more than is left. */
    public BigDecimal liquidationFee(BigDecimal value) {
        return Decimals.canonical(
                "fee", value.multiply(LIQUIDATION_FEE).min(maintenance(value)).max(BigDecimal.ZERO));
    }

    /**
     * The price at which an isolated position's margin has shrunk to the maintenance margin:
     * {@code (margin + amount − side × cost) ÷ (quantity × rate − side × quantity)}. Of the brackets' prices the one that is reached
     * first counts, because of their maintenance margins the largest does.
     *
     * @param side 1 for long, −1 for short
     * @param cost quantity times entry price
     * @return rounded to 12 decimals in favour of the position; null when no price above zero would do it
     */
    public Price liquidationPrice(int side, Quantity quantity, BigDecimal cost, BigDecimal margin) {
        BigDecimal first = null;
        for (Bracket bracket : brackets) {
            BigDecimal price = liquidationPrice(bracket, side, quantity.value(), margin.subtract(signed(side, cost)));
            if (first == null || price.compareTo(first) == side) {
                first = price;
            }
        }
        return first.signum() <= 0 ? null : new Price(first);
    }

    private static BigDecimal liquidationPrice(Bracket in, int side, BigDecimal quantity, BigDecimal marginLessCost) {
        return marginLessCost
                .add(in.amount())
                .divide(
                        quantity.multiply(in.rate().subtract(BigDecimal.valueOf(side))),
                        Decimals.RATIO_SCALE,
                        side > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private static BigDecimal signed(int side, BigDecimal amount) {
        return side > 0 ? amount : amount.negate();
    }
}
