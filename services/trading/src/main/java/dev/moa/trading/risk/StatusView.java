package dev.moa.trading.risk;

import dev.moa.domain.risk.Refusal;
import dev.moa.domain.risk.RiskLevel;
import dev.moa.domain.risk.RiskState;
import dev.moa.domain.risk.rules.Gauge;
import dev.moa.trading.risk.limit.LevelKey;
import dev.moa.trading.risk.limit.RiskStates.Held;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every level a person's orders have to pass.
 *
 * @param mode PAPER or REAL: whose figures household and person add up
 * @param entriesBlocked whether something keeps the person from opening anything on any account
 */
@Serdeable
record StatusView(String mode, boolean entriesBlocked, List<Level> levels) {

    /**
     * @param name of the account or strategy
     * @param state ACTIVE, REDUCE_ONLY or HALTED
     * @param held who holds the level or one of its instruments
     * @param limits every limit that is set, with what is used of it
     * @param reasons why nothing can be opened at this level now
     */
    @Serdeable
    record Level(
            String level,
            UUID id,
            @Nullable String name,
            @Nullable String mode,
            String state,
            boolean entriesBlocked,
            List<HeldView> held,
            List<LimitView> limits,
            List<ReasonView> reasons) {}

    @Serdeable
    record HeldView(
            String state,
            @Nullable String instrument,
            String holder,
            String cause,
            @Nullable UUID by,
            Instant since) {}

    /**
     * @param subject currency, market or instrument it is about
     * @param bound the limit, in what its name says
     * @param until when a pause that runs now ends
     */
    @Serdeable
    record LimitView(
            String limit,
            @Nullable String subject,
            @Nullable BigDecimal used,
            @Nullable BigDecimal bound,
            @Nullable Instant until,
            boolean blocks) {}

    @Serdeable
    record ReasonView(String code, String message) {}

    static StatusView of(String mode, List<Level> levels) {
        boolean blocked = levels.stream()
                .filter(level -> level.level().equals(RiskLevel.HOUSEHOLD.word())
                        || level.level().equals(RiskLevel.USER.word()))
                .limit(2)
                .anyMatch(Level::entriesBlocked);
        return new StatusView(mode, blocked, levels);
    }

    static Level level(
            LevelKey key,
            String name,
            String mode,
            RiskState state,
            List<Held> held,
            List<Gauge> gauges,
            List<Refusal> reasons) {
        return new Level(
                key.level().word(),
                key.subject(),
                name,
                mode,
                state.name(),
                !reasons.isEmpty(),
                held.stream().map(StatusView::held).toList(),
                gauges.stream().map(StatusView::limit).toList(),
                reasons.stream()
                        .map(reason -> new ReasonView(reason.code(), reason.message()))
                        .toList());
    }

    private static HeldView held(Held held) {
        String instrument = held.hold().instrument();
        return new HeldView(
                held.state().name(),
                instrument.isEmpty() ? null : instrument,
                held.hold().holder(),
                held.cause(),
                held.by(),
                held.since());
    }

    private static LimitView limit(Gauge gauge) {
        return new LimitView(
                gauge.limit().word(), gauge.subject(), gauge.used(), gauge.bound(), gauge.until(), gauge.blocks());
    }
}
