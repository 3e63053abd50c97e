package dev.moa.trading.account;

import dev.moa.domain.value.AccountId;
import dev.moa.domain.value.OrderId;
import java.util.Map;
import java.util.UUID;

/** What was handed to venues, under which name. The statements are run in bulk by an account's lane. */
interface AttemptStore {
    /** order, attempt, account, client order id, sent at. */
    String ADD = "INSERT INTO order_attempt (order_id, attempt, account_id, client_order_id, state, sent_at)"
            + " VALUES (?, ?, ?, ?, 'SENT', ?)";

    /** again at, order. */
    String DEFER = "UPDATE order_attempt SET state = 'NOT_PLACED', again_at = ?"
            + " WHERE order_id = ? AND state IN ('SENT', 'UNKNOWN')";

    /** state, order. */
    String MOVE = "UPDATE order_attempt SET state = ? WHERE order_id = ? AND state IN ('SENT', 'UNKNOWN')";

    /** account, number, order. */
    String NUMBER = "INSERT INTO venue_order_number (account_id, number, order_id) VALUES (?, ?, ?)"
            + " ON CONFLICT DO NOTHING";

    /** order, account, cause, at. */
    String WISH =
            "INSERT INTO cancel_wish (order_id, account_id, cause, at) VALUES (?, ?, ?, ?)" + " ON CONFLICT DO NOTHING";

    /** order. */
    String FORGET_WISH = "DELETE FROM cancel_wish WHERE order_id = ?";

    /** Part of every name: who we are. Another one after every restore. */
    UUID epoch();

    /** The last attempts of the open orders of an account that were handed in. */
    Map<OrderId, Attempt> last(AccountId account);
}
