package dev.moa.trading.account;

import dev.moa.platform.outbox.Outbox;
import dev.moa.platform.settings.CommonSettings;
import dev.moa.platform.sql.Sql;
import dev.moa.trading.price.QuoteBoard;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What every lane works with. */
@Singleton
record LaneParts(
        Sql sql,
        Turnstile turnstile,
        Outbox outbox,
        AccountStore accounts,
        BookStore books,
        OpenOrders orders,
        BrokerSessions sessions,
        AttemptStore attempts,
        LeaseStore leases,
        QuoteBoard quotes,
        CommonSettings settings,
        Clock clock) {}
