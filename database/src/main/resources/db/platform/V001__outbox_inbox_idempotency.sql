-- Applied once into the schema of every service (history table platform_history). Names are unqualified on purpose.

CREATE TABLE outbox (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid        NOT NULL UNIQUE,
    name     text        NOT NULL,
    version  integer     NOT NULL,
    subject  text        NOT NULL,
    owner    uuid,
    at       timestamptz NOT NULL,
    -- The whole envelope, byte for byte as it is published; jsonb would reorder it.
    body     text        NOT NULL,
    -- Which transaction wrote it; for inquiries, the relay does not need it.
    txid     xid8        NOT NULL DEFAULT pg_current_xact_id(),
    sent_at  timestamptz
) WITH (autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_at ON outbox (at);

CREATE TABLE inbox (
    queue    text        NOT NULL,
    event_id uuid        NOT NULL,
    at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (queue, event_id)
);

CREATE INDEX inbox_at ON inbox (at);

CREATE TABLE idempotency (
    user_id    uuid        NOT NULL,
    route      text        NOT NULL,
    key        text        NOT NULL,
    body_hash  text        NOT NULL,
    state      text        NOT NULL,
    status     integer,
    body       text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, route, key)
);

CREATE INDEX idempotency_created_at ON idempotency (created_at);

-- What the sweepers of all consumers read: RabbitMQ may lose everything, this view does not.
CREATE VIEW outbox_v1 AS
SELECT id, event_id, name, version, subject, owner, at, body, txid, sent_at
FROM outbox;

GRANT USAGE ON SCHEMA ${schema} TO moa_auth, moa_trading, moa_market, moa_backtest, moa_notification;
REVOKE ALL ON outbox_v1 FROM moa_${schema};
GRANT SELECT ON outbox_v1 TO moa_auth, moa_trading, moa_market, moa_backtest, moa_notification;
