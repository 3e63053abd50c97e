package dev.moa.notification.inbox;

import dev.moa.contract.BacktestEvents.RunFinished;
import dev.moa.contract.TradingEvents.ApprovalDecided;
import dev.moa.contract.TradingEvents.ApprovalRequested;
import dev.moa.contract.TradingEvents.OrderFilled;
import dev.moa.contract.TradingEvents.OrderSubmitted;
import dev.moa.contract.TradingEvents.OrderUpdated;
import dev.moa.contract.TradingEvents.PositionChanged;
import dev.moa.contract.TradingEvents.SignalReceived;
import dev.moa.contract.TradingEvents.SignalRefused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The data of one event, member by member as {@code /ws} promises them; what is null is left out. */
final class Body {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Body() {}

    Map<String, Object> members() {
        return members;
    }

    Body with(String name, Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> members.put(name, number.toPlainString());
            case UUID id -> members.put(name, id.toString());
            case Instant time -> members.put(name, time.toString());
            default -> members.put(name, value);
        }
        return this;
    }

    static Body of(OrderSubmitted order) {
        return new Body()
                .with("order_id", order.orderId())
                .with("account_id", order.accountId())
                .instrument(order.instrument())
                .with("side", order.side())
                .with("type", order.type())
                .with("quantity", order.quantity())
                .with("price", order.price())
                .with("mode", order.mode())
                .with("strategy_id", order.strategyId());
    }

    static Body of(OrderUpdated order) {
        return new Body()
                .with("order_id", order.orderId())
                .with("account_id", order.accountId())
                .instrument(order.instrument())
                .with("side", order.side())
                .with("type", order.type())
                .with("status", order.status())
                .with("quantity", order.quantity())
                .with("filled_quantity", order.filledQuantity())
                .with("average_price", order.averagePrice())
                .with("price", order.price())
                .with("cause", order.cause())
                .with("mode", order.mode());
    }

    static Body of(OrderFilled fill) {
        return new Body()
                .with("order_id", fill.orderId())
                .with("fill_id", fill.fillId())
                .with("account_id", fill.accountId())
                .instrument(fill.instrument())
                .with("side", fill.side())
                .with("price", fill.price())
                .with("quantity", fill.quantity())
                .with("fee", fill.fee())
                .with("fee_currency", fill.feeCurrency())
                .with("status", fill.orderStatus())
                .with("realized_pnl", fill.realizedPnl())
                .with("market_time", fill.marketTime())
                .with("mode", fill.mode())
                .with("strategy_id", fill.strategyId())
                .with("cause", fill.cause());
    }

    static Body portfolio(OrderFilled fill) {
        return new Body()
                .with("account_id", fill.accountId())
                .with("mode", fill.mode())
                .with("instrument", fill.instrument())
                .with("reason", "order_filled");
    }

    static Body of(PositionChanged position) {
        return new Body()
                .with("position_id", position.positionId())
                .with("account_id", position.accountId())
                .instrument(position.instrument())
                .with("side", position.side())
                .with("quantity", position.quantity())
                .with("entry_price", position.entryPrice())
                .with("realized_pnl", position.realizedPnl())
                .with("stop_loss", position.stopLoss())
                .with("take_profit", position.takeProfit())
                .with("mode", position.mode());
    }

    static Body of(SignalReceived signal) {
        return new Body()
                .with("signal_id", signal.signalId())
                .with("strategy_id", signal.strategyId())
                .instrument(signal.instrument())
                .with("action", signal.action())
                .with("source", signal.source());
    }

    static Body of(SignalRefused signal) {
        return new Body()
                .with("signal_id", signal.signalId())
                .with("strategy_id", signal.strategyId())
                .instrument(signal.instrument())
                .with("action", signal.action())
                .with("reasons", signal.reasons());
    }

    static Body of(ApprovalRequested asked) {
        return new Body()
                .with("approval_id", asked.approvalId())
                .with("strategy_id", asked.strategyId())
                .with("strategy_name", asked.strategyName())
                .with("account_id", asked.accountId())
                .instrument(asked.instrument())
                .with("side", asked.side())
                .with("quantity", asked.quantity())
                .with("price", asked.price())
                .with("reference_price", asked.reference())
                .with("mode", asked.mode())
                .with("expires_at", asked.expiresAt());
    }

    static Body of(ApprovalDecided decided) {
        return new Body()
                .with("approval_id", decided.approvalId())
                .with("strategy_id", decided.strategyId())
                .instrument(decided.instrument())
                .with("status", decided.state())
                .with("reasons", decided.reasons())
                .with("order_id", decided.orderId());
    }

    static Body of(RunFinished run) {
        return new Body()
                .with("run_id", run.runId())
                .with("name", run.name())
                .with("status", run.status())
                .with("progress", 100)
                .with("total_return", run.totalReturn())
                .with("trades", run.trades());
    }

    static Body of(Notification notification) {
        return new Body()
                .with("notification_id", notification.id())
                .with("kind", notification.kind().word())
                .with("title", notification.title())
                .with("text", notification.text())
                .with("subject", notification.subject())
                .with("created_at", notification.createdAt());
    }

    private Body instrument(String instrument) {
        return with("instrument", instrument).with("symbol", instrument.substring(instrument.indexOf(':') + 1));
    }
}
