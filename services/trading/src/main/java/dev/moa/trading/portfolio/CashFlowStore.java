package dev.moa.trading.portfolio;

import dev.moa.domain.value.Money;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import java.time.Instant;
import java.util.UUID;

/** Flows are written in bulk by an account's lane, together with the ledger. */
interface CashFlowStore {
    /** flow, account, user, currency, amount, note, at. */
    String ADD_FLOW = "INSERT INTO cash_flow (flow_id, account_id, user_id, currency, amount, note, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** amount, account, currency: the profit of the day counts from so much more. */
    String MOVE_DAY_START = "UPDATE account_day SET equity = equity + ? WHERE account_id = ? AND currency = ?"
            + " AND day = (SELECT max(day) FROM account_day WHERE account_id = ?)";

    /** @param money above zero when it came in */
    record Flow(UUID id, UUID account, UUID user, Money money, String note, Instant at) {}

    /** @param accountId null for all of the person's accounts */
    Page<Flow> list(UUID userId, UUID accountId, PageRequest page);
}
