package dev.moa.contract;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Facts told by the trading service. Prices are in the instrument's quote currency, quantities in its base unit;
 * {@code mode} is PAPER or REAL; {@code side} is BUY or SELL.
 */
public sealed interface TradingEvents extends Fact {

    /** The order is about to be handed to its venue. */
    @Serdeable
    @Contract(name = "order.submitted", version = 1)
    record OrderSubmitted(
            UUID orderId,
            UUID accountId,
            String instrument,
            String side,
            String type,
            BigDecimal quantity,
            BigDecimal price,
            String mode,
            UUID strategyId)
            implements TradingEvents {}

    /** The order changed in another way than {@link OrderSubmitted} and {@link OrderFilled} tell. */
    @Serdeable
    @Contract(name = "order.updated", version = 1)
    record OrderUpdated(
            UUID orderId,
            UUID accountId,
            String instrument,
            String side,
            String type,
            String status,
            BigDecimal quantity,
            BigDecimal filledQuantity,
            BigDecimal averagePrice,
            BigDecimal price,
            String cause,
            String mode)
            implements TradingEvents {}

    /**
     * A fill was booked; told exactly once per fill.
     *
     * @param orderStatus status of the order after this fill
     * @param realizedPnl profit this fill realised, fees deducted, in the quote currency; zero when it opened or added
     * @param marketTime time of the price it was filled against (differs from the envelope's time in a replay)
     * @param cause manual, strategy, take_profit, stop_loss
     */
    @Serdeable
    @Contract(name = "order.filled", version = 1)
    record OrderFilled(
            UUID orderId,
            UUID fillId,
            UUID accountId,
            String instrument,
            String side,
            BigDecimal price,
            BigDecimal quantity,
            BigDecimal fee,
            String feeCurrency,
            String orderStatus,
            BigDecimal realizedPnl,
            Instant marketTime,
            String mode,
            UUID strategyId,
            String cause)
            implements TradingEvents {}

    /** A position was opened, changed or closed (quantity zero). */
    @Serdeable
    @Contract(name = "position.changed", version = 1)
    record PositionChanged(
            UUID positionId,
            UUID accountId,
            String instrument,
            String side,
            BigDecimal quantity,
            BigDecimal entryPrice,
            BigDecimal realizedPnl,
            BigDecimal stopLoss,
            BigDecimal takeProfit,
            String mode)
            implements TradingEvents {}

    /** A signal of a strategy or of TradingView was stored. {@code action} is buy, sell, close or reverse. */
    @Serdeable
    @Contract(name = "signal.received", version = 1)
    record SignalReceived(UUID signalId, UUID strategyId, String instrument, String action, String source)
            implements TradingEvents {}

    /** A signal did not become an order, with every reason. */
    @Serdeable
    @Contract(name = "signal.refused", version = 1)
    record SignalRefused(UUID signalId, UUID strategyId, String instrument, String action, List<String> reasons)
            implements TradingEvents {}

    /**
     * An account and its broker differ, and nothing explains it: only reducing orders of this instrument are allowed until
     * somebody settles it.
     *
     * @param kind what differs, for example POSITION, UNKNOWN_ORDER, CASH
     * @param state OPEN or SETTLED
     * @param instrument for money, CASH: with its currency
     */
    @Serdeable
    @Contract(name = "account.difference", version = 1)
    record AccountDifference(
            UUID quarantineId,
            UUID accountId,
            String kind,
            String state,
            String instrument,
            UUID orderId,
            String cause,
            String mode)
            implements TradingEvents {}

    /** Something about an account that somebody should know and that needs no settlement. */
    @Serdeable
    @Contract(name = "account.alarm", version = 1)
    record AccountAlarm(UUID accountId, String kind, String instrument, UUID orderId, String cause, String mode)
            implements TradingEvents {}

    /**
     * A person changed between paper and real trading.
     *
     * @param changedAt grows with every change of a person, also when the clock was set back; null in old facts
     */
    @Serdeable
    @Contract(name = "trading.mode.changed", version = 1)
    record TradingModeChanged(UUID userId, String mode, Instant changedAt) implements TradingEvents {}

    /**
     * Something about an order that a person should look at: a fill after its cancel, both exits traded, a stop restored.
     *
     * @param orderId the order, the plan or the position
     * @param what in plain words
     */
    @Serdeable
    @Contract(name = "order.alarm", version = 1)
    record OrderAlarm(UUID orderId, UUID accountId, String instrument, String status, String what, String mode)
            implements TradingEvents {}

    /**
     * A strategy's order waits until a person agrees.
     *
     * @param price the limit; null at the market's price
     * @param reference the market's price when it was asked
     * @param movePct how many percent that may move until it is too late to agree
     */
    @Serdeable
    @Contract(name = "approval.requested", version = 1)
    record ApprovalRequested(
            UUID approvalId,
            UUID strategyId,
            String strategyName,
            UUID accountId,
            String instrument,
            String side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal reference,
            BigDecimal movePct,
            String mode,
            Instant expiresAt)
            implements TradingEvents {}

    /**
     * A waiting order was decided about. {@code state} is APPROVED, REFUSED, EXPIRED, or FAILED (agreed to, but not placed).
     *
     * @param orderId the order; null unless it is APPROVED
     */
    @Serdeable
    @Contract(name = "approval.decided", version = 1)
    record ApprovalDecided(
            UUID approvalId,
            UUID strategyId,
            String strategyName,
            String instrument,
            String side,
            BigDecimal quantity,
            String state,
            List<String> reasons,
            UUID orderId)
            implements TradingEvents {}

    /** Nothing came from a strategy's webhook for longer than it should; told once per silence. */
    @Serdeable
    @Contract(name = "webhook.silent", version = 1)
    record WebhookSilent(UUID strategyId, String strategyName, Instant lastHeardAt, int heartbeatMinutes)
            implements TradingEvents {}

    /** An alert's number was not the next one: alerts are missing, or came out of order. */
    @Serdeable
    @Contract(name = "webhook.sequence", version = 1)
    record WebhookSequence(UUID strategyId, String strategyName, long expected, long got, boolean refused)
            implements TradingEvents {}

    /**
     * Risk limits of a level changed, or wait to change.
     *
     * @param level household, user, account or strategy
     * @param subject its id; the nil id for the household
     * @param status applied or waiting
     * @param limits their names
     * @param effectiveAt when what waits happens by itself; null otherwise
     * @param by who asked for it
     */
    @Serdeable
    @Contract(name = "limits.changed", version = 1)
    record LimitsChanged(String level, UUID subject, String status, List<String> limits, Instant effectiveAt, UUID by)
            implements TradingEvents {}

    /**
     * Somebody or something holds a level back, or gave it free.
     *
     * @param instrument null for the level as a whole
     * @param state ACTIVE, REDUCE_ONLY or HALTED
     * @param holder person, kill_switch, quarantine, …
     * @param by null for the machine
     */
    @Serdeable
    @Contract(name = "risk_state.changed", version = 1)
    record RiskStateChanged(
            String level, UUID subject, String instrument, String state, String holder, String cause, UUID by)
            implements TradingEvents {}

    /**
     * The kill switch was set, came to its end, or was lifted.
     *
     * @param level user, or household for the installation
     * @param step SET, DONE or LIFTED
     * @param openOrders orders that are still open
     * @param positions positions that are still held
     * @param by null for the machine
     */
    @Serdeable
    @Contract(name = "kill_switch.changed", version = 1)
    record KillSwitchChanged(
            UUID switchId,
            String level,
            UUID subject,
            String step,
            String cause,
            int openOrders,
            int positions,
            UUID by)
            implements TradingEvents {}
}
