package dev.moa.trading.approval;

import dev.moa.domain.value.StrategyId;
import dev.moa.platform.page.Page;
import dev.moa.platform.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface ApprovalStore {
    /** id, signal, number, strategy, user, account, the wish's ten fields, expires, created. */
    String ADD =
            "INSERT INTO approval (approval_id, signal_id, number, strategy_id, user_id, account_id, instrument, side,"
                    + " quantity, price, reduce_only, take_profit_pct, stop_loss_pct, trail_pct, reference, move_pct, expires_at,"
                    + " created_at, state)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?, ?::numeric, ?::numeric, ?::numeric, ?, ?, ?, ?, 'WAITING')";

    Optional<Approval> find(UUID id);

    Page<Approval> ofUser(UUID userId, List<String> states, PageRequest page);

    boolean areWaiting(StrategyId strategy);

    /** Decides about one that waits; false when somebody was faster. Inside a transaction. */
    boolean decide(UUID id, Approval.State state, Approval.Decision decision);

    /** Those that nobody decided about in time, marked and locked; inside a transaction. */
    List<Approval> expire(Instant now);

    /** Whether another wish of the signal still waits or was agreed to. */
    boolean isUndecided(UUID signalId);
}
