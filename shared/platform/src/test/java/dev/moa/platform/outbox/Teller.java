package dev.moa.platform.outbox;

import dev.moa.contract.TradingEvents;
import dev.moa.platform.Ids;
import dev.moa.platform.sql.Sql;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;

/** Tells facts as the trading service would. */
final class Teller {

    private final Sql sql;
    private final Outbox outbox;

    Teller(ApplicationContext trading) {
        this.sql = trading.getBean(Sql.class);
        this.outbox = trading.getBean(Outbox.class);
    }

    UUID tell(String subject) {
        return sql.inTransaction(() -> append(subject, null));
    }

    /** Inside a transaction of the caller. */
    UUID append(String subject, UUID owner) {
        return outbox.append(
                new TradingEvents.SignalReceived(Ids.next(), Ids.next(), "BINANCE:BTCUSDT", "buy", "strategy"),
                subject,
                owner);
    }

    Sql sql() {
        return sql;
    }
}
