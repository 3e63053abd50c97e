-- Strategies and the signals they or TradingView raise.

CREATE TABLE strategy (
    strategy_id    uuid PRIMARY KEY,
    user_id        uuid NOT NULL,
    account_id     uuid NOT NULL REFERENCES account,
    name           text NOT NULL,
    indicator_id   text NOT NULL,
    parameters     jsonb NOT NULL,
    instrument     text NOT NULL,
    timeframe      text NOT NULL,
    investment_pct numeric NOT NULL,
    long_tp_pct    numeric,
    long_sl_pct    numeric,
    short_tp_pct   numeric,
    short_sl_pct   numeric,
    leverage       int NOT NULL,
    allow_short    boolean NOT NULL,
    max_open_positions int NOT NULL,
    active         boolean NOT NULL DEFAULT false,
    -- SHA-256 of the webhook's secret; null until a webhook is made.
    webhook_secret_hash text,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    deleted_at     timestamptz
);
CREATE INDEX strategy_of_user ON strategy (user_id, strategy_id DESC) WHERE deleted_at IS NULL;
CREATE INDEX strategy_on_instrument ON strategy (instrument, timeframe) WHERE active AND deleted_at IS NULL;

CREATE TABLE signal (
    signal_id   uuid PRIMARY KEY,
    strategy_id uuid NOT NULL REFERENCES strategy,
    user_id     uuid NOT NULL,
    source      text NOT NULL CHECK (source IN ('strategy', 'tradingview')),
    -- Alert id, hash of body and bar time, or replay run and candle time: each acts once.
    dedupe_key  text NOT NULL,
    instrument  text NOT NULL,
    action      text NOT NULL,
    price       numeric,
    market_at   timestamptz NOT NULL,
    state       text NOT NULL CHECK (state IN ('RECEIVED', 'EXECUTED', 'REFUSED', 'IGNORED', 'EXPIRED')),
    reasons     text[] NOT NULL DEFAULT '{}',
    order_id    uuid REFERENCES orders,
    received_at timestamptz NOT NULL,
    decided_at  timestamptz,
    CONSTRAINT one_signal_per_alert UNIQUE (strategy_id, dedupe_key)
);
CREATE INDEX signal_of_user ON signal (user_id, signal_id DESC);
CREATE INDEX signal_undecided ON signal (received_at) WHERE state = 'RECEIVED';

-- Where a replay began for a strategy: after a restart its indicators are rebuilt from the same first candle.
CREATE TABLE strategy_replay (
    strategy_id uuid NOT NULL REFERENCES strategy,
    run         uuid NOT NULL,
    first_open  timestamptz NOT NULL,
    PRIMARY KEY (strategy_id, run)
);
