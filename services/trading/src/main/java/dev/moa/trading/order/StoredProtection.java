package dev.moa.trading.order;

import dev.moa.domain.order.Protection;
import dev.moa.domain.order.Trail;
import dev.moa.domain.value.Percent;
import dev.moa.domain.value.Price;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** A {@link Protection} as it is stored and sent; null for what it does not ask for. */
@Serdeable
public record StoredProtection(
        @Nullable BigDecimal takeProfitPct,
        @Nullable BigDecimal stopLossPct,
        @Nullable BigDecimal takeProfit,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal trailPct,
        @Nullable BigDecimal trailAmount,
        @Nullable List<Rung> ladder,
        @Nullable BigDecimal breakEvenPct,
        @Nullable Long timeStopSeconds) {

    /** One target: at a distance or at a price, for a share of the position in percent. */
    @Serdeable
    public record Rung(@Nullable BigDecimal pct, @Nullable BigDecimal price, BigDecimal share) {
        static Rung of(Protection.Rung rung) {
            return new Rung(
                    number(rung.distance()), number(rung.price()), rung.share().value());
        }

        Protection.Rung toRung() {
            return new Protection.Rung(percent(pct), at(price), new Percent(share));
        }
    }

    public static StoredProtection of(Protection protection) {
        Trail trail = protection.trail();
        return new StoredProtection(
                number(protection.takeProfit()),
                number(protection.stopLoss()),
                number(protection.takeProfitPrice()),
                number(protection.stopLossPrice()),
                trail == null ? null : number(trail.percent()),
                trail == null ? null : trail.amount(),
                protection.ladder().isEmpty()
                        ? null
                        : protection.ladder().stream().map(Rung::of).toList(),
                number(protection.breakEven()),
                protection.timeStop() == null ? null : protection.timeStop().toSeconds());
    }

    /** @throws dev.moa.domain.value.InvalidValue naming the field that makes no sense */
    public Protection toProtection() {
        return new Protection(
                percent(takeProfitPct),
                percent(stopLossPct),
                at(takeProfit),
                at(stopLoss),
                trailPct == null && trailAmount == null ? null : new Trail(percent(trailPct), trailAmount),
                ladder == null ? null : ladder.stream().map(Rung::toRung).toList(),
                percent(breakEvenPct),
                timeStopSeconds == null ? null : Duration.ofSeconds(timeStopSeconds));
    }

    private static BigDecimal number(Percent percent) {
        return percent == null ? null : percent.value();
    }

    private static BigDecimal number(Price price) {
        return price == null ? null : price.value();
    }

    private static Percent percent(BigDecimal number) {
        return number == null ? null : new Percent(number);
    }

    private static Price at(BigDecimal number) {
        return number == null ? null : new Price(number);
    }
}
