package dev.moa.trading.invariant;

/** The invariants that the database can answer by itself: each query tells what breaks it, and nothing when all is well. */
enum Rule {
    ACCEPTED_INTENTS_HAVE_THEIR_ORDER("I1", false, """
            SELECT 'key ' || key || ' was answered with an order that does not exist' AS what FROM idempotency
            WHERE state = 'DONE' AND status = 202 AND body LIKE '{"order_id":%'
              AND NOT EXISTS (SELECT 1 FROM orders WHERE order_id = (body::jsonb ->> 'order_id')::uuid)
              AND NOT EXISTS (SELECT 1 FROM plan WHERE plan_id = (body::jsonb ->> 'order_id')::uuid)"""),

    NO_TWO_INTENTS_SHARE_AN_ORDER("I1", false, """
            SELECT 'order ' || (body::jsonb ->> 'order_id') || ' answers ' || count(*) || ' keys' AS what
            FROM idempotency WHERE state = 'DONE' AND status = 202 AND body LIKE '{"order_id":%'
            GROUP BY body::jsonb ->> 'order_id' HAVING count(*) > 1"""),

    NOTHING_IS_UNDER_WAY_FOR_EVER("I3", true, """
            SELECT 'order ' || order_id || ' is ' || status || ' since ' || updated_at AS what FROM orders
            WHERE status IN ('PENDING_NEW', 'SUBMITTED', 'PENDING_CANCEL') AND updated_at < ?
              AND NOT (status = 'PENDING_NEW' AND NOT triggered AND type IN ('STOP', 'STOP_LIMIT', 'TRAILING_STOP'))"""),

    CLOSED_ORDERS_STAY_CLOSED("I3", false, """
            SELECT 'order ' || order_id || ' went from ' || earlier || ' to ' || status AS what FROM (
                SELECT order_id, status,
                       lag(status) OVER (PARTITION BY order_id ORDER BY transition_id) AS earlier
                FROM order_transition) AS steps
            WHERE earlier IN ('FILLED', 'CANCELLED', 'EXPIRED')
              AND status NOT IN ('FILLED', 'CANCELLED', 'EXPIRED')"""),

    THE_LAST_TRANSITION_IS_THE_STATE("I3", false, """
            SELECT 'order ' || o.order_id || ' is ' || o.status || ', its last transition says ' || t.status AS what
            FROM orders o JOIN LATERAL (
                SELECT status FROM order_transition WHERE order_id = o.order_id
                ORDER BY transition_id DESC LIMIT 1) AS t ON true
            WHERE t.status <> o.status"""),

    EVERY_FILL_IS_BOOKED("I5", false, """
            SELECT 'fill ' || f.venue_fill_id || ' is not in the ledger' AS what FROM fill f
            WHERE NOT EXISTS (SELECT 1 FROM ledger_entry l
                              WHERE l.account_id = f.account_id AND l.transaction = f.venue_fill_id)"""),

    POSITIONS_ARE_THE_SUM_OF_THE_FILLS("I4", false, """
            SELECT 'account ' || account_id || ' holds ' || coalesce(held, 0) || ' of ' || instrument
                   || ', the fills say ' || coalesce(filled, 0) AS what
            FROM (SELECT account_id, instrument,
                         sum(CASE side WHEN 'BUY' THEN quantity ELSE -quantity END) AS filled
                  FROM fill GROUP BY account_id, instrument) AS f
            FULL JOIN (SELECT account_id, instrument,
                              sum(CASE direction WHEN 'LONG' THEN entered_quantity - exited_quantity
                                                 ELSE exited_quantity - entered_quantity END) AS held
                       FROM position GROUP BY account_id, instrument) AS p USING (account_id, instrument)
            WHERE coalesce(held, 0) <> coalesce(filled, 0)"""),

    THE_LEDGER_BALANCES("I5", false, """
            SELECT 'account ' || account_id || ', transaction ' || transaction || ': ' || sum(amount) || ' '
                   || currency || ' too much' AS what
            FROM ledger_entry GROUP BY account_id, transaction, currency HAVING sum(amount) <> 0"""),

    CASH_IS_THE_SUM_OF_ITS_ENTRIES("I5", false, """
            SELECT 'account ' || account_id || ' has ' || coalesce(total, 0) || ' ' || currency || ', its entries say '
                   || coalesce(booked, 0) AS what
            FROM cash FULL JOIN (SELECT account_id, currency, sum(amount) AS booked FROM ledger_entry
                                 WHERE book = 'CASH' GROUP BY account_id, currency) AS l USING (account_id, currency)
            WHERE coalesce(total, 0) <> coalesce(booked, 0)"""),

    ORDERS_KNOW_THEIR_FILLS("I7", false, """
            SELECT 'order ' || order_id || ' says ' || filled_quantity || ' filled, its fills say ' || coalesce(sum, 0)
                   AS what
            FROM orders LEFT JOIN (SELECT order_id, sum(quantity) AS sum FROM fill GROUP BY order_id) AS f
                 USING (order_id)
            WHERE filled_quantity <> coalesce(sum, 0)"""),

    NO_ORDER_FILLS_BEYOND_ITSELF("I7", false, """
            SELECT 'order ' || order_id || ' filled ' || filled_quantity || ' of ' || quantity AS what FROM orders
            WHERE filled_quantity > quantity OR status = 'FILLED' AND filled_quantity < quantity"""),

    POSITIONS_HAVE_THE_STOP_THEY_SHOULD_HAVE("I10", true, """
            SELECT 'account ' || p.account_id || ' should have a stop at ' || p.stop_wanted || ' under ' || p.instrument
                   AS what
            FROM position p WHERE NOT p.closed AND p.stop_wanted IS NOT NULL AND p.stop_loss IS NULL
              AND p.updated_at < ?
              AND NOT EXISTS (SELECT 1 FROM orders o
                              WHERE o.account_id = p.account_id AND o.instrument = p.instrument
                                AND o.type IN ('STOP', 'STOP_LIMIT', 'TRAILING_STOP')
                                AND o.side = CASE p.direction WHEN 'LONG' THEN 'SELL' ELSE 'BUY' END
                                AND o.status IN ('PENDING_NEW', 'SUBMITTED', 'ACCEPTED', 'PARTIALLY_FILLED',
                                                 'PENDING_CANCEL', 'UNKNOWN'))"""),

    NO_FACT_WAITS_FOR_EVER("I8", true, """
            SELECT count(*) || ' facts named ' || name || ' are not sent' AS what FROM outbox
            WHERE sent_at IS NULL AND at < ? GROUP BY name""");

    private final String invariant;
    private final boolean timed;
    private final String query;

    Rule(String invariant, boolean timed, String query) {
        this.invariant = invariant;
        this.timed = timed;
        this.query = query;
    }

    String invariant() {
        return invariant;
    }

    /** Whether the query has one parameter: what is older than it is overdue. */
    boolean isTimed() {
        return timed;
    }

    String query() {
        return query;
    }
}
