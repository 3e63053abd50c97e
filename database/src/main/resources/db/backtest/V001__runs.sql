-- Backtests: what was asked for, how far it is, what it found.

CREATE TABLE run (
    run_id       uuid        PRIMARY KEY,
    user_id      uuid        NOT NULL,
    name         text        NOT NULL,
    -- The complete plan as JSON, defaults filled in, so that a repeated run is the same run.
    plan         text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
    progress     integer     NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    -- When the queue delivered it; only then may a worker take it.
    delivered_at timestamptz,
    -- A worker that dies stops renewing its lease; the next attempt begins from the first candle.
    attempt      integer     NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    error        text,
    figures      text,
    equity_curve text,
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    CHECK ((state = 'RUNNING') = (lease_until IS NOT NULL)),
    CHECK (state <> 'COMPLETED' OR (figures IS NOT NULL AND equity_curve IS NOT NULL)),
    CHECK ((state = 'FAILED') = (error IS NOT NULL))
);
CREATE INDEX run_of_user ON run (user_id, run_id DESC);
CREATE INDEX run_unfinished ON run (run_id) WHERE state IN ('QUEUED', 'RUNNING');

-- Numbered from 1 as they closed; a position still held at the end comes last and has no exit.
CREATE TABLE run_trade (
    run_id      uuid        NOT NULL REFERENCES run ON DELETE CASCADE,
    number      integer     NOT NULL,
    side        text        NOT NULL CHECK (side IN ('LONG', 'SHORT')),
    quantity    numeric     NOT NULL,
    entry_time  timestamptz NOT NULL,
    entry_price numeric     NOT NULL,
    exit_time   timestamptz,
    exit_price  numeric,
    pnl         numeric     NOT NULL,
    fees        numeric     NOT NULL,
    exit_reason text,
    PRIMARY KEY (run_id, number)
);
