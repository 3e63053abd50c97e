package dev.moa.trading.portfolio;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.moa.domain.order.Trail;
import dev.moa.domain.portfolio.Direction;
import dev.moa.domain.portfolio.Exits;
import dev.moa.domain.portfolio.Position;
import dev.moa.domain.value.Decimals;
import dev.moa.domain.value.Price;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A position as clients see it; amounts in the instrument's quote currency, {@code roi} and {@code roe} in percent of
 * the cost and of the margin (the same without leverage).
 *
 * @param margin what secures a contract; null for what was paid in full, as the liquidation price and the funding
 * @param funding received less paid
 * @param markPrice the latest price; of a closed position, its average exit price
 */
@Serdeable
record PositionView(
        UUID positionId,
        UUID accountId,
        String instrument,

        @Schema(implementation = Direction.class, requiredMode = REQUIRED)
        String side,

        String currency,
        BigDecimal quantity,
        BigDecimal entryPrice,
        @Nullable BigDecimal markPrice,
        BigDecimal leverage,
        @Nullable BigDecimal margin,
        @Nullable BigDecimal liquidationPrice,
        @Nullable BigDecimal funding,
        @Nullable BigDecimal stopLoss,
        @Nullable BigDecimal takeProfit,
        @Nullable ExitsView exits,
        BigDecimal unrealizedPnl,
        BigDecimal realizedPnl,
        BigDecimal fees,
        BigDecimal roi,
        BigDecimal roe,
        String mode,
        Instant openedAt,
        Instant updatedAt,
        boolean closed) {

    static PositionView open(Position position, Price mark, UUID account, String mode) {
        return of(position, mark, position.unrealized(mark), account, mode);
    }

    static PositionView closed(Position position, UUID account, String mode) {
        return of(position, position.exitPrice(), BigDecimal.ZERO, account, mode);
    }

    private static PositionView of(Position position, Price mark, BigDecimal unrealized, UUID account, String mode) {
        BigDecimal roi =
                percent(position.realized().add(unrealized), position.entered().value());
        BigDecimal leverage = BigDecimal.valueOf(position.margin().leverage());
        boolean contract = position.instrument().isMargined();
        Price liquidation = position.liquidationPrice();
        return new PositionView(
                position.id().value(),
                account,
                position.instrument().id().toString(),
                position.direction() == Direction.LONG ? "LONG" : "SHORT",
                position.instrument().quote().code(),
                position.quantity().value(),
                position.entryPrice().value(),
                mark == null ? null : mark.value(),
                leverage,
                contract ? position.margin().held() : null,
                liquidation == null ? null : liquidation.value(),
                contract ? position.margin().funding() : null,
                position.stopLoss() == null ? null : position.stopLoss().value(),
                position.takeProfit() == null ? null : position.takeProfit().value(),
                ExitsView.of(position.exits()),
                unrealized,
                position.realized(),
                position.fees(),
                roi,
                roi.multiply(leverage),
                mode,
                position.openedAt(),
                position.updatedAt(),
                !position.isOpen());
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : Decimals.ratio(part.multiply(Decimals.HUNDRED), whole)
                        .setScale(4, java.math.RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
    }

    /** How it closes by itself beyond one target and one stop; prices and {@code share} in percent of everything entered. */
    @Serdeable
    record ExitsView(
            List<Rung> ladder,
            @Nullable BigDecimal trailPct,
            @Nullable BigDecimal trailAmount,
            @Nullable BigDecimal breakEvenAt,
            @Nullable Instant closeAt) {
        @Serdeable
        record Rung(BigDecimal price, BigDecimal share) {}

        static ExitsView of(Exits exits) {
            if (exits.equals(Exits.NONE)) {
                return null;
            }
            Trail trail = exits.trail();
            return new ExitsView(
                    exits.ladder().stream()
                            .map(rung ->
                                    new Rung(rung.price().value(), rung.share().value()))
                            .toList(),
                    trail == null || trail.percent() == null
                            ? null
                            : trail.percent().value(),
                    trail == null ? null : trail.amount(),
                    exits.breakEvenAt() == null ? null : exits.breakEvenAt().value(),
                    exits.closeAt());
        }
    }
}
