package dev.moa.trading.risk;

import dev.moa.domain.portfolio.Portfolio;
import dev.moa.domain.value.AccountId;
import java.time.Instant;
import java.time.LocalDate;

/** What an account's memory is made of, stored. Writing is done in bulk by the account's lane. */
interface MemoryStore {
    /** account, day, strategy, trades. */
    String SET_TRADES = "INSERT INTO risk_trades (account_id, day, strategy_id, trades) VALUES (?, ?::date, ?, ?)"
            + " ON CONFLICT (account_id, day, strategy_id) DO UPDATE SET trades = excluded.trades";

    /** position, account, instrument, currency, profit, cost, stop_loss, strategy, at. */
    String ADD_EXIT = "INSERT INTO risk_exit (position_id, account_id, instrument, currency, profit, cost, stop_loss,"
            + " strategy_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?) ON CONFLICT DO NOTHING";

    /** account, currency, peak, day, day_best, locked. */
    String SET_MARK = "INSERT INTO risk_mark (account_id, currency, peak, day, day_best, locked)"
            + " VALUES (?, ?, ?, ?::date, ?, ?) ON CONFLICT (account_id, currency) DO UPDATE SET peak = excluded.peak,"
            + " day = excluded.day, day_best = excluded.day_best, locked = excluded.locked";

    /** @param dayStart when {@code today} began */
    AccountMemory read(AccountId account, Portfolio book, LocalDate today, Instant dayStart);
}
