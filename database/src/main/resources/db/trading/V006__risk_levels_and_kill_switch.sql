-- Limits and states of household, people, accounts and strategies; what the rules remember; the kill switch.
-- The household's subject is the nil id.

-- Limits that were set, by name; money as <name> {"USDT": "5000"} and <name>_pct. No row: the standard limits of the level.
CREATE TABLE risk_setting (
    level      text NOT NULL CHECK (level IN ('HOUSEHOLD', 'USER', 'ACCOUNT', 'STRATEGY')),
    subject    uuid NOT NULL,
    limits     jsonb NOT NULL,
    updated_by uuid,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (level, subject)
);

INSERT INTO risk_setting (level, subject, limits, updated_by, updated_at)
SELECT 'USER',
       user_id,
       jsonb_strip_nulls(jsonb_build_object(
           'max_order_value_pct', max_order_value_pct,
           'max_order_value', nullif(max_order_value, '{}'::jsonb),
           'daily_loss_pct', daily_loss_pct,
           'daily_loss', nullif(daily_loss, '{}'::jsonb),
           'max_open_positions', max_open_positions,
           'max_daily_trades', 10)),
       user_id,
       updated_at
FROM risk_limits;

DROP TABLE risk_limits;

-- Who keeps a level from trading: a person, the kill switch, a quarantine. The strictest counts; no row is ACTIVE.
CREATE TABLE risk_state (
    level      text NOT NULL CHECK (level IN ('HOUSEHOLD', 'USER', 'ACCOUNT', 'STRATEGY')),
    subject    uuid NOT NULL,
    -- '' is the level as a whole.
    instrument text NOT NULL DEFAULT '',
    holder     text NOT NULL,
    state      text NOT NULL CHECK (state IN ('REDUCE_ONLY', 'HALTED')),
    cause      text NOT NULL,
    set_by     uuid,
    since      timestamptz NOT NULL,
    PRIMARY KEY (level, subject, instrument, holder)
);

-- What allows more than before waits for the next day, or for a second adult.
CREATE TABLE risk_change (
    change_id    uuid PRIMARY KEY,
    level        text NOT NULL CHECK (level IN ('HOUSEHOLD', 'USER', 'ACCOUNT', 'STRATEGY')),
    subject      uuid NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('LIMITS', 'STATE')),
    -- LIMITS: the wanted values by name, null takes one away. STATE: {"state": …, "instrument": …, "cause": …}
    content      jsonb NOT NULL,
    requested_by uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    effective_at timestamptz NOT NULL,
    status       text NOT NULL CHECK (status IN ('PENDING', 'APPLIED', 'WITHDRAWN')),
    decided_by   uuid,
    decided_at   timestamptz
);
CREATE UNIQUE INDEX risk_change_one_pending ON risk_change (level, subject, kind) WHERE status = 'PENDING';

-- Orders that opened or enlarged something, by day; the nil strategy stands for orders of people.
CREATE TABLE risk_trades (
    account_id  uuid NOT NULL REFERENCES account,
    day         date NOT NULL,
    strategy_id uuid NOT NULL,
    trades      int NOT NULL,
    PRIMARY KEY (account_id, day, strategy_id)
);

CREATE TABLE risk_exit (
    position_id uuid PRIMARY KEY,
    account_id  uuid NOT NULL REFERENCES account,
    instrument  text NOT NULL,
    currency    text NOT NULL,
    profit      numeric NOT NULL,
    cost        numeric NOT NULL,
    stop_loss   boolean NOT NULL,
    strategy_id uuid,
    at          timestamptz NOT NULL
);
CREATE INDEX risk_exit_of_account ON risk_exit (account_id, at);

-- Highest equity ever and highest profit of the day.
CREATE TABLE risk_mark (
    account_id uuid NOT NULL REFERENCES account,
    currency   text NOT NULL,
    peak       numeric NOT NULL,
    day        date NOT NULL,
    day_best   numeric NOT NULL,
    locked     boolean NOT NULL,
    PRIMARY KEY (account_id, currency)
);

CREATE TABLE kill_switch (
    switch_id  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    level      text NOT NULL CHECK (level IN ('HOUSEHOLD', 'USER')),
    subject    uuid NOT NULL,
    cause      text NOT NULL,
    -- Null when it was set on the machine itself.
    set_by     uuid,
    at         timestamptz NOT NULL DEFAULT now(),
    -- When nothing was left to cancel or to close; may be set anew when something turns up later.
    settled_at timestamptz,
    lifted_at  timestamptz,
    lifted_by  uuid,
    -- What people have been told of: NOTHING, SET, LIFTED.
    told       text NOT NULL DEFAULT 'NOTHING'
);
CREATE UNIQUE INDEX kill_switch_one_on ON kill_switch (level, subject) WHERE lifted_at IS NULL;
CREATE INDEX kill_switch_untold ON kill_switch (at) WHERE told <> 'LIFTED';

-- How far each account is; written by every pass.
CREATE TABLE kill_switch_account (
    switch_id   uuid NOT NULL REFERENCES kill_switch,
    account_id  uuid NOT NULL REFERENCES account,
    step        text NOT NULL CHECK (step IN ('CANCELLING', 'FLATTENING', 'DONE')),
    open_orders int NOT NULL,
    positions   int NOT NULL,
    failures    text[] NOT NULL DEFAULT '{}',
    attempts    int NOT NULL DEFAULT 0,
    updated_at  timestamptz NOT NULL,
    PRIMARY KEY (switch_id, account_id)
);

-- ./moa halt and ./moa resume: the trading service looks here every second and at start, so neither needs it to run.
CREATE FUNCTION halt(why text) RETURNS text LANGUAGE plpgsql SET search_path = trading AS $$
BEGIN
    INSERT INTO risk_state (level, subject, holder, state, cause, since)
    VALUES ('HOUSEHOLD', '00000000-0000-0000-0000-000000000000', 'kill_switch', 'HALTED', why, now())
    ON CONFLICT DO NOTHING;
    INSERT INTO kill_switch (level, subject, cause)
    VALUES ('HOUSEHOLD', '00000000-0000-0000-0000-000000000000', why)
    ON CONFLICT (level, subject) WHERE lifted_at IS NULL DO NOTHING;
    RETURN CASE WHEN FOUND THEN 'halted' ELSE 'halted before' END;
END
$$;

CREATE FUNCTION resume() RETURNS text LANGUAGE plpgsql SET search_path = trading AS $$
BEGIN
    DELETE FROM risk_state WHERE level = 'HOUSEHOLD' AND instrument = '' AND holder = 'kill_switch';
    UPDATE kill_switch SET lifted_at = now() WHERE level = 'HOUSEHOLD' AND lifted_at IS NULL;
    RETURN CASE WHEN FOUND THEN 'resumed' ELSE 'not halted' END;
END
$$;
