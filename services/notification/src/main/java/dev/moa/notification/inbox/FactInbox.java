package dev.moa.notification.inbox;

import dev.moa.contract.AuthEvents;
import dev.moa.contract.BacktestEvents;
import dev.moa.contract.Fact;
import dev.moa.contract.TradingEvents;
import dev.moa.notification.preference.People;
import dev.moa.notification.push.Sockets;
import dev.moa.platform.outbox.FactHandler;
import dev.moa.platform.outbox.Received;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything people are told of comes in here, in its order. */
@Singleton
class FactInbox implements FactHandler {
    private static final int TOGETHER = 50;

    private final Inbox inbox;
    private final People people;
    private final Sockets sockets;

    FactInbox(Inbox inbox, People people, Sockets sockets) {
        this.inbox = inbox;
        this.people = people;
        this.sockets = sockets;
    }

    @Override
    public String queue() {
        return "inbox";
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(
                TradingEvents.OrderSubmitted.class,
                TradingEvents.OrderUpdated.class,
                TradingEvents.OrderFilled.class,
                TradingEvents.OrderAlarm.class,
                TradingEvents.AccountDifference.class,
                TradingEvents.AccountAlarm.class,
                TradingEvents.PositionChanged.class,
                TradingEvents.SignalReceived.class,
                TradingEvents.SignalRefused.class,
                TradingEvents.ApprovalRequested.class,
                TradingEvents.ApprovalDecided.class,
                TradingEvents.WebhookSilent.class,
                TradingEvents.WebhookSequence.class,
                TradingEvents.LimitsChanged.class,
                TradingEvents.RiskStateChanged.class,
                TradingEvents.KillSwitchChanged.class,
                BacktestEvents.RunFinished.class,
                AuthEvents.UserRegistered.class,
                AuthEvents.SessionEnded.class);
    }

    @Override
    public int batch() {
        return TOGETHER;
    }

    @Override
    public void handle(Received<?> received) {
        handleAll(List.of(received));
    }

    @Override
    public void handleAll(List<Received<?>> received) {
        List<Received<?>> owned = new ArrayList<>(received.size());
        for (Received<?> one : received) {
            if (one.fact() instanceof AuthEvents.SessionEnded ended) {
                // Redis tells it sooner, when it is there. Harmless should this transaction fail: the session has
                // ended.
                sockets.endSession(ended.sessionId());
            }
            if (one.fact() instanceof AuthEvents.UserRegistered registered) {
                people.registered(registered.userId(), registered.locale());
            } else if (one.envelope().owner() != null) {
                owned.add(one);
            }
        }
        inbox.take(owned);
    }
}
