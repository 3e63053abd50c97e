package dev.moa.notification.inbox;

import dev.moa.contract.BacktestEvents.RunFinished;
import dev.moa.contract.Envelope;
import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents.ApprovalDecided;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.contract.TradingEvents.OrderFilled;
import dev.moa.contract.TradingEvents.OrderSubmitted;
import dev.moa.contract.TradingEvents.OrderUpdated;
import dev.moa.contract.TradingEvents.PositionChanged;
import dev.moa.contract.TradingEvents.SignalReceived;
import dev.moa.contract.TradingEvents.SignalRefused;
import dev.moa.notification.live.LiveDraft;
import dev.moa.platform.json.Json;
import jakarta.inject.Singleton;
import java.util.List;

/** Which events of the private stream a fact becomes, in the words of {@code /ws}. */
@Singleton
class LiveTelling {
    private final Json json;
    private final Marks marks;

    LiveTelling(Json json, Marks marks) {
        this.json = json;
        this.marks = marks;
    }

    List<LiveDraft> of(Envelope envelope, Fact fact) {
        return switch (fact) {
            case OrderSubmitted order ->
                List.of(draft(
                        envelope,
                        "orders",
                        "order_update",
                        Body.of(order).with("status", "SUBMITTED").with("time", envelope.time())));
            case OrderUpdated order ->
                List.of(draft(envelope, "orders", "order_update", Body.of(order).with("time", envelope.time())));
            case OrderFilled fill ->
                List.of(
                        draft(envelope, "orders", "order_filled", Body.of(fill).with("time", envelope.time())),
                        draft(envelope, "portfolio", "portfolio_update", Body.portfolio(fill)));
            case PositionChanged position ->
                List.of(draft(
                        envelope,
                        "positions",
                        "position_update",
                        marks.mark(position, Body.of(position).with("time", envelope.time()))));
            case SignalReceived signal -> List.of(draft(envelope, "ai_signals", "signal_received", Body.of(signal)));
            case SignalRefused signal -> List.of(draft(envelope, "ai_signals", "signal_refused", Body.of(signal)));
            case ApprovalRequested asked ->
                List.of(draft(
                        envelope, "orders", "approval_requested", Body.of(asked).with("time", envelope.time())));
            case ApprovalDecided decided ->
                List.of(draft(
                        envelope, "orders", "approval_decided", Body.of(decided).with("time", envelope.time())));
            case RunFinished run -> List.of(draft(envelope, "backtests", "backtest_progress", Body.of(run)));
            default -> List.of();
        };
    }

    LiveDraft of(Notification notification) {
        return new LiveDraft(
                notification.eventId(),
                "notifications",
                "notification",
                json.write(Body.of(notification).members()));
    }

    private LiveDraft draft(Envelope envelope, String channel, String event, Body body) {
        return new LiveDraft(envelope.eventId(), channel, event, json.write(body.members()));
    }
}
