package dev.moa.trading.plan;

import dev.moa.domain.order.plan.Plan;
import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans, read; writing is done by an account's lane in bulk. */
interface PlanStore {
    /** plan, account, user, client order id, kind, instrument, side, quantity, state, terms, cause, created, updated. */
    String SET_PLAN =
            "INSERT INTO plan (plan_id, account_id, user_id, client_order_id, kind, instrument, side, quantity,"
                    + " state, terms, cause, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)"
                    + " ON CONFLICT (plan_id) DO UPDATE SET quantity = excluded.quantity, state = excluded.state,"
                    + " terms = excluded.terms, cause = excluded.cause, updated_at = excluded.updated_at";

    /** A plan with whose it is. */
    record Owned(Plan plan, AccountId account, UUID user, String clientOrderId, String mode) {}

    Optional<Owned> find(PlanId id);

    List<Owned> open();

    /** The person's latest plans, newest first. */
    List<Owned> ofUser(UUID user, int limit);

    boolean isTaken(AccountId account, String clientOrderId);

    /** The terms as {@link #SET_PLAN} takes them. */
    String json(Plan plan);
}
